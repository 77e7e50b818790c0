// Reads data/ once at start and checks all of it: what is wrong is said with file, place and reason.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type GuideSearch, makeGuideSearch } from '../core/answers/guide-search.ts';
import type { Passage } from '../core/answers/passage.ts';
import { codeSet } from './code-set-schema.ts';
import type { Content } from './content.ts';
import { rulePack } from './rule-pack-schema.ts';
import { passage, questionFile } from './schemas.ts';

/** Every fault found, a line each: `data/questions/compliance.json, questions 3, stem: …`. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The data cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Throws a `ContentError` that names every fault at once. */
export function readContent(folder: string): Content {
  const faults: string[] = [];
  const passages = filesIn(folder, 'guide', '.md').flatMap((file) => readPassage(file, faults));
  const banks = filesIn(folder, 'questions', '.json').flatMap((file) =>
    readJson(file, questionFile, faults),
  );
  const rulePacks = filesIn(folder, 'credentials', '.json').flatMap((file) =>
    readJson(file, rulePack, faults),
  );
  const codeSets = filesIn(folder, 'calendar', '.json').flatMap((file) =>
    readJson(file, codeSet, faults),
  );
  const questions = banks.flatMap((bank) => bank.questions);
  faults.push(...repeated('question', questions));
  if (faults.length > 0) throw new ContentError(faults);
  const topics = banks.map((bank) => bank.topic).sort((a, b) => a.title.localeCompare(b.title));
  return { passages, guide: lazyGuide(passages), questions, topics, rulePacks, codeSets };
}

/** Built when somebody first asks, so that the start does not wait for it. */
function lazyGuide(passages: readonly Passage[]): GuideSearch {
  let made: GuideSearch | undefined;
  const guide = () => {
    made ??= makeGuideSearch(passages);
    return made;
  };
  return {
    find: (question, most) => guide().find(question, most),
    answer: (question) => guide().answer(question),
  };
}

interface DataFile {
  /** As people know it: `data/guide/cpc-exam-length.md`. */
  readonly shown: string;
  readonly id: string;
  readonly text: string;
}

function filesIn(folder: string, room: string, ending: string): readonly DataFile[] {
  const path = join(folder, room);
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({
      shown: `data/${room}/${name}`,
      id: name.slice(0, -ending.length),
      text: readFileSync(join(path, name), 'utf8'),
    }));
}

function readPassage(file: DataFile, faults: string[]): readonly Passage[] {
  const parts = /^---\r?\n(?<head>[\s\S]*?)\r?\n---\r?\n(?<text>[\s\S]*)$/.exec(file.text)?.groups;
  if (parts?.head === undefined) {
    faults.push(`${file.shown}, line 1: begins and ends its head with a line of three hyphens`);
    return [];
  }
  const lines = new LineCounter();
  const head = parseDocument(parts.head, { lineCounter: lines, schema: 'failsafe' });
  const [error] = head.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line + 1;
    faults.push(`${file.shown}, line ${line}: ${error.message.split('\n')[0]}`);
    return [];
  }
  const given = { id: file.id, text: parts.text?.trim(), ...withFlags(head.toJS()) };
  const result = passage.safeParse(given);
  if (result.success) return [result.data];
  for (const issue of result.error.issues) {
    const node: unknown = head.getIn(issue.path as (string | number)[], true);
    const at = hasRange(node) ? `, line ${lines.linePos(node.range[0]).line + 1}` : '';
    faults.push(`${file.shown}${at}, ${placeOf(issue.path)}: ${issue.message}`);
  }
  return [];
}

/** The head is read as plain text, so that a day stays a day and a title may be a number. */
function withFlags(head: Record<string, unknown>): Record<string, unknown> {
  const { pinned } = head;
  return pinned === 'true' || pinned === 'false' ? { ...head, pinned: pinned === 'true' } : head;
}

function hasRange(node: unknown): node is { range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function readJson<T extends z.ZodType>(
  file: DataFile,
  schema: T,
  faults: string[],
): readonly z.output<T>[] {
  let given: unknown;
  try {
    given = JSON.parse(file.text);
  } catch (error) {
    faults.push(`${file.shown}: is not JSON (${error instanceof Error ? error.message : error})`);
    return [];
  }
  const result = schema.safeParse(given);
  if (result.success) return [result.data];
  for (const issue of result.error.issues)
    faults.push(`${file.shown}, ${placeOf(issue.path)}: ${issue.message}`);
  return [];
}

/** Entries are counted from 1, as people count: `questions 3, options 2, why`. */
function placeOf(path: readonly PropertyKey[]): string {
  const words = path.map((part) =>
    typeof part === 'number' ? ` ${part + 1}` : `, ${String(part)}`,
  );
  return words.join('').replace(/^, /, '') || 'the whole file';
}

function repeated(what: string, entries: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Set<string>();
  return entries
    .filter((entry) => seen.size === seen.add(entry.id).size)
    .map((entry) => `data/: the ${what} ${entry.id} stands there twice`);
}
