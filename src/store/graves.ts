// Which members were deleted and when, beside the database: a backup that is restored must not bring
// them back. Of a member only a hash is kept that nobody can make without the key file.

import { createHmac } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { MemberId } from '../core/ids.ts';

export interface Graves {
  /** On disk when it returns; before the deletion itself, so that none is ever forgotten. */
  add(member: MemberId): void;
  /** Deleted after that moment; one who came back later under the same id was not. */
  isGoneAfter(member: MemberId, moment: Temporal.Instant): boolean;
}

export function gravesFile(databasePath: string): string {
  return `${databasePath}.deleted`;
}

export function makeGraves(databasePath: string, masterKey: Uint8Array): Graves {
  const path = gravesFile(databasePath);
  const hashOf = (member: MemberId) =>
    createHmac('sha256', masterKey).update(`deleted ${member}`).digest('base64url');
  const latest = () => {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    const graves = lines.map((line) => line.split(' '));
    return new Map(graves.map(([at = '', hash = '']) => [hash, Number(at)]));
  };
  return {
    add(member) {
      const line = `${Temporal.Now.instant().epochMilliseconds} ${hashOf(member)}\n`;
      appendFileSync(path, line, { mode: 0o600, flush: true });
    },
    isGoneAfter(member, moment) {
      const at = latest().get(hashOf(member));
      return at !== undefined && at >= moment.epochMilliseconds;
    },
  };
}
