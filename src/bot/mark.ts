// The mark by which a message of ours is found again after a crash between send and record.

import { createHash } from 'node:crypto';
import type { ActionRef } from './action.ts';
import type { Reply } from './reply.ts';

const pattern = /~[\w-]{10}$/;

export function markOf(key: string): string {
  return `~${createHash('sha256').update(key).digest('base64url').slice(0, 10)}`;
}

/** A platform sends the reply with the mark of its delivery on the first reference. */
export function marked(reply: Reply, key: string): Reply {
  const first = reply.controls?.findIndex((control) => control.kind !== 'link') ?? -1;
  if (first < 0) return reply;
  return {
    ...reply,
    controls: reply.controls?.map((control, index) =>
      index === first && control.kind !== 'link'
        ? { ...control, press: withoutMark(control.press) + markOf(key) }
        : control,
    ) as NonNullable<Reply['controls']>,
  };
}

/** Those of the references in what a platform tells of a message. */
export function marksIn(shown: unknown): readonly string[] {
  const told = JSON.stringify(shown) ?? '';
  return [...told.matchAll(/(?<mark>~[\w-]{10})"/g)].map(({ groups }) => groups?.mark ?? '');
}

export function withoutMark(ref: ActionRef): ActionRef {
  return ref.replace(pattern, '');
}
