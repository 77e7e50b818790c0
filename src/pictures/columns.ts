// Columns side by side, each with its number on top and its name below.

import { type Panel, panelWidth } from './picture.ts';
import { box, label } from './svg.ts';

export interface Column {
  /** Below it; short, since there may be fourteen. */
  readonly label: string;
  /** In its place where it is told in words: `Monday, November 23`. */
  readonly told: string;
  readonly count: number;
  readonly stands?: 'out';
}

const tallest = 64;
const numberHeight = 16;
const gap = 4;

/** `nothing` is said, and nothing is drawn but the names, where all are empty. */
export function columns(title: string, all: readonly Column[], nothing: string): Panel {
  const most = Math.max(1, ...all.map(({ count }) => count));
  const pitch = panelWidth / all.length;
  const floor = numberHeight + tallest;
  const filled = all.filter(({ count }) => count > 0);
  const told = filled.map((column) => `${column.told} ${column.count}`).join(', ');
  return {
    title,
    height: floor + 20,
    words: filled.length === 0 ? nothing : `${told}; none on the other days.`,
    draw: (palette) => {
      const drawn = all.map(({ label: name, count, stands }, index) => {
        const height = count === 0 ? 2 : Math.max(4, (count / most) * tallest);
        const x = index * pitch;
        const middle = x + pitch / 2;
        const colour =
          count === 0 ? palette.track : stands === 'out' ? palette.warning : palette.accent;
        return [
          box(x + gap / 2, floor - height, pitch - gap, height, colour, 2),
          count === 0
            ? ''
            : label(String(count), middle, floor - height - 4, {
                fill: palette.ink,
                size: 12,
                anchor: 'middle',
              }),
          label(name, middle, floor + 15, { fill: palette.muted, size: 12, anchor: 'middle' }),
        ].join('');
      });
      return drawn.join('');
    },
  };
}
