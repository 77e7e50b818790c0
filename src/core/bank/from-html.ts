// Text out of the HTML that other programs put into questions: tags go, line breaks stay.

const tag =
  /<(\/?)(p|br|b|i|u|s|em|strong|span|div|font|a|ul|ol|li|sub|sup|code|pre|h[1-6]|table|tbody|tr|td|th|hr|blockquote)\b[^<>]{0,500}>/gi;
const onOwnLine = /^(?:p|br|div|li|tr|h[1-6]|hr|blockquote|pre|ul|ol|table)$/i;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  deg: '°',
  micro: 'µ',
  ge: '≥',
  le: '≤',
  sect: '§',
};

export function fromHtml(html: string): string {
  return html
    .replaceAll(tag, (_whole, _closing, name: string) => (onOwnLine.test(name) ? '\n' : ''))
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, entityOf);
}

function entityOf(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

export function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

/** What cannot be shown here. */
export function holdsMedia(html: string): boolean {
  return /<(?:img|audio|video|object|embed|iframe)\b|\[sound:|@@PLUGINFILE@@/i.test(html);
}
