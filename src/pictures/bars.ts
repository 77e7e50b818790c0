// Bars along a track: how much of a whole is reached, a row each.

import { type Panel, panelWidth } from './picture.ts';
import { box, fitted, label } from './svg.ts';

export interface Bar {
  readonly label: string;
  /** From 0 to 1; more is drawn as 1. */
  readonly share: number;
  /** What stands at the end of the row: `80%`, `12 of 20`. */
  readonly figure: string;
  /** In place of `figure` where it is told in words: `80% of 25`. */
  readonly told?: string;
  /** A line across the track at this share: what should be reached by now. */
  readonly mark?: number;
  /** Drawn in the colour that catches the eye; `figure` or `told` says why. */
  readonly stands?: 'out';
}

const rowHeight = 34;
const thickness = 9;

/** `closing` is a sentence below: what is not shown, or what the mark means. */
export function bars(title: string, rows: readonly Bar[], closing?: string): Panel {
  const told = rows.map((row) => `${row.label} ${row.told ?? row.figure}`).join(', ');
  return {
    title,
    height: rows.length * rowHeight + (closing ? 14 : 0),
    words: `${told}.${closing ? ` ${closing}` : ''}`,
    draw: (palette) => {
      const drawn = rows.map((row, index) => {
        const y = index * rowHeight;
        const share = Math.min(1, Math.max(0, row.share));
        const colour = row.stands === 'out' ? palette.warning : palette.accent;
        const figure = label(row.figure, panelWidth, y + 12, {
          fill: palette.ink,
          bold: true,
          anchor: 'end',
        });
        const room = panelWidth - row.figure.length * 9 - 12;
        const bar = y + 18;
        return [
          label(fitted(row.label, room), 0, y + 12, { fill: palette.ink }),
          figure,
          box(0, bar, panelWidth, thickness, palette.track, thickness / 2),
          share > 0
            ? box(0, bar, Math.max(thickness, share * panelWidth), thickness, colour, thickness / 2)
            : '',
          row.mark === undefined
            ? ''
            : box(row.mark * panelWidth - 1, bar - 3, 2, thickness + 6, palette.ink, 1),
        ].join('');
      });
      const last = label(closing ?? '', 0, rows.length * rowHeight + 8, {
        fill: palette.muted,
        size: 12,
      });
      return drawn.join('') + (closing ? last : '');
    },
  };
}
