// Our small Markdown as Slack's rich text: plain elements, in which nothing that a person typed can
// become a link, a mention or formatting.

import type { types } from '@slack/bolt';
import { type Block, type Inline, type Named, parse } from '../../bot/markdown.ts';
import { asTypedHere } from './tell.ts';

type Element = types.RichTextElement;
type Style = NonNullable<types.RichTextText['style']>;
export type RichPart = types.RichTextBlock['elements'][number];

export function richText(markdown: string): RichPart[] {
  const blocks = parse(markdown);
  return blocks.map((block, index) => partOf(block, blocks[index + 1]));
}

function partOf(block: Block, next: Block | undefined): RichPart {
  switch (block.kind) {
    case 'list':
      return {
        type: 'rich_text_list',
        style: block.ordered ? 'ordered' : 'bullet',
        elements: block.items.map((item) => section(filled(elements(item)))),
      };
    case 'quote':
      return { type: 'rich_text_quote', elements: filled(joined(block.lines)) };
    case 'paragraph': {
      const end = next?.kind === 'paragraph' ? '\n\n' : '\n';
      return section(filled([...joined(block.lines), ...(next ? [plain(end)] : [])]));
    }
  }
}

export function section(elements: Element[]): types.RichTextSection {
  return { type: 'rich_text_section', elements };
}

/** Slack refuses an empty text. */
export function plain(text: string, style?: Style): Element {
  return { type: 'text', text: visible(text) || ' ', ...(style && { style }) };
}

/** Without what controls a terminal, hides itself or turns the direction of what follows. */
export function visible(text: string): string {
  if (/^[ -~\n]*$/.test(text)) return text;
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? sign : '')).toWellFormed();
}

function joined(lines: readonly (readonly Inline[])[]): Element[] {
  return lines.flatMap((line, index) =>
    index === 0 ? elements(line) : [plain('\n'), ...elements(line)],
  );
}

/** Slack refuses a part without elements. */
function filled(found: Element[]): Element[] {
  return found.length > 0 ? found : [plain(' ')];
}

export function elements(pieces: readonly Inline[], style: Style = {}): Element[] {
  return pieces.flatMap((piece) => elementsOf(piece, style));
}

function elementsOf(piece: Inline, style: Style): Element[] {
  switch (piece.kind) {
    case 'text':
      return piece.text === '' ? [] : [plain(piece.text, styled(style))];
    case 'code':
      return [plain(asTypedHere(piece.text), { ...style, code: true })];
    case 'bold':
      return elements(piece.children.map(typedHere), { ...style, bold: true });
    case 'italic':
      return elements(piece.children, { ...style, italic: true });
    case 'link':
      return [link(piece.url, piece.children, style)];
    case 'channel':
    case 'member':
    case 'role':
      return [nameOf(piece)];
  }
}

/** Our texts set commands in bold: they are shown as they are typed on Slack. */
function typedHere(piece: Inline): Inline {
  return piece.kind === 'text' ? { ...piece, text: asTypedHere(piece.text) } : piece;
}

/** Roles exist on Discord alone. */
function nameOf({ kind, id, text }: Extract<Inline, { kind: Named }>): Element {
  const own = /^slack:[^/\s]+\/(?<local>\w+)$/.exec(id)?.groups?.local;
  if (own === undefined || kind === 'role') return plain(text);
  return kind === 'channel' ? { type: 'channel', channel_id: own } : { type: 'user', user_id: own };
}

function link(url: string, label: readonly Inline[], style: Style): Element {
  const shown = styled(style);
  return {
    type: 'link',
    url,
    text: visible(wordsOf(label)) || url,
    ...(shown && { style: shown }),
  };
}

function wordsOf(pieces: readonly Inline[]): string {
  return pieces.map((p) => ('children' in p ? wordsOf(p.children) : p.text)).join('');
}

function styled(style: Style): Style | undefined {
  return Object.keys(style).length > 0 ? style : undefined;
}
