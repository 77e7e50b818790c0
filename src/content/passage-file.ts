// A passage of the guide from its file: a head of named fields between two lines of hyphens, a text.

import { createRequire } from 'node:module';
import type { Passage } from '../core/answers/passage.ts';
import { type DataFile, placeOf, reasonOf } from './data-file.ts';
import { type Head, readPlainHead } from './plain-head.ts';
import { passage } from './schemas.ts';

/** None where something is wrong, which is then said among `faults`. */
export function readPassage(file: DataFile, faults: string[]): readonly Passage[] {
  const parts = /^---\r?\n(?<head>[\s\S]*?)\r?\n---\r?\n(?<text>[\s\S]*)$/.exec(file.text)?.groups;
  if (parts?.head === undefined) {
    faults.push(`${file.shown}, line 1: begin and end the head with a line of three hyphens`);
    return [];
  }
  const rest = { id: file.id, text: parts.text?.trim() };
  const plain = readPlainHead(parts.head);
  const result = plain && passage.safeParse({ ...withFlag(plain), ...rest });
  return result?.success ? [result.data] : readAsYaml(file, parts.head, rest, faults);
}

/** Knows all of YAML, and the line of every fault. Loaded where it is needed: mostly not at all. */
function readAsYaml(
  file: DataFile,
  text: string,
  rest: object,
  faults: string[],
): readonly Passage[] {
  const { LineCounter, parseDocument } = require('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const head = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const [error] = head.errors;
  if (error) {
    faults.push(`${file.shown}, line ${lineAt(error.pos[0])}: ${error.message.split('\n')[0]}`);
    return [];
  }
  const result = passage.safeParse({ ...withFlag(fieldsOf(head.toJS())), ...rest });
  if (result.success) return [result.data];
  for (const issue of result.error.issues) {
    const node: unknown = head.getIn(issue.path, true);
    const at = hasRange(node) ? `, line ${lineAt(node.range[0])}` : '';
    faults.push(`${file.shown}${at}, ${placeOf(issue.path)}: ${reasonOf(issue.message)}`);
  }
  return [];
}

const require = createRequire(import.meta.url);

function fieldsOf(head: unknown): Head {
  return typeof head === 'object' && head !== null && !Array.isArray(head) ? { ...head } : {};
}

/** The head is read as plain text, so that a day stays a day and a title may be a number. */
function withFlag(head: Head): Head {
  const { pinned } = head;
  return /^(?:true|false)$/.test(String(pinned)) ? { ...head, pinned: pinned === 'true' } : head;
}

function hasRange(node: unknown): node is { range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
