/** On what ground pictures are drawn: what suits the eyes, and the rest of the screen. */
export type Theme = 'light' | 'dark';
