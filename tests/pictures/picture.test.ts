import { expect, test } from 'vitest';
import { bars } from '../../src/pictures/bars.ts';
import { columns } from '../../src/pictures/columns.ts';
import { drawing, type Panel, picture } from '../../src/pictures/picture.ts';
import { render } from '../../src/pictures/render.ts';
import { label } from '../../src/pictures/svg.ts';
import { gridStart, weekGrid } from '../../src/pictures/week-grid.ts';

const today = Temporal.PlainDate.from('2026-11-25');

const panels: readonly Panel[] = [
  bars('Right answers by topic', [
    { label: 'Compliance', share: 0.42, figure: '42%', told: '42% of 31', stands: 'out' },
    { label: 'Anatomy', share: 1, figure: '100%' },
  ]),
  weekGrid('Activity', new Map([['2026-11-23', 4]]), today, 'answer'),
  columns(
    'Due for review',
    [
      { label: '25', told: 'today', count: 5 },
      { label: '26', told: 'tomorrow', count: 0 },
    ],
    'nothing is due.',
  ),
];

/** Width and height stand in the header of every PNG. */
function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  return [view.getUint32(16), view.getUint32(20)];
}

test('a picture is a PNG of 800 pixels across, in either theme', async () => {
  const light = await picture(panels, 'light');
  const dark = await picture(panels, 'dark');
  expect(sizeOf(light.png)[0]).toBe(800);
  expect(sizeOf(light.png)).toEqual(sizeOf(dark.png));
  expect(light.png).not.toEqual(dark.png);
});

test('the alternative text says what is drawn, whatever the theme', async () => {
  const { alt } = await picture(panels, 'dark');
  expect(alt).toBe(
    'Right answers by topic: Compliance 42% of 31, Anatomy 100%. ' +
      'Activity: 4 answers on 1 day; by week, the oldest first: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4. ' +
      'Due for review: today 5; none on the other days.',
  );
});

test('letters are really drawn: without its font a text would be left out in silence', async () => {
  const page = (content: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40" font-family="DejaVu Sans">${content}</svg>`;
  const written = (text: string) => render(page(label(text, 0, 20, { fill: '#000000' })));
  expect(await written('Compliance')).not.toEqual(await render(page('')));
  expect(await written('Compliance')).not.toEqual(await written('Anatomy'));
});

test('what people wrote is drawn as it stands and breaks nothing', async () => {
  const nasty = '<script>&"\u0000\ud800 ]]> 👩‍⚕️ مرحبا';
  const svg = drawing([bars(nasty, [{ label: nasty, share: Number.NaN, figure: '—' }])], 'light');
  expect(svg).toContain('&lt;script&gt;&amp;');
  expect(sizeOf(await render(svg))[0]).toBe(800);
});

test('a share beyond the whole is drawn as the whole, one below nothing as nothing', () => {
  const widths = (share: number) =>
    [
      ...drawing([bars('', [{ label: '', share, figure: '' }])], 'light').matchAll(
        /width="([\d.]+)"/g,
      ),
    ]
      .map(([, found]) => Number(found))
      .slice(2);
  expect(widths(1.5)).toEqual([368, 368]);
  expect(widths(-1)).toEqual([368]);
});

test('the grid begins on a Sunday and ends in the week of today', () => {
  expect(gridStart(today).toString()).toBe('2026-09-06');
  expect(gridStart(Temporal.PlainDate.from('2026-11-22')).toString()).toBe('2026-09-06');
  expect(gridStart(Temporal.PlainDate.from('2026-11-28')).toString()).toBe('2026-09-06');
});

test('where there is nothing, the words say so', () => {
  expect(weekGrid('Activity', new Map(), today, 'answer').words).toBe('no answers yet.');
  const once = weekGrid('Activity', new Map([['2026-11-23', 1]]), today, 'answer');
  expect(once.words).toMatch(/^1 answer on 1 day;/);
  const none = columns('Due', [{ label: '25', told: 'today', count: 0 }], 'nothing is due.');
  expect(none.words).toBe('nothing is due.');
});
