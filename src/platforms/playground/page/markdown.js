// Shows the bot's text. The server has read it already; here blocks become elements.

import { el } from './dom.js';
import { state } from './state.js';

/** @import { Block, Inline } from './types.ts' */

/** @param {readonly Block[]} blocks */
export function showBlocks(blocks) {
  return blocks.map((block) => {
    if (block.kind === 'list')
      return el(
        block.ordered ? 'ol' : 'ul',
        {},
        block.items.map((item) => el('li', {}, showInline(item))),
      );
    const lines = block.lines.flatMap((line, i) => [
      ...(i > 0 ? [el('br')] : []),
      ...showInline(line),
    ]);
    return el(block.kind === 'quote' ? 'blockquote' : 'p', {}, lines);
  });
}

/**
 * @param {readonly Inline[]} pieces
 * @returns {(Node | string)[]}
 */
function showInline(pieces) {
  return pieces.map(showPiece);
}

/**
 * @param {Inline} piece
 * @returns {Node | string}
 */
function showPiece(piece) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return el('code', {}, piece.text);
    case 'bold':
      return el('strong', {}, showInline(piece.children));
    case 'italic':
      return el('em', {}, showInline(piece.children));
    case 'link':
      return outsideLink(piece.url, showInline(piece.children));
    default:
      return el('span', { class: 'named' }, nameOf(piece.id) ?? piece.text);
  }
}

/**
 * @param {string} id
 * @returns {string | undefined}
 */
function nameOf(id) {
  const person = state.group.people.find((each) => each.id === id);
  const channel = state.group.channels.find((each) => each.id === id);
  return person ? `@${person.name}` : channel && `#${channel.name}`;
}

/**
 * @param {string} url
 * @param {(Node | string)[]} children
 * @param {Record<string, string>} [attributes]
 */
export function outsideLink(url, children, attributes = {}) {
  const safe = url.startsWith('https://') ? url : undefined;
  return el(
    'a',
    { href: safe, target: '_blank', rel: 'noopener noreferrer', ...attributes },
    children,
  );
}
