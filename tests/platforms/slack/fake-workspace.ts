// Who and what is in the fake Slack: people, channels, messages, windows, and what ran out.

import { problemsOfMessage } from './block-kit.ts';

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  /** Seen by this person alone. */
  readonly only?: string;
  text: string;
  blocks: readonly Json[];
  readonly files: readonly FakeFile[];
  readonly problems: string[];
  readonly metadata?: Json;
  edits: number;
}

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly alt?: string;
  bytes: Uint8Array;
}

// biome-ignore lint/suspicious/noExplicitAny: the JSON that a stranger sends
export type Json = any;

export interface Opened {
  readonly trigger: string;
  view: Json;
}

export const team = 'T1';
export const bot = 'U0BOT';
export const people = { maria: 'U1', tom: 'U2', olga: 'U3' } as const;
/** The bot is in the first, and not in the second. */
export const channel = 'C1';
export const strangeChannel = 'C2';
/** Where Maria and Tom talk alone. */
export const othersDm = 'DOTHERS';

/** docs.slack.dev, Handling user interaction: five times, half an hour. */
const usesOfResponseUrl = 5;

export interface Workspace {
  base: string;
  readonly messages: FakeMessage[];
  readonly views: Opened[];
  readonly files: Map<string, FakeFile>;
  readonly admins: Set<string>;
  dmOf(user: string): string;
  isMember(channel: string, user: string): boolean;
  add(message: Partial<FakeMessage> & { channel: string }, raw: Json): FakeMessage;
  change(message: FakeMessage, raw: Json): void;
  /** Opens a window before somebody's eyes. */
  open(opened: Opened): void;
  newTrigger(): string;
  /** Whether it can open a window: once, and within three seconds. */
  useTrigger(id: string): boolean;
  newResponseUrl(place: ResponsePlace): string;
  respond(id: string, body: Json): [number, unknown];
  announceFile(args: Json): string;
  /** Three seconds, or half an hour, are over. */
  expire(what: 'triggers' | 'response addresses'): void;
}

interface ResponsePlace {
  readonly user: string;
  readonly channel: string;
  readonly message?: FakeMessage;
}

export function makeWorkspace(changed: () => void): Workspace {
  const triggers = new Set<string>();
  const addresses = new Map<string, ResponsePlace & { uses: number }>();
  let clock = 1_700_000_000;
  let ids = 0;
  const next = (prefix: string) => {
    ids += 1;
    return `${prefix}${ids}`;
  };
  const ownDms = new Map(Object.values(people).map((user) => [user as string, `D${user}`]));

  const workspace: Workspace = {
    base: '',
    messages: [],
    views: [],
    files: new Map(),
    admins: new Set([people.olga]),
    dmOf: (user) => ownDms.get(user) ?? '',
    isMember: (where, user) =>
      where === channel ||
      where === workspace.dmOf(user) ||
      (where === strangeChannel && user !== bot),
    add(message, raw) {
      clock += 1;
      const added: FakeMessage = {
        ts: `${clock}.000100`,
        text: raw.text ?? '',
        blocks: raw.blocks ?? [],
        files: [],
        problems: [...problemsOfMessage(raw)],
        metadata: raw.metadata,
        edits: 0,
        ...message,
      };
      workspace.messages.push(added);
      changed();
      return added;
    },
    change(message, raw) {
      message.text = raw.text ?? '';
      message.blocks = raw.blocks ?? [];
      message.problems.push(...problemsOfMessage(raw));
      message.edits += 1;
      changed();
    },
    open(opened) {
      workspace.views.push(opened);
      changed();
    },
    newTrigger() {
      const id = next('trigger.');
      triggers.add(id);
      return id;
    },
    useTrigger: (id) => triggers.delete(id),
    newResponseUrl(place) {
      const id = next('r');
      addresses.set(id, { ...place, uses: 0 });
      return `${workspace.base}/response/${id}`;
    },
    respond(id, body) {
      const address = addresses.get(id);
      if (!address) return [404, { ok: false, error: 'expired_url' }];
      address.uses += 1;
      if (address.uses > usesOfResponseUrl) return [404, { ok: false, error: 'used_url' }];
      if (body.replace_original && address.message) {
        workspace.change(address.message, body);
        address.message.problems.push(...loudnessOf(body));
        return [200, { ok: true }];
      }
      const said = workspace.add(
        {
          channel: address.channel,
          ...(body.thread_ts && { thread: body.thread_ts }),
          ...(body.response_type !== 'in_channel' && { only: address.user }),
        },
        body,
      );
      said.problems.push(...loudnessOf(body));
      return [200, { ok: true }];
    },
    announceFile(args) {
      const id = next('F');
      const alt = args.alt_text ?? args.alt_txt;
      workspace.files.set(id, { id, name: args.filename, alt, bytes: new Uint8Array() });
      return id;
    },
    expire(what) {
      if (what === 'triggers') triggers.clear();
      else addresses.clear();
    },
  };
  return workspace;
}

/** An answer that is sent to a `response_url` says itself that it pings and previews nothing. */
function loudnessOf(body: Json): readonly string[] {
  return ['link_names', 'unfurl_links', 'unfurl_media']
    .filter((name) => body[name] !== false)
    .map((name) => `${name} is not off`);
}
