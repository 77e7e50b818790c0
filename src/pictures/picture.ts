// A picture: panels one below the other, each of which also says in words what it shows.

import type { Theme } from '../core/theme.ts';
import { type Palette, palettes } from './palette.ts';
import { render } from './render.ts';
import { box, element, label } from './svg.ts';

/** In units of which a phone shows about one to the point: texts of 12 and more can be read there. */
export const width = 400;
const margin = 16;
/** What a panel has from its left edge to its right. */
export const panelWidth = width - 2 * margin;
const headHeight = 26;

export interface Panel {
  readonly title: string;
  /** Of the drawing, without the title. */
  readonly height: number;
  /** SVG whose left upper corner is at 0, 0. */
  draw(palette: Palette): string;
  /** The same for those who do not see it: a sentence or two. */
  readonly words: string;
}

/** What a reply shows as its `image`. */
export interface Picture {
  readonly png: Uint8Array;
  readonly alt: string;
}

export async function picture(panels: readonly Panel[], theme: Theme): Promise<Picture> {
  return { png: await render(drawing(panels, theme)), alt: wordsOf(panels) };
}

export function wordsOf(panels: readonly Panel[]): string {
  return panels.map(({ title, words }) => `${title}: ${words}`).join(' ');
}

export function drawing(panels: readonly Panel[], theme: Theme): string {
  const palette = palettes[theme];
  let y = margin;
  const drawn = panels.map((panel) => {
    const heading = label(panel.title, 0, 14, { fill: palette.ink, size: 15, bold: true });
    const body = element('g', { transform: `translate(0 ${headHeight})` }, panel.draw(palette));
    const placed = element('g', { transform: `translate(${margin} ${y})` }, heading + body);
    y += headHeight + panel.height + margin;
    return placed;
  });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: y,
      viewBox: `0 0 ${width} ${y}`,
      'font-family': 'DejaVu Sans',
    },
    box(0, 0, width, y, palette.page, 0) + drawn.join(''),
  );
}
