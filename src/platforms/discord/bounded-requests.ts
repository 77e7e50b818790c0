// Keeps discord.js to so many sockets: its own pool opens one for every request that is under way.

import { DefaultRestOptions, type RESTOptions, type ResponseLike } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/**
 * At most `most` requests at once, the others in the order they came; a request that waited too
 * long is given up by its own time limit. An answer is read whole before its place is free: one
 * that nobody reads (discord.js leaves those of 429 and 5xx) would hold its socket.
 */
export function boundedRequests(
  most: number,
  make: MakeRequest = DefaultRestOptions.makeRequest,
): MakeRequest {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = async () => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (url, init) => {
    await enter();
    try {
      init.signal?.throwIfAborted();
      return await readWhole(await make(url, init));
    } finally {
      leave();
    }
  };
}

async function readWhole(response: ResponseLike): Promise<ResponseLike> {
  const bytes = response.body === null ? new ArrayBuffer(0) : await response.arrayBuffer();
  const text = () => new TextDecoder().decode(bytes);
  return {
    body: null,
    bodyUsed: true,
    headers: response.headers,
    ok: response.ok,
    status: response.status,
    statusText: response.statusText,
    arrayBuffer: async () => bytes,
    json: async () => JSON.parse(text()),
    text: async () => text(),
  };
}
