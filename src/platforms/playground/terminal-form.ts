// Asks a form field by field in the terminal.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Form } from '../../bot/reply.ts';
import type { Spec, Upload } from '../../bot/shape.ts';
import { channels, people } from './tell.ts';
import { safe } from './terminal-text.ts';

export interface Screen {
  /** Above the line that somebody is typing just now. */
  print(text: string): void;
  /** Undefined at the end of the input. */
  ask(prompt: string): Promise<string | undefined>;
}

export type Answers = Readonly<Record<string, unknown>>;

/** Asks for all, or for those with a problem. Undefined if the person gave it up. */
export async function askForm(
  form: Form,
  before: Answers,
  problems: Readonly<Record<string, string>> | undefined,
  screen: Screen,
): Promise<Answers | undefined> {
  const { print } = screen;
  if (!problems) print(`${safe(form.title)} (Enter keeps what is in brackets, :cancel gives up)`);
  const answers: Record<string, unknown> = {};
  for (const [name, problem] of Object.entries(problems ?? {}))
    print(
      `${safe(form.specs.find((spec) => spec.name === name)?.label ?? name)} ${safe(problem)}.`,
    );
  for (const spec of form.specs) {
    const known = before[spec.name] ?? form.values?.[spec.name];
    const skipped = problems && !(spec.name in problems);
    const answer = skipped ? known : await askField(spec, known ?? spec.initial, screen);
    if (answer === undefined && !skipped) return undefined;
    const value = answer === '' ? known : answer;
    if (value !== undefined) answers[spec.name] = value;
  }
  return answers;
}

async function askField(spec: Spec, value: unknown, { ask, print }: Screen): Promise<unknown> {
  const choices = choicesOf(spec);
  choices.forEach(({ label }, index) => {
    print(`  ${index + 1}. ${safe(label)}`);
  });
  const known = ['string', 'number', 'boolean'].includes(typeof value) ? ` [${value}]` : '';
  const optional = spec.required ? '' : ', optional';
  for (;;) {
    const given = await ask(`${safe(spec.label)} (${safe(spec.hint)}${optional})${known}: `);
    if (given === undefined || given.trim() === ':cancel') return undefined;
    const answer = given.trim();
    if (answer === '' || spec.is !== 'file') return choices[Number(answer) - 1]?.value ?? answer;
    const file = await openFile(answer);
    if (file) return file;
    print(`There is no file ${answer} that can be read.`);
  }
}

function choicesOf(spec: Spec) {
  if (spec.is === 'user') return people.map(({ id, name }) => ({ label: name, value: id }));
  if (spec.is === 'channel') return channels.map(({ id, name }) => ({ label: name, value: id }));
  return spec.choices ?? [];
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};

async function openFile(path: string): Promise<Upload | undefined> {
  try {
    const bytes = new Uint8Array(await readFile(path));
    const mediaType = mediaTypes[path.split('.').at(-1)?.toLowerCase() ?? ''];
    return {
      name: basename(path),
      mediaType: mediaType ?? 'application/octet-stream',
      size: bytes.byteLength,
      bytes: async () => bytes,
    };
  } catch {
    return undefined;
  }
}
