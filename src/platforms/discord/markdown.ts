// Writes our small Markdown as Discord's, with everything that a person typed shown literally.

import { type Block, type Inline, type Named, parse } from '../../bot/markdown.ts';
import { localId } from '../../core/ids.ts';

/** At most `most` characters: whole lines, the last one cut at a word, with “…”. */
export function discordMarkdown(text: string, most = Number.POSITIVE_INFINITY): string {
  let written = '';
  for (const { before, start, pieces } of linesOf(parse(text))) {
    const lead = written === '' ? start : before + start;
    const line = lineOf(pieces);
    if (written.length + lead.length + line.length > most) {
      const room = most - written.length - lead.length;
      return written + cut(lead, pieces, room);
    }
    written += lead + line;
  }
  return written;
}

/** Text without any formatting of its own (titles, labels), on one line. */
export function literal(text: string, most = Number.POSITIVE_INFINITY): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll(unseen, '').trim();
  const line = atLineStart(shown(plain));
  return line.length <= most ? line : cut('', [{ kind: 'text', text: plain }], most);
}

interface Line {
  /** What parts it from the line before. */
  readonly before: string;
  /** `- `, `1. `, `> ` or nothing. */
  readonly start: string;
  readonly pieces: readonly Inline[];
}

function linesOf(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block, number) => {
    const previous = blocks[number - 1];
    const introduces = previous?.kind === 'paragraph' && block.kind === 'list';
    const rows = block.kind === 'list' ? block.items : block.lines;
    return rows.map((pieces, row) => ({
      before: row > 0 || introduces ? '\n' : '\n\n',
      start: startOf(block, row),
      pieces,
    }));
  });
}

function startOf(block: Block, row: number): string {
  if (block.kind === 'list') return block.ordered ? `${row + 1}. ` : '- ';
  return block.kind === 'quote' ? '> ' : '';
}

function lineOf(pieces: readonly Inline[]): string {
  return atLineStart(inline(pieces));
}

function inline(pieces: readonly Inline[]): string {
  let written = '';
  for (const piece of pieces) {
    const next = pieceOf(piece);
    const marksMeet = written.endsWith('*') && !written.endsWith('\\*') && next.startsWith('*');
    written += marksMeet ? `\u200b${next}` : next;
  }
  return written;
}

function pieceOf(piece: Inline): string {
  switch (piece.kind) {
    case 'text':
      return shown(piece.text);
    case 'code':
      return `\`${piece.text.replaceAll('`', 'ˋ')}\``;
    case 'bold':
      return around('**', inline(piece.children));
    case 'italic':
      return around('*', inline(piece.children));
    case 'link':
      return link(piece.url, inline(piece.children));
    case 'channel':
    case 'member':
    case 'role':
      return nameOf(piece);
  }
}

/** Discord sees no emphasis where a space follows the mark. */
function around(mark: string, content: string): string {
  const inner = content.trim();
  if (inner === '') return content;
  const at = content.indexOf(inner);
  return content.slice(0, at) + mark + inner + mark + content.slice(at + inner.length);
}

const signs = { channel: '#', member: '@', role: '@&' } as const;

/** Pings nobody: every message forbids it (`allowed_mentions`). */
function nameOf({ kind, id, text }: Extract<Inline, { kind: Named }>): string {
  return /^discord:\d+$/.test(id) ? `<${signs[kind]}${localId(id)}>` : shown(text);
}

function link(url: string, label: string): string {
  if (!URL.canParse(url)) return label;
  const address = new URL(url).href.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${label}](${address})`;
}

/** Control characters, and those that hide text or turn its direction. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** A colon makes an address (`https:`) or an emoji (`:smile:`) of what follows it. */
function shown(text: string): string {
  if (!/[\\`*_~|<>#[\]:@]/.test(text)) return text;
  return text
    .replaceAll(/[\\`*_~|<>#[\]]|:(?=\S)/g, '\\$&')
    .replaceAll(/@(?=everyone|here)/gi, '@\u200b');
}

/** Lists (and small print, `-#`) begin a line. */
function atLineStart(line: string): string {
  return line.replace(/^(\s*)([-+]|\d+(?=\.))/, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

/** As many words of the line as have room, and “…”; nothing where not even one has. */
function cut(lead: string, pieces: readonly Inline[], room: number): string {
  let length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  while (length > 0) {
    length = Math.floor(length * 0.9);
    const line = lineOf(firstOf(pieces, length));
    if (line !== '' && line.length + 1 <= room) return `${lead}${line.trimEnd()}…`;
  }
  return '';
}

function lengthOf(piece: Inline): number {
  if ('text' in piece) return piece.text.length;
  return piece.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

function firstOf(pieces: readonly Inline[], length: number): readonly Inline[] {
  const kept: Inline[] = [];
  let left = length;
  for (const piece of pieces) {
    if (left <= 0) break;
    if ('text' in piece) kept.push({ ...piece, text: firstWords(piece.text, left) });
    else kept.push({ ...piece, children: firstOf(piece.children, left) });
    left -= lengthOf(piece);
  }
  return kept.filter((piece) => !('text' in piece) || piece.text !== '');
}

function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  return start
    .slice(0, Math.max(start.lastIndexOf(' '), 0) || length)
    .replace(/[\ud800-\udbff]$/, '');
}
