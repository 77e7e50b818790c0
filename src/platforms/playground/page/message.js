// Draws what was said: the bot's messages as cards, and what somebody typed.

import { showControls } from './controls.js';
import { el, icon } from './dom.js';
import { showBlocks } from './markdown.js';
import { isDm, me, personName } from './state.js';
import { minuteOf, momentOf } from './time.js';

/** @import { MessageJson, OwnEntry, PressedOn, ReplyJson } from './types.ts' */

/** Beside every colour there is its word. */
const toneWords = { good: 'Good', bad: 'Not right', warning: 'Please note' };

/** @param {{ message?: MessageJson, own?: OwnEntry }} entry */
export function showEntry({ message, own }) {
  if (message) return showMessage(message);
  if (own?.kind === 'typed') return showTyped(own);
  if (own?.kind === 'reply' && own.reply) return showPrivate(own, own.reply);
  if (own?.kind === 'failed') return botRow(own.at, ['Not answered'], el('p', {}, own.text));
  return showThinking();
}

/** @param {MessageJson} message */
function showMessage(message) {
  const marks = [
    ...(message.by ? [`for ${message.by.name}`] : []),
    ...(message.edited ? ['edited'] : []),
  ];
  return botRow(
    message.at,
    marks,
    showReply(message, { kept: message.id }),
    message.thread !== undefined &&
      el('p', { class: 'thread' }, icon('thread'), 'Thread: ', el('strong', {}, message.thread)),
  );
}

/**
 * @param {OwnEntry} own
 * @param {ReplyJson} reply
 */
function showPrivate(own, reply) {
  const onlyYou =
    !isDm(own.place) && el('p', { class: 'only-you' }, icon('eye'), 'Only you can see this');
  return botRow(own.at, [], showReply(reply, { own: own.id }), onlyYou);
}

/** @param {OwnEntry} own */
function showTyped(own) {
  const { name, id } = me();
  return el(
    'article',
    { class: 'entry typed', 'aria-label': `${name} typed` },
    avatar(id),
    el('div', { class: 'said' }, header(name, own.at, []), el('p', { class: 'line' }, own.text)),
  );
}

function showThinking() {
  return el(
    'article',
    { class: 'entry', 'aria-label': 'Coderounds is thinking' },
    botAvatar(),
    el(
      'div',
      { class: 'said' },
      el('p', { class: 'thinking' }, 'Thinking', el('i'), el('i'), el('i')),
    ),
  );
}

/**
 * @param {string} at
 * @param {readonly string[]} marks
 * @param {...(Node | false)} children
 */
function botRow(at, marks, ...children) {
  return el(
    'article',
    { class: 'entry', 'aria-label': 'Coderounds', tabindex: -1 },
    botAvatar(),
    el('div', { class: 'said' }, header('Coderounds', at, marks, true), children),
  );
}

/**
 * @param {string} name
 * @param {string} at
 * @param {readonly string[]} marks
 * @param {boolean} [isBot]
 */
function header(name, at, marks, isBot) {
  return el(
    'header',
    {},
    el('strong', {}, name),
    isBot && el('span', { class: 'tag' }, 'bot'),
    el('time', { datetime: at, title: momentOf(at) }, minuteOf(at)),
    marks.map((mark) => el('span', { class: 'mark' }, mark)),
  );
}

function botAvatar() {
  return el('img', { class: 'avatar', src: '/mark.svg', alt: '', width: 36, height: 36 });
}

/** @param {string} id */
export function avatar(id) {
  const colour = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4;
  return el(
    'span',
    { class: `avatar colour-${colour}`, 'aria-hidden': 'true' },
    personName(id).slice(0, 1),
  );
}

/**
 * @param {ReplyJson} reply
 * @param {PressedOn} on
 */
function showReply(reply, on) {
  const { title, mentions, fields, image, files, footnote, tone } = reply;
  return el(
    'div',
    { class: tone ? `card ${tone}` : 'card' },
    tone && el('p', { class: 'tone' }, icon(tone), toneWords[tone]),
    mentions?.length !== 0 && mentions && showMentions(mentions),
    title !== undefined && el('h3', {}, title),
    showBlocks(reply.blocks),
    fields && fields.length > 0 && showFields(fields),
    image && el('img', { class: 'picture', src: dataUrl('image/png', image.png), alt: image.alt }),
    files?.map(showFile),
    footnote !== undefined && el('p', { class: 'footnote' }, footnote),
    reply.controls && reply.controls.length > 0 && showControls(reply.controls, on),
  );
}

/** @param {readonly string[]} mentions */
function showMentions(mentions) {
  return el(
    'p',
    {},
    mentions.flatMap((id) => [el('span', { class: 'mention' }, `@${personName(id)}`), ' ']),
  );
}

/** @param {NonNullable<ReplyJson['fields']>} fields */
function showFields(fields) {
  return el(
    'dl',
    {},
    fields.map(({ label, blocks }) =>
      el('div', {}, el('dt', {}, label), el('dd', {}, showBlocks(blocks))),
    ),
  );
}

/** @param {NonNullable<ReplyJson['files']>[number]} file */
function showFile({ name, mediaType, size, bytes }) {
  const attributes = { class: 'file', href: dataUrl(mediaType, bytes), download: name };
  return el('a', attributes, icon('file'), el('span', {}, name), el('small', {}, inWords(size)));
}

/**
 * @param {string} mediaType
 * @param {string} bytes
 */
function dataUrl(mediaType, bytes) {
  return `data:${mediaType};base64,${bytes}`;
}

/** @param {number} size */
function inWords(size) {
  if (size < 1000) return `${size} bytes`;
  return size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
