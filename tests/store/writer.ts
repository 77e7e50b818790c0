// A process that writes to a store until it is killed, and says which rows were acknowledged:
// `node writer.ts DATABASE KEY_FILE [FIRST]`.

import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open.ts';

const [path = '', keyFile = '', first = '0'] = process.argv.slice(2);
const { store } = await openStore({ path, keyFile });
for (let i = Number(first); ; i += 1) {
  await store.transaction((tx) => tx.groups.change(`discord:${i}`, { channel: `discord:${i}` }));
  writeSync(1, `${i}\n`);
}
