// Turns our reply into a Discord message (Components V2; docs/decisions/0010-discord-messages.md).

import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APITextDisplayComponent,
  ComponentType,
  MessageFlags,
  type RawFile,
} from 'discord.js';
import type { Reply } from '../../bot/reply.ts';
import { localId } from '../../core/ids.ts';
import { rowsOf } from './controls.ts';
import { discordMarkdown, literal } from './markdown.ts';

export interface Rendered {
  readonly body: MessageBody;
  readonly files: RawFile[];
}

/** The same for a new message, an edit and an answer to an interaction. */
export interface MessageBody {
  readonly flags: number;
  readonly components: readonly (APITextDisplayComponent | APIContainerComponent)[];
  /** An edit without these would be parsed with Discord's defaults, which ping. */
  readonly allowed_mentions: {
    readonly parse: readonly [];
    readonly users: readonly string[];
    readonly roles?: readonly string[];
  };
  /** On an edit, what is not listed is taken away. */
  readonly attachments: readonly Attachment[];
}

interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description?: string;
}

export function renderMessage(reply: Reply): Rendered {
  const users = (reply.mentions ?? []).map(localId);
  const roles = reply.mentionedRole === undefined ? [] : [reply.mentionedRole];
  const named = filesOf(reply);
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [...pings(users, roles), container(reply)],
      allowed_mentions: { parse: [], users, ...(roles.length > 0 && { roles }) },
      attachments: named.map(({ name, alt }, index) => ({
        id: String(index),
        filename: name,
        ...(alt && { description: alt }),
      })),
    },
    files: named.map(({ name, bytes, mediaType }) => ({
      name,
      data: Buffer.from(bytes),
      contentType: mediaType,
    })),
  };
}

/** Only what stands here can ping: everywhere else `<` is shown literally. */
function pings(
  users: readonly string[],
  roles: readonly string[],
): readonly APITextDisplayComponent[] {
  const named = [...users.map((id) => `<@${id}>`), ...roles.map((id) => `<@&${id}>`)];
  return named.length > 0 ? [text(named.join(' '))] : [];
}

const accents = { good: 0x2e7d32, warning: 0xe09f1f, bad: 0xc62828 } as const;

function container(reply: Reply): APIContainerComponent {
  const said = saidIn(reply);
  const components: APIComponentInContainer[] = [
    ...(said.main === '' ? [] : [text(said.main)]),
    ...filesOf(reply).map(shownFile),
    ...(said.footnote === '' ? [] : [text(said.footnote)]),
    ...rowsOf(reply.controls ?? []),
  ];
  return {
    type: ComponentType.Container,
    ...(reply.tone && { accent_color: accents[reply.tone] }),
    components,
  };
}

function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** Characters in all text displays of a message together, some left for those it names. */
const mostText = 4000 - 100;
/** What the text itself is sure to get, before fields and footnote take their part. */
const sureText = 1500;

function saidIn(reply: Reply): { readonly main: string; readonly footnote: string } {
  const title = begun('### ', literal(reply.title ?? '', 400));
  const footnote = begun('-# ', literal(reply.footnote ?? '', 800));
  const room = mostText - title.length - footnote.length;
  const whole = discordMarkdown(reply.text);
  const fields = fieldsIn(reply, room - Math.min(whole.length, sureText));
  const left = room - fields.length - 4;
  const said = whole.length <= left ? whole : discordMarkdown(reply.text, left);
  const body = [said, fields].filter((part) => part !== '').join('\n\n');
  return { main: [title, body].filter((part) => part !== '').join('\n'), footnote };
}

function begun(mark: string, text: string): string {
  return text === '' ? '' : mark + text;
}

function fieldsIn(reply: Reply, most: number): string {
  let written = '';
  for (const { label, value } of reply.fields ?? []) {
    const head = `${written === '' ? '' : '\n'}**${literal(label)}**\n`;
    written += head + discordMarkdown(value, most - written.length - head.length);
    if (written.length >= most) break;
  }
  return written;
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly alt?: string;
}

function filesOf(reply: Reply): readonly NamedFile[] {
  const picture = reply.image && {
    name: 'picture.png',
    mediaType: 'image/png',
    bytes: reply.image.png,
    alt: reply.image.alt,
  };
  const names = (reply.files ?? []).map((file) => safe(file.name));
  const files = (reply.files ?? []).map((file, index) => {
    const name = names[index] ?? '';
    return { ...file, name: names.indexOf(name) === index ? name : `${index + 1}-${name}` };
  });
  return picture ? [picture, ...files] : files;
}

/** Discord renames what it does not like, and `attachment://` must say the name as it is then. */
function safe(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '_').slice(-100);
}

function shownFile({ name, alt }: NamedFile): APIComponentInContainer {
  const url = `attachment://${name}`;
  return alt === undefined
    ? { type: ComponentType.File, file: { url } }
    : { type: ComponentType.MediaGallery, items: [{ media: { url }, description: alt }] };
}
