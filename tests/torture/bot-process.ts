// The bot as main.ts starts it, on a fake platform, with shortened times and nothing to learn by heart:
// `node bot-process.ts JSON`.

import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { type Ground, run } from '../../src/main.ts';
import { goodToken } from '../fixtures/discord/names.ts';
import { noContent } from '../jobs/post-office.ts';
import { asVariant, type Variant, variants } from './variants.ts';

export interface BotTold {
  readonly variant: string;
  readonly origin: string;
  readonly folder: string;
}

const { variant: name, origin, folder } = JSON.parse(process.argv[2] ?? '') as BotTold;
const variant = variants[name];
if (!variant) throw new Error(`There is no variant ${name}.`);
const config = { port: 0, dataDir: join(folder, 'var'), keyFile: join(folder, 'key') };
await run(
  config,
  async (ground) => [asVariant(await platformOf(variant, ground), variant)],
  (line) => process.stderr.write(line),
  noContent,
);
// Now, since a process that is killed keeps nothing, and there are many to come.
flushCompileCache();

async function platformOf({ platform, manners }: Variant, { log }: Ground) {
  if (platform === 'discord') {
    const { discord } = await import('../../src/platforms/discord/connect.ts');
    return discord({ token: goodToken, log, apiUrl: `${origin}/api`, manners });
  }
  const { slack } = await import('../../src/platforms/slack/connect.ts');
  const transport = { kind: 'socket', appToken: 'xapp-1-A1-1-fake' } as const;
  return slack({ botToken: 'xoxb-fake', transport, log, apiUrl: `${origin}/api/`, manners });
}
