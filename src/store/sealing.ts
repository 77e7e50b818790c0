// Personal text is sealed under a key per member, itself sealed under a key from outside DATA_DIR.
// Without the member's key nothing can be read again, in backups neither.

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { MemberId } from '../core/ids.ts';
import type { Sql } from './sql.ts';

export const keyBytes = 32;
/** GCM accepts shorter tags, which are easier to forge. */
const tagBytes = { authTagLength: 16 };

/** AES-256-GCM: `1.nonce.tag.text`, bound to `about` so that a value cannot be moved elsewhere. */
export function sealWith(key: Uint8Array, about: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, tagBytes);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['1', nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/** Throws where key, text or `about` is not the one it was sealed with. */
export function openWith(key: Uint8Array, about: string, sealed: string): string {
  const [version, nonce = '', tag = '', text = ''] = sealed.split('.');
  if (version !== '1') throw new Error('This value was sealed by a newer version.');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), tagBytes);
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return (
    decipher.update(Buffer.from(text, 'base64url'), undefined, 'utf8') + decipher.final('utf8')
  );
}

export function proofWith(masterKey: Uint8Array, text: string): string {
  return createHmac('sha256', masterKey).update(`proof ${text}`).digest('base64url');
}

/** Whose key: a member's, or the house's own for what belongs to nobody, such as channel posts. */
export type Owner = MemberId | undefined;

/** Seals and opens text inside one transaction or connection. */
export interface Sealer {
  seal(owner: Owner, text: string): Promise<string>;
  open(owner: Owner, sealed: string): Promise<string>;
  /** A keyed hash: who has the database alone can make none. */
  proof(text: string): string;
  /** A key for a new member, sealed under the master key. */
  newKey(member: MemberId): string;
}

export function makeSealer(sql: Sql, masterKey: Uint8Array): Sealer {
  const keyOf = async (owner: Owner) => {
    if (owner === undefined) return masterKey;
    const row = await sql.get<{ wrapped: string }>(
      'SELECT wrapped FROM member_keys WHERE member_id = ?',
      owner,
    );
    if (!row) throw new Error('This member has no key: everything sealed under it is gone.');
    return Buffer.from(openWith(masterKey, owner, row.wrapped), 'base64');
  };
  return {
    seal: async (owner, text) => sealWith(await keyOf(owner), owner ?? 'house', text),
    open: async (owner, sealed) => openWith(await keyOf(owner), owner ?? 'house', sealed),
    proof: (text) => proofWith(masterKey, text),
    newKey: (member) => sealWith(masterKey, member, randomBytes(keyBytes).toString('base64')),
  };
}
