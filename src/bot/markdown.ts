// Our small Markdown: bold, italic, code, links, lists, quotes. What people typed goes in escaped.

import { type ChannelId, localId, type UserId } from '../core/ids.ts';
import type { Source } from '../core/source.ts';

/** Text of ours in the small Markdown. Made by `md`, or read from `data/` by `fromContent`. */
export type Markdown = string & { readonly __markdown: unique symbol };

class Formatted {
  readonly markdown: string;
  constructor(markdown: string) {
    this.markdown = markdown;
  }
}

/** Plain values are escaped; a `Markdown` must say that it is meant so, by `formatted`. */
type Piece = Formatted | number | Temporal.PlainDate | (string & { readonly __markdown?: never });

/** Puts Markdown into Markdown, several parts each on a line of its own. */
export function formatted(...parts: readonly Markdown[]): Formatted {
  return new Formatted(parts.join('\n'));
}

export type Named = 'channel' | 'member' | 'role';

/**
 * Shows a channel, a member or a role by its name, as the platform knows it. Slack notifies a member
 * who is named in a channel that they are in: name members in private replies only.
 */
export function named(what: Named, id: ChannelId | UserId): Formatted {
  const sign = what === 'channel' ? '#' : '@';
  const name = localId(id).split('/').at(-1) ?? '';
  return new Formatted(`[${escapeText(sign + name)}](${what}:${escapeText(id)})`);
}

/** A source by its title, as a link where it has an address. */
export function linked({ title, url }: Source): Formatted {
  return new Formatted(url ? md`[${title}](${url})` : md`${title}`);
}

/** The same with the day on which it was compared, where that is known. */
export function cited(source: Source): Formatted {
  const checked = source.checked ? `, checked ${source.checked}` : '';
  return new Formatted(md`${linked(source)}${checked}`);
}

/** The way to write text: md`**${title}** is due on ${day}.` shows `title` as it was typed. */
export function md(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Markdown {
  let text = literals[0] ?? '';
  pieces.forEach((piece, index) => {
    text += piece instanceof Formatted ? piece.markdown : escapeText(String(piece));
    text += literals[index + 1] ?? '';
  });
  return text as Markdown;
}

/** Text that we wrote ourselves in `data/`, already in the small Markdown. */
export function fromContent(text: string): Markdown {
  return text as Markdown;
}

export function joinLines(parts: readonly Markdown[], between = '\n'): Markdown {
  return parts.join(between) as Markdown;
}

/** Those that fit together, a line of a list each; the first ones are the most wanted. */
export function fitting<T>(
  wanted: readonly T[],
  most: number,
  lineOf: (each: T) => Markdown,
): readonly T[] {
  let left = most;
  return wanted.filter((each) => {
    const length = lineOf(each).length + '\n- '.length;
    if (length > left) return false;
    left -= length;
    return true;
  });
}

export function bullets(items: readonly Markdown[]): Markdown {
  return items.map((item) => `- ${item}`).join('\n') as Markdown;
}

/** Control characters, and those that hide text or turn its direction. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Nothing here can be taken for formatting, and nothing is hidden. */
const harmless = /^(?![ \t]*\d*[->.])[^\\`*_[\]()\r\n\p{C}\p{Zl}\p{Zp}]*$/u;

/** What a person typed, so that it shows as typed: never formatting, a link or a list. */
export function escapeText(text: string): Markdown {
  if (harmless.test(text)) return text as Markdown;
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(unseen, '')
    .replaceAll(/[\\`*_[\]()]/g, '\\$&')
    .replaceAll(/^([ \t]*\d*)([->.])/gm, '$1\\$2') as Markdown;
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  /** `text` is for where the platform cannot show the name. */
  | { readonly kind: Named; readonly id: ChannelId | UserId; readonly text: string };

export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    };

/** Groups: bullet, number, quote, the rest. */
const linePattern = /^(?:([-*] +)|(\d+\. +)|(> ?))?(.*)$/;

/** The latest texts as they were read: Slack wants each as blocks and again as plain text. */
const lately = new Map<string, readonly Block[]>();

/** What platforms render from: blocks of lines, lines of inline pieces. */
export function parse(text: string): readonly Block[] {
  const known = lately.get(text);
  if (known) return known;
  if (lately.size >= 32) lately.clear();
  const blocks = blocksOf(text);
  lately.set(text, blocks);
  return blocks;
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { kind: 'paragraph' | 'quote' | 'bullet' | 'number'; lines: Inline[][] } | undefined;
  const close = () => {
    if (open) blocks.push(blockOf(open.kind, open.lines));
    open = undefined;
  };
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      close();
      continue;
    }
    const [, bullet, number, quote, rest = ''] = linePattern.exec(line) ?? [];
    const kind = bullet ? 'bullet' : number ? 'number' : quote ? 'quote' : 'paragraph';
    if (open?.kind !== kind) close();
    open ??= { kind, lines: [] };
    open.lines.push(parseInline(rest));
  }
  close();
  return blocks;
}

function blockOf(kind: 'paragraph' | 'quote' | 'bullet' | 'number', lines: Inline[][]): Block {
  return kind === 'paragraph' || kind === 'quote'
    ? { kind, lines }
    : { kind: 'list', ordered: kind === 'number', items: lines };
}

/** Groups: literal, code, bold, italic, underscored, label, url, what, id. */
const inlinePattern =
  /\\([!-/:-@[-`{-~])|`((?:\\.|[^`\\])+)`|\*\*((?:\\.|[^*\\]|\*(?!\*))+)\*\*|\*((?:\\.|[^*\\])+)\*|(?<!\w)_((?:\\.|[^_\\])+)_(?!\w)|\[((?:\\.|[^\]\\])+)\]\((?:(https:\/\/(?:\\.|[^\s()\\])+)|(channel|member|role):((?:discord|slack|playground):(?:\\.|[^\s()\\])+))\)/g;

/** Whatever `inlinePattern` matches begins with one of these. */
const inlineStart = /[\\`*_[]/;

function parseInline(text: string): Inline[] {
  if (!inlineStart.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
  const found: Inline[] = [];
  let from = 0;
  let plain = '';
  const add = (piece: Inline) => {
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
    found.push(piece);
  };
  for (const match of text.matchAll(inlinePattern)) {
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    const [, literal, code, bold, italic, underscored, label, url, what, id] = match;
    if (literal) plain += literal;
    else if (code) add({ kind: 'code', text: unescapeText(code) });
    else if (bold) add({ kind: 'bold', children: parseInline(bold) });
    else if (label && url)
      add({ kind: 'link', url: unescapeText(url), children: parseInline(label) });
    else if (label && what && id)
      add({ kind: what as Named, id: unescapeText(id) as ChannelId, text: unescapeText(label) });
    else add({ kind: 'italic', children: parseInline(italic ?? underscored ?? '') });
  }
  plain += text.slice(from);
  if (plain !== '') found.push({ kind: 'text', text: plain });
  return found;
}

function unescapeText(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The same without any formatting: for notifications, fallbacks, the terminal's search. */
export function plainText(text: string): string {
  const inline = (pieces: readonly Inline[]): string =>
    pieces.map((p) => ('children' in p ? inline(p.children) : p.text)).join('');
  const block = (b: Block): string =>
    b.kind === 'list'
      ? b.items.map((item, i) => `${b.ordered ? `${i + 1}.` : '•'} ${inline(item)}`).join('\n')
      : b.lines.map(inline).join('\n');
  return parse(text).map(block).join('\n\n');
}
