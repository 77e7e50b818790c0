// Ends the connection to the gateway for certain. Until READY has come, discord.js 14.28's destroy()
// never resolves and opens a new connection half a second later.

import { SimpleShardingStrategy } from 'discord.js';

type DestroyOptions = Parameters<SimpleShardingStrategy['destroy']>[0];

/** What we reach into, because nothing public ends a shard that waits. */
interface Shard {
  internalConnect(): Promise<void>;
  readonly connection: { terminate(): void } | null;
}

const deadline = 2_000;

export class StoppableSharding extends SimpleShardingStrategy {
  override async destroy(options?: DestroyOptions): Promise<void> {
    const shards = [...shardsOf(this)];
    for (const shard of shards) shard.internalConnect = async () => {};
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, deadline);
    await Promise.race([super.destroy(options), late]).finally(() => clearTimeout(timer));
    for (const shard of shards) shard.connection?.terminate();
  }
}

function shardsOf(strategy: SimpleShardingStrategy): Iterable<Shard> {
  const { shards } = strategy as unknown as { readonly shards: ReadonlyMap<number, Shard> };
  return shards.values();
}
