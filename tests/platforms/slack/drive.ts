// Plays people on Slack for the contract of every platform.

import type { Bot } from '../../../src/bot/bot.ts';
import type { Platform } from '../../../src/bot/platform.ts';
import { type SlackOptions, slack } from '../../../src/platforms/slack/connect.ts';
import { umbrella } from '../../../src/platforms/slack/tell.ts';
import type {
  Driver,
  Fields,
  Person,
  Seen,
  SeenForm,
  SeenMessage,
  Typed,
} from '../../contracts/driver.ts';
import { problemsOfModal } from './block-kit.ts';
import { type FakePerson, type PersonName, personIn, thinking } from './fake-people.ts';
import {
  appToken,
  botToken,
  type FakeSlack,
  problemsIn,
  signingSecret,
  startFakeSlack,
} from './fake-slack.ts';
import { channel, type FakeMessage, type Json, type Opened, team } from './fake-workspace.ts';
import { type KeptLog, keepLog } from './keep-log.ts';
import { seenForm, seenMessage } from './see.ts';

export const quick = { lateAfter: 100, firstWait: 10, patience: 500 };

export interface Started {
  readonly fake: FakeSlack;
  readonly platform: Platform;
  readonly log: KeptLog;
  stop(): Promise<void>;
}

/** The platform with the real SDK, connected to a fake Slack. */
export async function startSlack(
  bot: Bot,
  kind: 'socket' | 'http',
  more: Partial<SlackOptions> = {},
  refuse?: Parameters<typeof startFakeSlack>[0],
): Promise<Started> {
  const fake = await startFakeSlack(refuse);
  const log = keepLog();
  const platform = slack({
    botToken,
    transport:
      kind === 'socket' ? { kind, appToken } : { kind, signingSecret, port: 0, host: '127.0.0.1' },
    log,
    apiUrl: fake.apiUrl,
    pace: quick,
    ...more,
  });
  await platform.start(bot);
  if (kind === 'http') {
    const port = log.entries.find((entry) => entry.details?.transport === 'HTTP')?.details?.port;
    fake.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  }
  return {
    fake,
    platform,
    log,
    async stop() {
      await platform.stop();
      await fake.close();
    },
  };
}

export async function driveSlack(bot: Bot, kind: 'socket' | 'http'): Promise<Driver> {
  const { fake, platform, stop } = await startSlack(bot, kind);
  const forms = new WeakMap<SeenForm, Opened>();
  const show = (opened: Opened, problems?: SeenForm['problems']) => {
    const form = seenForm(opened, problems);
    forms.set(form, opened);
    return form;
  };
  const blocks = new WeakMap<SeenMessage, FakeMessage['blocks']>();
  const look = (message: FakeMessage) => {
    const seen = seenMessage(message, filesBeside(fake, message));
    blocks.set(seen, message.blocks);
    return seen;
  };

  /** What an act comes to: a window, or words that were not there before. */
  const comesOf = async (act: () => Promise<unknown>): Promise<Seen> => {
    const before = new Map(fake.messages.map((message) => [message, message.edits]));
    const windows = fake.views.length;
    const isNew = (message: FakeMessage) =>
      before.get(message) !== message.edits &&
      message.text !== thinking &&
      message.files.length === 0;
    const done = act();
    const seen = await fake.until(() => {
      const opened = fake.views.slice(windows).at(-1);
      return opened ? show(opened) : fake.messages.find(isNew);
    });
    await done;
    return 'kind' in seen ? seen : look(seen);
  };
  const messageAt = (at: { channel: string; messageId: string }): FakeMessage => {
    const found = fake.messages.find((message) => message.ts === at.messageId);
    if (!found) throw new Error(`There is no message ${at.messageId}.`);
    return found;
  };

  const person = (name: PersonName, place: 'channel' | 'dm' = 'channel'): Person => {
    const self = personIn(fake, name);
    const where = place === 'dm' ? fake.dmOf(self.id) : channel;
    return {
      id: `slack:${team}/${self.id}`,
      type: (path, options = {}) =>
        comesOf(() => self.slash(where, `/${umbrella}`, `${path} ${written(options)}`)),
      line: (line) => comesOf(() => self.mention(channel, line)),
      suggest: (path, option, typed) => suggestIn(self, path, option, typed),
      press: (message, label) =>
        comesOf(() => self.press(messageAt(message.at), label, blocks.get(message))),
      choose: (message, label, choice) =>
        comesOf(() => self.choose(messageAt(message.at), label, choice, blocks.get(message))),
      submit: (form, fields) => submit(self, form, fields),
    };
  };
  const suggestIn = async (self: FakePerson, path: string, option: string, typed: string) => {
    const windows = fake.views.length;
    await self.slash(channel, `/${umbrella}`, path);
    const opened = await fake.until(() => fake.views[windows]);
    return self.suggest(opened, option, typed);
  };
  const submit = async (self: FakePerson, form: SeenForm, fields: Fields): Promise<Seen> => {
    const opened = forms.get(form);
    if (!opened) throw new Error('This form was never shown.');
    const given = Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, chosen(fake, value)]),
    );
    let problems: SeenForm['problems'] | undefined;
    const filled = { ...opened, view: withValues(opened.view, given) };
    const answer = async () => {
      const body = await self.submit(opened, given);
      if (body?.response_action === 'errors') {
        problems = body.errors;
        fake.open(filled);
      }
    };
    const seen = await comesOf(answer);
    return problems ? show(filled, problems) : seen;
  };

  return {
    platform,
    channel: `slack:${team}/${channel}`,
    person,
    look: async (at) => look(messageAt(at)),
    threadsUnder: async ({ messageId }) =>
      fake.messages
        .filter((message) => message.thread === messageId)
        .map((message) => message.text),
    problems: () => [
      ...problemsIn(fake.messages),
      ...fake.views.flatMap(({ view }) => problemsOfModal(view)),
    ],
    close: stop,
  };
}

/** A file comes as a message of its own, before the words or after them. */
function filesBeside({ messages }: FakeSlack, message: FakeMessage): readonly FakeMessage[] {
  const here = messages.filter((one) => one.channel === message.channel && !one.thread);
  const at = here.indexOf(message);
  return [here[at - 1], here[at + 1]].filter(
    (one) => one !== undefined && one.files.length > 0,
  ) as FakeMessage[];
}

/** As somebody types it, and Slack then escapes it. */
function written(options: Fields): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}:${quoted(String(value))}`)
    .join(' ');
}

function quoted(value: string): string {
  const [, kind, id] = /^slack:T1\/([UC])(\w+)$/.exec(value) ?? [];
  if (kind) return `<${kind === 'U' ? '@' : '#'}${kind}${id}|somebody>`;
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `"${escaped}"`;
}

/** Members and channels by Slack's own ids; a file as Slack tells of it. */
function chosen(fake: FakeSlack, value: Typed): Json {
  if (typeof value === 'string') return value.replace(/^slack:T1\//, '');
  return typeof value === 'object' ? fake.upload(value) : value;
}

function withValues(view: Json, given: Json): Json {
  const blocks = view.blocks.map((block: Json) => {
    const value = given[block.block_id];
    if (value === undefined) return block;
    const { element } = block;
    const initial =
      element.type === 'datepicker' ? { initial_date: value } : { initial_value: String(value) };
    return { ...block, element: { ...element, ...initial } };
  });
  return { ...view, blocks };
}
