// From SVG to PNG. The only place that knows the drawing library, which is loaded when it is needed.

import { fileURLToPath } from 'node:url';

/** Pixels for each unit of the drawing: sharp on screens that have two or three to the point. */
const zoom = 2;

/** Ours, not the machine's: without a font a text is left out in silence. */
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)),
);

/** Draws on a thread of its own: nobody waits for it. */
export async function render(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  });
  return image.asPng();
}
