import { describeStore } from '../contracts/store.ts';
import { bytesOf, openedStore, temporaryFiles } from './temporary-store.ts';

describeStore('SQLite', async () => {
  const files = temporaryFiles();
  return { ...(await openedStore(files)), bytes: async () => bytesOf(files) };
});
