// The files of the page, by name: nothing else is ever read from disk for a request.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'page');

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const names = [
  'index.html',
  'theme.css',
  'controls.css',
  'frame.css',
  'conversation.css',
  'card.css',
  'composer.css',
  'form.css',
  'time-machine.css',
  'narrow.css',
  'mark.svg',
  'api.js',
  'completion.js',
  'composer.js',
  'controls.js',
  'do.js',
  'dom.js',
  'field.js',
  'first-things.js',
  'form-dialog.js',
  'main.js',
  'markdown.js',
  'message.js',
  'sidebar.js',
  'state.js',
  'time-machine.js',
  'time.js',
  'transcript.js',
];

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

/** By path; read once at start, so that a missing file is noticed then. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const files = names.map((name): [string, PageFile] => [
    name === 'index.html' ? '/' : `/${name}`,
    { type: types[name.split('.').at(-1) ?? ''] ?? '', content: readFileSync(join(folder, name)) },
  ]);
  return new Map(files);
}
