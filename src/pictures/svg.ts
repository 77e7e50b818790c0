// The little of SVG that our pictures need, written as text.

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** `content` is SVG already, or text made safe by `label`. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

export interface LabelStyle {
  readonly fill: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** `y` is the line on which the letters stand. */
export function label(text: string, x: number, y: number, style: LabelStyle): string {
  return element(
    'text',
    {
      x,
      y,
      fill: style.fill,
      'font-size': style.size ?? 13,
      'font-weight': style.bold ? 'bold' : undefined,
      'text-anchor': style.anchor,
    },
    escaped(text),
  );
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  radius = 2,
): string {
  return element('rect', { x, y, width, height, rx: radius, fill });
}

/** Cut to what fits so many units of width, by the mean width of a letter of DejaVu Sans. */
export function fitted(text: string, width: number, size = 13): string {
  const most = Math.floor(width / (size * 0.58));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** What XML cannot hold is left out. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replaceAll(/[\u0000-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
