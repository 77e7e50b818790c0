// Plays people in the playground over its HTTP interface, for the contracts.

import type { Bot } from '../../../src/bot/bot.ts';
import type { Block, Inline } from '../../../src/bot/markdown.ts';
import type { MessageRef } from '../../../src/bot/platform.ts';
import type { Control } from '../../../src/bot/reply.ts';
import type { ChannelId, UserId } from '../../../src/core/ids.ts';
import { playground } from '../../../src/platforms/playground/connect.ts';
import type {
  FormJson,
  MessageJson,
  OutcomeJson,
  ReplyJson,
} from '../../../src/platforms/playground/render.ts';
import type {
  Driver,
  Fields,
  Person,
  Seen,
  SeenForm,
  SeenMessage,
} from '../../contracts/driver.ts';
import { ask, quiet, stillClock } from './ask.ts';

const studyHall: ChannelId = 'playground:study-hall';
const people = {
  maria: 'playground:member-1',
  tom: 'playground:member-2',
  olga: 'playground:organizer',
} as const satisfies Record<string, UserId>;

/** What a form submits to, and which message it was opened from. */
interface Opened {
  readonly form: FormJson;
  readonly on?: MessageRef;
}

export async function drivePlayground(bot: Bot): Promise<Driver> {
  const platform = playground({ port: 0, log: quiet, timeMachine: stillClock });
  await platform.start(bot);
  const own = new Map<string, SeenMessage>();
  const controls = new WeakMap<SeenMessage, readonly Control[]>();
  const opened = new WeakMap<SeenForm, Opened>();

  const seeMessage = (reply: ReplyJson, at: MessageRef, isPrivate: boolean): SeenMessage => {
    const seen = seenAs(reply, at, isPrivate);
    controls.set(seen, reply.controls ?? []);
    if (isPrivate) own.set(at.messageId, seen);
    return seen;
  };
  const seeForm = (form: FormJson, problems: SeenForm['problems'], on?: MessageRef): SeenForm => {
    const seen: SeenForm = { kind: 'form', title: form.title, fields: fieldsOf(form), problems };
    opened.set(seen, { form, ...(on && { on }) });
    return seen;
  };
  const find = async (at: MessageRef): Promise<MessageJson> => {
    const address = at.channel.startsWith('playground:dm-')
      ? `user=playground:${at.channel.slice('playground:dm-'.length)}`
      : `channel=${at.channel}`;
    const said = await ask<MessageJson[]>(platform, `/api/messages?${address}`);
    const message = said.find(({ id }) => id === at.messageId);
    if (!message) throw new Error(`There is no message ${at.messageId} in ${at.channel}.`);
    return message;
  };
  const look: Driver['look'] = async (at) =>
    own.get(at.messageId) ?? seeMessage(await find(at), at, false);

  const person: Driver['person'] = (name, place = 'channel'): Person => {
    const id = people[name];
    const channel: ChannelId = place === 'dm' ? `playground:dm-${id.slice(11)}` : studyHall;
    const from = { user: { id, name }, channel: { id: channel, kind: place } };
    const see = async (outcome: OutcomeJson, on?: MessageRef): Promise<Seen> => {
      if (outcome.kind === 'form') return seeForm(outcome, {}, on);
      if (outcome.kind === 'invalid') return seeForm(outcome.form, outcome.problems, on);
      if (outcome.posted) return look({ channel, messageId: outcome.posted });
      const replaces = on && own.has(on.messageId) && outcome.mode !== 'new';
      const messageId = replaces ? on.messageId : `own-${own.size}`;
      return seeMessage(outcome, { channel, messageId }, true);
    };
    const tell = async (event: object, on?: MessageRef) => {
      const message = on && !own.has(on.messageId) ? on.messageId : undefined;
      return see(await ask(platform, '/api/events', { ...from, ...event, message }), on);
    };
    const controlOn = (message: SeenMessage, label: string) => {
      const control = controls.get(message)?.find((one) => one.label === label);
      if (!control || control.kind === 'link') throw new Error(`Nothing says “${label}”.`);
      return control;
    };
    return {
      id,
      type: (path, options = {}) => tell({ kind: 'command', path, options: asJson(options) }),
      line: (line) => tell({ kind: 'line', line }),
      suggest: async (path, option, typed) => {
        const event = { ...from, path, option, typed };
        const choices = await ask<{ label: string }[]>(platform, '/api/suggest', event);
        return choices.map(({ label }) => label);
      },
      press: (message, label) =>
        tell({ kind: 'press', ref: controlOn(message, label).press }, message.at),
      choose: (message, label, choice) => {
        const select = controlOn(message, label);
        if (select.kind !== 'select') throw new Error(`${label} is not a select.`);
        const value = select.choices.find((one) => one.label === choice)?.value;
        return tell({ kind: 'press', ref: select.press, value }, message.at);
      },
      submit: (seen, fields) => {
        const { form, on } = opened.get(seen) ?? { form: undefined };
        if (!form) throw new Error('That form was not opened here.');
        const all = { ...form.values, ...asJson(fields) };
        return tell({ kind: 'submit', ref: form.submit, fields: all }, on);
      },
    };
  };

  return {
    platform,
    channel: studyHall,
    person,
    look,
    threadsUnder: async (at) => [(await find(at)).thread].filter((title) => title !== undefined),
    problems: () => [],
    close: () => platform.stop(),
  };
}

function asJson(fields: Fields) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'object'
        ? { ...value, bytes: Buffer.from(value.bytes).toString('base64') }
        : value,
    ]),
  );
}

function fieldsOf({ specs, values }: FormJson): SeenForm['fields'] {
  return specs.map(({ name, label, required }) => ({
    name,
    label,
    required,
    ...(values?.[name] !== undefined && { value: String(values[name]) }),
  }));
}

function seenAs(reply: ReplyJson, at: MessageRef, isPrivate: boolean): SeenMessage {
  const { title, blocks, fields = [], footnote, controls = [], image, files = [] } = reply;
  const all = [...blocks, ...fields.flatMap((field) => field.blocks)];
  const text = [
    title,
    ...blocks.flatMap(linesOf),
    ...fields.flatMap((field) => [field.label, ...field.blocks.flatMap(linesOf)]),
    footnote,
  ];
  return {
    kind: 'message',
    at,
    visibleTo: isPrivate || at.channel.startsWith('playground:dm-') ? 'presser' : 'everyone',
    text: text.filter((line) => line !== undefined).join('\n'),
    bold: pieces(all, 'bold').map((piece) => plain([piece])),
    links: [
      ...pieces(all, 'link').map((piece) => piece.url),
      ...controls.flatMap((control) => (control.kind === 'link' ? [control.url] : [])),
    ],
    controls: controls.map((control) => ({
      kind: control.kind,
      label: control.label,
      ...(control.kind === 'select' && { choices: control.choices.map(({ label }) => label) }),
      ...(control.kind === 'button' && control.disabled && { disabled: true }),
    })),
    ...(image && { image: { alt: image.alt, bytes: Buffer.from(image.png, 'base64') } }),
    files: files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') })),
    pings: reply.mentions ?? [],
  };
}

function linesOf(block: Block): string[] {
  return block.kind === 'list'
    ? block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '•'} ${plain(item)}`)
    : block.lines.map(plain);
}

function plain(inline: readonly Inline[]): string {
  return inline.map((piece) => ('children' in piece ? plain(piece.children) : piece.text)).join('');
}

function pieces<K extends Inline['kind']>(blocks: readonly Block[], kind: K) {
  const inside = (inline: readonly Inline[]): Inline[] =>
    inline.flatMap((piece) => ['children' in piece ? inside(piece.children) : [], piece].flat());
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : block.lines))
    .flatMap(inside)
    .filter((piece): piece is Extract<Inline, { kind: K }> => piece.kind === kind);
}
