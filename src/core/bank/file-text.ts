// The bytes of a file as text, or the sentence that refuses them.

export type FileText = { readonly text: string } | { readonly refusal: string };

export const mostBytes = 5_000_000;

export function textIn(bytes: Uint8Array): FileText {
  if (bytes.length === 0)
    return { refusal: 'The file is empty. Send one with at least one question.' };
  const what = knownAs(bytes);
  if (what)
    return { refusal: `The file is ${what}. Save it as CSV (UTF-8) or plain text and send that.` };
  const text = decoded(bytes);
  if (text === undefined)
    return {
      refusal:
        'The file is not in UTF-8, so letters could come out wrong. Save it as “CSV UTF-8” or as plain text in UTF-8 and send it again.',
    };
  if (text.includes('\0'))
    return { refusal: 'The file is not text. Send CSV, TSV, Aiken, GIFT or notes from Anki.' };
  if (text.trim() === '') return { refusal: 'The file holds nothing but empty lines.' };
  return { text: text.replaceAll(/\r\n?/g, '\n') };
}

/** What people send by mistake, by the bytes that it begins with. */
const beginnings: readonly (readonly [string, readonly number[]])[] = [
  ['a workbook, a document or another package', [0x50, 0x4b]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['compressed', [0x1f, 0x8b]],
];

function knownAs(bytes: Uint8Array): string | undefined {
  return beginnings.find(([, start]) => start.every((byte, place) => bytes[place] === byte))?.[0];
}

/** UTF-16 is what Excel calls Unicode text; it says so with its first two bytes. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
