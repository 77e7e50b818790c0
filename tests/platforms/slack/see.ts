// A message of the fake Slack as a person sees it.

import type { SeenForm, SeenMessage } from '../../contracts/driver.ts';
import { type FakeMessage, type Json, type Opened, team } from './fake-workspace.ts';

export function seenMessage(message: FakeMessage, neighbours: readonly FakeMessage[]): SeenMessage {
  const pieces = piecesOf(message.blocks);
  const controls = message.blocks.flatMap(controlsOf);
  const files = [message, ...neighbours].flatMap((one) => one.files);
  const picture = files.find((file) => file.alt !== undefined);
  const pinged = [
    ...pieces.filter((piece) => piece.type === 'user').map((piece) => piece.user_id),
    ...[...message.text.matchAll(/<[@!]([^>|]+)/g)].map((match) => match[1]),
  ];
  return {
    kind: 'message',
    at: { channel: `slack:${team}/${message.channel}`, messageId: message.ts },
    visibleTo:
      message.only === undefined && !message.channel.startsWith('D') ? 'everyone' : 'presser',
    text: wordsOf(message),
    bold: pieces.filter((piece) => piece.style?.bold).map((piece) => piece.text),
    links: [
      ...pieces.filter((piece) => piece.type === 'link').map((piece) => piece.url),
      ...controls.flatMap((control) => control.url ?? []),
    ],
    controls: controls.map(({ url: _, ...control }) => control),
    ...(picture && { image: { alt: picture.alt ?? '', bytes: picture.bytes } }),
    files: files.filter((file) => file !== picture),
    pings: pinged.map((user) => `slack:${team}/${user}`),
  };
}

export function seenForm(opened: Opened, problems: SeenForm['problems'] = {}): SeenForm {
  return {
    kind: 'form',
    title: opened.view.title.text,
    fields: opened.view.blocks.map(({ block_id, label, optional, element }: Json) => {
      const value =
        element.initial_value ?? element.initial_date ?? element.initial_option?.value ?? undefined;
      return {
        name: block_id,
        label: label.text,
        required: !optional,
        ...(value !== undefined && { value }),
      };
    }),
    problems,
  };
}

/** The words alone; the coloured circle is a colour. */
function wordsOf(message: FakeMessage): string {
  if (message.blocks.length === 0) return message.text;
  const lines = message.blocks.flatMap((block) => {
    if (block.type === 'header') return [block.text.text.replace(/^[🟢🟡🔴] /u, '')];
    if (block.type === 'context' && !offOf(block)) return [block.elements[0].text];
    return block.type === 'rich_text' ? block.elements.map(partWords) : [];
  });
  return lines
    .join('\n')
    .replaceAll(/\n{2,}/g, '\n')
    .replace(/^[🟢🟡🔴] \n?/u, '')
    .trim();
}

function partWords(part: Json): string {
  if (part.type !== 'rich_text_list') return joined(part.elements);
  return part.elements
    .map(
      (item: Json, i: number) =>
        `${part.style === 'ordered' ? `${i + 1}.` : '•'} ${joined(item.elements)}`,
    )
    .join('\n');
}

function joined(pieces: readonly Json[]): string {
  return pieces.map(pieceWords).join('');
}

/** Members and channels by their ids: which names Slack shows is its own affair. */
function pieceWords({ text, user_id: user, channel_id: place }: Json): string {
  return text ?? (user ? `@${user}` : place ? `#${place}` : '');
}

function piecesOf(blocks: readonly Json[]): readonly Json[] {
  return blocks.flatMap((piece) => {
    if (piece.type === 'actions' || piece.type === 'context') return [];
    return piece.elements ? piecesOf(piece.elements) : [piece];
  });
}

function controlsOf(block: Json) {
  const off = offOf(block);
  if (off) return [{ kind: 'button' as const, label: off, disabled: true, url: undefined }];
  if (block.type !== 'actions') return [];
  return block.elements.map((element: Json) => ({
    kind: element.type === 'static_select' ? 'select' : element.url ? 'link' : 'button',
    label: (element.text ?? element.placeholder).text,
    url: element.url,
    ...(element.options && { choices: element.options.map((one: Json) => one.text.text) }),
  }));
}

function offOf(block: Json): string | undefined {
  return block.type === 'context' ? /^Off: (.+)$/.exec(block.elements[0].text)?.[1] : undefined;
}
