// What the bot says, as lines of a terminal.

import { styleText } from 'node:util';
import { type Block, type Inline, parse } from '../../bot/markdown.ts';
import type { Control, File, Reply } from '../../bot/reply.ts';
import { shownName } from './names.ts';
import { nameOf } from './tell.ts';

type Style = Parameters<typeof styleText>[0];
/** Colours where the terminal has them and NO_COLOR is not set. */
export type Paint = (style: Style, text: string) => string;

export function paintFor(stream: NodeJS.WritableStream): Paint {
  return (style, text) => styleText(style, text, { stream });
}

const toneWords = { good: 'Good', bad: 'Not right', warning: 'Please note' } as const;
const toneColours = { good: 'green', bad: 'red', warning: 'yellow' } as const;

/** Something that can be done by typing its number. */
export type Pressable =
  | { readonly does: 'press'; readonly ref: string; readonly value?: string }
  | { readonly does: 'save'; readonly file: File };

/** `offer` gives a number to what can be pressed. */
export function linesOf(
  reply: Reply,
  paint: Paint,
  offer: (pressable: Pressable) => number,
): readonly string[] {
  const { tone, title, mentions = [], fields = [], image, files = [], footnote } = reply;
  return [
    ...(tone ? [paint(toneColours[tone], toneWords[tone])] : []),
    ...(mentions.length > 0 ? [mentions.map((id) => `@${nameOf(id)}`).join(' ')] : []),
    ...(title !== undefined ? [paint('bold', safe(title))] : []),
    ...blockLines(parse(reply.text), paint),
    ...fields.flatMap(({ label, value }) => [
      paint('dim', safe(label)),
      ...blockLines(parse(value), paint).map((line) => `  ${line}`),
    ]),
    ...(image ? [paint('dim', `[picture: ${safe(image.alt)}]`)] : []),
    ...(footnote !== undefined
      ? safe(footnote)
          .split('\n')
          .map((line) => paint('dim', line))
      : []),
    ...files.map(
      (file) => `${number(offer({ does: 'save', file }), paint)} save ${safe(file.name)}`,
    ),
    ...controlLines(reply.controls ?? [], paint, offer),
  ];
}

function blockLines(blocks: readonly Block[], paint: Paint): string[] {
  return blocks.flatMap((block, index) => {
    const lines =
      block.kind === 'list'
        ? block.items.map(
            (item, i) => `${block.ordered ? `${i + 1}.` : '•'} ${inline(item, paint)}`,
          )
        : block.lines.map((line) => (block.kind === 'quote' ? '> ' : '') + inline(line, paint));
    return index > 0 ? ['', ...lines] : lines;
  });
}

function inline(pieces: readonly Inline[], paint: Paint): string {
  return pieces.map((piece) => inlinePiece(piece, paint)).join('');
}

function inlinePiece(piece: Inline, paint: Paint): string {
  switch (piece.kind) {
    case 'text':
      return safe(piece.text);
    case 'code':
      return paint('cyan', safe(piece.text));
    case 'link':
      return `${inline(piece.children, paint)} <${safe(piece.url)}>`;
    case 'bold':
    case 'italic':
      return paint(piece.kind, inline(piece.children, paint));
    default:
      return paint('cyan', safe(shownName(piece)));
  }
}

function controlLines(
  controls: readonly Control[],
  paint: Paint,
  offer: (pressable: Pressable) => number,
): string[] {
  const buttons: string[] = [];
  const others: string[] = [];
  for (const control of controls) {
    const label = safe(control.label);
    if (control.kind === 'link') others.push(`${label}: ${safe(control.url)}`);
    else if (control.kind === 'select')
      others.push(`${label}: ${choices(control, paint, offer).join('  ')}`);
    else if (control.disabled) buttons.push(paint('dim', `(${label})`));
    else buttons.push(`${number(offer({ does: 'press', ref: control.press }), paint)} ${label}`);
  }
  return [...(buttons.length > 0 ? [buttons.join('   ')] : []), ...others];
}

function choices(
  control: Extract<Control, { kind: 'select' }>,
  paint: Paint,
  offer: (pressable: Pressable) => number,
): string[] {
  return control.choices.map(({ label, value }) => {
    const at = offer({ does: 'press', ref: control.press, value });
    return `${number(at, paint)} ${safe(label)}`;
  });
}

function number(at: number, paint: Paint): string {
  return paint(['bold', 'cyan'], `[${at}]`);
}

/** Nobody's words may move the cursor or colour the screen. */
export function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
