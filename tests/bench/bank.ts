// What it costs to take in a file of 5,000 questions, and whether others wait meanwhile.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stage } from '../../commands/bank/stage.ts';
import { inSteps } from '../../src/bot/in-steps.ts';
import { writeAnki } from '../../src/core/bank/anki.ts';
import { writeCsv } from '../../src/core/bank/csv.ts';
import type { Draft } from '../../src/core/bank/draft.ts';
import { type DryRun, dryRun } from '../../src/core/bank/dry-run.ts';
import { writeGift } from '../../src/core/bank/gift.ts';
import { type Format, openFile } from '../../src/core/bank/read.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { openStore } from '../../src/store/open.ts';
import { realContent } from '../world.ts';

export const name = 'bank';
export const summary = 'a file of 5,000 questions: read, examined, put beside the bank, published';

const count = 5000;
const group = 'playground:bench';
const member = 'bench' as MemberId;
const now = Temporal.Instant.from('2026-11-22T15:00:00Z');

function draftAt(at: number): Draft {
  return {
    kind: 'single',
    stem: `A note of visit ${at} names the cause and its manifestation, and the first is coded before the second. Which rule asks for that order?`,
    rationale:
      'The etiology and manifestation convention: the underlying condition is sequenced first.',
    topic: 'Conventions',
    source: { title: 'Official Guidelines, section I.A.13' },
    level: 2,
    options: [
      { text: `The convention of section ${at}`, right: true },
      { text: 'The order in the note', right: false, why: 'A note follows no coding rule.' },
      { text: 'The payer', right: false, why: 'It asks for codes, not for their order.' },
      { text: 'The alphabet', right: false, why: 'Codes are not sorted.' },
    ],
  };
}

function aikenOf(drafts: readonly Draft[]): string {
  const lines = drafts.map((draft) => {
    const options = draft.kind === 'single' ? draft.options : [];
    const letters = options.map(({ text }, at) => `${'ABCD'[at]}. ${text}`);
    return `${draft.stem}\n${letters.join('\n')}\nANSWER: A\n`;
  });
  return lines.join('\n');
}

export async function run(print: (text: string) => void): Promise<void> {
  const drafts = Array.from({ length: count }, (_, at) => draftAt(at));
  const files: Readonly<Record<Format, string>> = {
    csv: writeCsv(drafts),
    anki: writeAnki(drafts),
    gift: writeGift(drafts),
    aiken: aikenOf(drafts),
  };
  print('| format | MB | ms in all | longest without a rest, ms of CPU |');
  print('|---|---|---|---|');
  for (const [format, text] of Object.entries(files)) print(await rowOf(format as Format, text));
}

async function rowOf(format: Format, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'coderounds-bench-'));
  const opened = await openStore({ path: join(folder, 'bench.db'), keyFile: join(folder, 'key') });
  try {
    const { store } = opened;
    const content = realContent();
    await store.members.ensure(member, 'playground:bench', undefined);
    const bytes = new TextEncoder().encode(text);
    const { milliseconds, longest } = await watched(async () => {
      const file = openFile('bench.txt', bytes, format);
      if ('refusal' in file) throw new Error(file.refusal);
      const found = await inSteps(dryRun(file.entries, { invented: false }));
      const { candidates } = wholeOf(found);
      const ctx = { store, content, now, member: { id: member } };
      const about = { provenance: 'ours', topic: 'Own' };
      const today = Temporal.PlainDate.from('2026-11-22');
      const staged = await stage(candidates, about, { group, today }, ctx);
      await store.transaction((tx) => tx.bank.publish(group, staged.contribution, now));
    });
    const megabytes = (bytes.length / 1e6).toFixed(1);
    return `| ${format} | ${megabytes} | ${milliseconds.toFixed(0)} | ${longest.toFixed(0)} |`;
  } finally {
    opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function wholeOf(found: DryRun | { readonly refusal: string }): DryRun {
  if ('refusal' in found) throw new Error(found.refusal);
  if (found.candidates.length !== count)
    throw new Error(
      `Only ${found.candidates.length} were read: ${JSON.stringify(found.faults[0])}`,
    );
  return found;
}

/** The longest time of its own work between two ticks of a timer, in which nobody else is answered. */
async function watched(work: () => Promise<void>) {
  let longest = 0;
  let before = process.threadCpuUsage();
  const tick = () => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
  };
  const begun = performance.now();
  const watch = setInterval(tick, 1);
  await work();
  tick();
  clearInterval(watch);
  return { milliseconds: performance.now() - begun, longest };
}
