// What the bot says, as JSON: bytes in base64, and text also as the blocks that it is made of.

import { type Block, parse } from '../../bot/markdown.ts';
import type { Outcome, Reply } from '../../bot/reply.ts';
import type { Answer } from './answer.ts';
import type { Message } from './messages.ts';

export type ReplyJson = Omit<Reply, 'image' | 'files' | 'fields'> & {
  /** The text, read: the page needs to know no Markdown. */
  readonly blocks: readonly Block[];
  readonly fields?: readonly {
    readonly label: string;
    readonly value: string;
    readonly blocks: readonly Block[];
  }[];
  readonly image?: { readonly png: string; readonly alt: string };
  readonly files?: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly bytes: string;
  }[];
};

export type MessageJson = ReplyJson &
  Pick<Message, 'id' | 'revision' | 'to' | 'channel' | 'edited' | 'thread' | 'by'> & {
    readonly at: string;
  };

export type FormJson = Extract<Outcome, { kind: 'form' }>;
export type InvalidJson = Extract<Outcome, { kind: 'invalid' }>;
/** `posted`: everybody in the channel sees it as a message of its own. */
export type OutcomeJson = (ReplyJson & { readonly posted?: string }) | FormJson | InvalidJson;

export function renderReply(reply: Reply): ReplyJson {
  const { image, files, fields, ...rest } = reply;
  return {
    ...rest,
    blocks: parse(reply.text),
    ...(fields && {
      fields: fields.map((field) => ({ ...field, blocks: parse(field.value) })),
    }),
    ...(image && { image: { png: base64(image.png), alt: image.alt } }),
    ...(files && {
      files: files.map(({ bytes, ...file }) => ({
        ...file,
        size: bytes.byteLength,
        bytes: base64(bytes),
      })),
    }),
  };
}

export function renderMessage({ reply, at, ...message }: Message): MessageJson {
  return { ...renderReply(reply), ...message, at: at.toString() };
}

/** Of a form the page gets no files back: they are still in the field that they were put into. */
export function renderAnswer({ outcome, posted }: Answer): OutcomeJson {
  if (outcome.kind === 'reply') return { ...renderReply(outcome), ...(posted && { posted }) };
  if (outcome.kind === 'form') return { ...outcome, values: plainValues(outcome.values) };
  return { ...outcome, form: { ...outcome.form, values: plainValues(outcome.form.values) } };
}

function plainValues(values: Readonly<Record<string, unknown>> = {}) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([name, value]) => [name, value]),
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
