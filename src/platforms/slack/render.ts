// A reply as Slack's JSON: blocks for the eye, and one plain text for notifications and readers.

import type { types } from '@slack/bolt';
import { limits } from '../../bot/limits.ts';
import { plainText } from '../../bot/markdown.ts';
import type { Control, Reply } from '../../bot/reply.ts';
import { localId, platformOf } from '../../core/ids.ts';
import { plain, type RichPart, richText, section, visible } from './rich-text.ts';
import { asTypedHere } from './tell.ts';

type Block = types.KnownBlock;
type Field = NonNullable<Reply['fields']>[number];

/** What every way of sending a message takes. */
export interface Message {
  readonly text: string;
  readonly blocks: Block[];
}

/**
 * Slack refuses more with `msg_blocks_too_long`, an undocumented limit measured at about 13,200
 * (github.com/slackapi/bolt-js/issues/2509).
 */
const mostJson = 12_000;
const mostFallback = 3_000;

const colours = { good: '🟢', warning: '🟡', bad: '🔴' } as const;

/** `note` is a line of the platform's own, such as where the file went. */
export function messageOf(reply: Reply, note?: string): Message {
  const header = headerOf(reply);
  const end = [
    ...controlsOf(reply.controls ?? []),
    ...[reply.footnote, note].flatMap((line) => contextOf(line)),
  ];
  const text = [...openingOf(reply), ...richText(reply.text)];
  const fields = (reply.fields ?? []).flatMap(fieldOf).slice(0, -1);
  const whole = [...header, ...bodyOf(text, fields), ...end];
  if (lengthOf(whole) <= mostJson) return { text: fallbackOf(reply, note), blocks: whole };
  const body = fittingBody(text, fields, mostJson - lengthOf([...header, ...end]));
  return { text: fallbackOf(reply, note), blocks: [...header, ...body, ...end] };
}

function lengthOf(json: unknown): number {
  return JSON.stringify(json).length;
}

function headerOf({ title, tone }: Reply): Block[] {
  if (!title) return [];
  const shown = tone ? `${colours[tone]} ${title}` : title;
  return [{ type: 'header', text: plainObject(shown, limits.title.most) }];
}

function contextOf(line: string | undefined): Block[] {
  if (!line) return [];
  return [{ type: 'context', elements: [plainObject(line, limits.footnote.most)] }];
}

function bodyOf(text: RichPart[], fields: RichPart[]): Block[] {
  return [text, fields].flatMap((parts): Block[] =>
    parts.length > 0 ? [{ type: 'rich_text', elements: parts }] : [],
  );
}

function fittingBody(text: RichPart[], fields: RichPart[], room: number): Block[] {
  const shown = fitting(text, room);
  return bodyOf(shown, fitting(fields, room - lengthOf(shown)));
}

/** The names of those who are pinged, and the colour where no title carries it. */
function openingOf({ mentions = [], title, tone }: Reply): RichPart[] {
  const named = mentions
    .filter((user) => platformOf(user) === 'slack')
    .flatMap((user) => [
      { type: 'user' as const, user_id: localId(user).split('/')[1] ?? '' },
      plain(' '),
    ]);
  const colour = tone && !title ? [plain(`${colours[tone]} `)] : [];
  const opening = [...colour, ...named];
  return opening.length > 0 ? [section(opening)] : [];
}

/** The label above its value. */
function fieldOf({ label, value }: Field): RichPart[] {
  const shown = label.slice(0, limits.fieldLabel.most);
  return [
    section([plain(`${shown}\n`, { bold: true })]),
    ...richText(value),
    section([plain('\n')]),
  ];
}

function fitting(parts: RichPart[], room: number): RichPart[] {
  const rest = section([plain('… The rest does not fit into one Slack message.')]);
  let left = room - lengthOf(rest);
  const end = parts.findIndex((part) => {
    left -= lengthOf(part) + 1;
    return left < 0;
  });
  return end < 0 ? parts : [...parts.slice(0, end), rest];
}

/** Five buttons make a row. Slack has no disabled buttons: those are named in grey instead. */
function controlsOf(controls: readonly Control[]): Block[] {
  const blocks: Block[] = [];
  for (const [index, control] of controls.entries()) {
    if (control.kind === 'select' && control.choices.length === 0) continue;
    if (control.kind === 'button' && control.disabled) {
      blocks.push(...contextOf(`Off: ${control.label}`));
      continue;
    }
    const element = elementOf(control, index);
    const row = blocks.at(-1);
    if (element.type === 'button' && isOpenRow(row)) row.elements.push(element);
    else blocks.push({ type: 'actions', elements: [element] });
  }
  return blocks;
}

function isOpenRow(block: Block | undefined): block is types.ActionsBlock {
  if (block?.type !== 'actions') return false;
  return block.elements.length < 5 && block.elements[0]?.type === 'button';
}

/** The reference is in the `action_id` (255), behind a number that makes it the only one. */
function elementOf(control: Control, index: number): types.Button | types.StaticSelect {
  switch (control.kind) {
    case 'button':
      return {
        type: 'button',
        action_id: `${index} ${control.press}`,
        text: plainObject(asTypedHere(control.label), limits.buttonLabel.most),
        ...(control.style && { style: control.style }),
      };
    case 'link':
      return {
        type: 'button',
        action_id: `link ${index}`,
        text: plainObject(asTypedHere(control.label), limits.buttonLabel.most),
        url: control.url,
      };
    case 'select':
      return {
        type: 'static_select',
        action_id: `${index} ${control.press}`,
        placeholder: plainObject(control.label, limits.selectLabel.most),
        options: control.choices.slice(0, limits.choices.most).map(optionOf),
      };
  }
}

export function optionOf(choice: { readonly label: string; readonly value: string }) {
  return { text: plainObject(choice.label, limits.choiceLabel.most), value: choice.value };
}

/** `emoji: false`, or `:smile:` in a person's text would become a picture. */
export function plainObject(text: string, most: number): types.PlainTextElement {
  const seen = visible(text);
  const shown = seen.length > most ? `${seen.slice(0, most - 1).toWellFormed()}…` : seen;
  return { type: 'plain_text', text: shown || ' ', emoji: false };
}

function fallbackOf(reply: Reply, note: string | undefined): string {
  const fields = (reply.fields ?? []).map((f) => `${f.label}: ${plainText(f.value)}`);
  const lines = [reply.title, plainText(reply.text), ...fields, reply.footnote, note];
  const whole = visible(lines.filter(Boolean).join('\n')).slice(0, mostFallback);
  return escaped(whole.toWellFormed()) || ' ';
}

/** Only these three mean anything to Slack (docs.slack.dev, Formatting message text). */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
