// Colours by their role, once for a light ground and once for a dark one: the playground's own.

import type { Theme } from '../core/theme.ts';

export interface Palette {
  readonly page: string;
  readonly ink: string;
  readonly muted: string;
  /** What a bar runs along, and a day on which nothing happened. */
  readonly track: string;
  readonly accent: string;
  /** What should be looked at first; never without a word or a number beside it. */
  readonly warning: string;
  /** From little to much. */
  readonly steps: readonly [string, string, string, string];
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#ffffff',
    ink: '#1b2426',
    muted: '#56656a',
    track: '#e6e8e6',
    accent: '#0d6e66',
    warning: '#b26a00',
    steps: ['#b5dcd6', '#6cb8ae', '#2a8f85', '#0b4f49'],
  },
  dark: {
    page: '#15191c',
    ink: '#e7ecec',
    muted: '#9caab0',
    track: '#2c353a',
    accent: '#58c9ba',
    warning: '#f2c063',
    steps: ['#1d4f49', '#2c7d73', '#47aa9d', '#8ce6d9'],
  },
};
