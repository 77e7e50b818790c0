// Files of questions for conversations about the group's bank.

import type { Upload } from '../../src/bot/shape.ts';

export function uploadOf(name: string, content: string | Uint8Array): Upload {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, mediaType: 'text/plain', size: bytes.length, bytes: async () => bytes };
}

export const heading = 'question,a,b,c,right,explanation,topic\n';

/** Questions that tell each other apart by their number; B is right in all. */
export function numbered(count: number, from = 1): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = at + from;
    return `Which shelf holds folder ${number}?,Top ${number},Middle ${number},Bottom ${number},B,It says so.,Our shelves\n`;
  });
  return heading + rows.join('');
}
