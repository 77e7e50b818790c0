// Who may import whom: every row of the table in CONTRIBUTING has a rule that fires with its sentence.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const sentences = {
  core: 'The trade knows nothing but itself: core/ imports core/ and pure libraries.',
  input: 'core/ does no I/O and checks no input: pass plain values in.',
  kept: 'What is kept does not know who asks: store/, content/ and catalog/ import core/ and their driver.',
  speaks: 'The vocabulary must not know who speaks it.',
  interfaces: 'bot/ sees the store, the content and the catalog by their interfaces only.',
  goes: 'A job must not know where its messages go.',
  jobs: 'jobs/ see the store, the content and the catalog by their interfaces only.',
  runs: 'A command must not know where it runs.',
  alarms: 'A command sets alarms by the name of a job; it does not import one.',
  context: 'A command reaches what is kept through its context.',
  picture: 'A picture is drawn from plain values.',
  json: 'A platform turns their JSON into our words and back; it neither keeps nor decides.',
  trade: 'A platform knows who and where (core/ids.ts), nothing else of the trade.',
  eachOther: 'Platforms do not know each other.',
} as const;

interface Room {
  readonly file: string;
  readonly may: readonly string[];
  readonly never: readonly (readonly [sentence: keyof typeof sentences, imports: string[]])[];
}

const sdks = ['discord.js', '@discordjs/rest', '@slack/bolt', '@slack/web-api'];

const rooms: readonly Room[] = [
  {
    file: 'src/core/quiz/example.ts',
    may: ['./question.ts', '../ids.ts', '../codes/code.ts', 'minisearch'],
    never: [
      ['core', ['../../bot/reply.ts', '../../store/store.ts', '../../content/content.ts']],
      ['core', ['../../catalog/catalog.ts', '../../jobs/runner.ts', '../../pictures/chart.ts']],
      ['core', ['../../platforms/slack/connect.ts', '../../../commands/ask.ts']],
      ['input', ['node:fs', 'zod', 'better-sqlite3', 'yaml', ...sdks]],
    ],
  },
  ...['store', 'content', 'catalog'].map((room) => ({
    file: `src/${room}/example.ts`,
    may: [
      ...['./beside.ts', './migrations/index.ts', '../core/ids.ts', '../core/codes/changes.ts'],
      ...['node:fs', 'zod', 'yaml', 'better-sqlite3', '@zip.js/zip.js'],
    ],
    never: [
      ['kept', ['../bot/reply.ts', '../../commands/ask.ts', '../jobs/runner.ts']],
      ['kept', ['../platforms/discord/connect.ts', '../pictures/chart.ts', ...sdks]],
    ] as Room['never'],
  })),
  {
    file: 'src/bot/example.ts',
    may: [
      './reply.ts',
      '../core/ids.ts',
      'zod',
      '../store/store.ts',
      '../content/content.ts',
      '../catalog/catalog.ts',
    ],
    never: [
      ['speaks', ['../../commands/ask.ts', '../jobs/runner.ts', '../platforms/slack/read.ts']],
      ['speaks', ['../pictures/chart.ts', ...sdks]],
      ['interfaces', ['../store/open.ts', '../content/read.ts', '../catalog/build.ts']],
      ['interfaces', ['better-sqlite3', 'yaml']],
    ],
  },
  {
    file: 'src/jobs/example.ts',
    may: [
      './outbox.ts',
      '../core/ids.ts',
      '../bot/job.ts',
      '../pictures/chart.ts',
      '../store/store.ts',
      '../store/group-records.ts',
      '../content/content.ts',
      '../catalog/catalog.ts',
      '../../commands/quiz/daily.ts',
      'node-cron',
    ],
    never: [
      ['goes', ['../platforms/discord/connect.ts', ...sdks]],
      ['jobs', ['../store/open.ts', '../content/read.ts', '../catalog/build.ts']],
      ['jobs', ['better-sqlite3', 'yaml']],
    ],
  },
  ...['commands/example.ts', 'commands/quiz/example.ts'].map((file) => {
    const up = file.includes('quiz') ? '../..' : '..';
    return {
      file,
      may: [
        './card.ts',
        `${up}/src/core/ids.ts`,
        `${up}/src/bot/reply.ts`,
        `${up}/src/pictures/chart.ts`,
        `${up}/src/store/store.ts`,
        `${up}/src/store/quiz-records.ts`,
        `${up}/src/content/content.ts`,
        `${up}/src/catalog/catalog.ts`,
        'zod',
      ],
      never: [
        ['runs', [`${up}/src/platforms/slack/connect.ts`, ...sdks]],
        ['alarms', [`${up}/src/jobs/runner.ts`]],
        ['context', [`${up}/src/store/open.ts`, `${up}/src/content/read.ts`, 'node:fs']],
        ['context', [`${up}/src/catalog/build.ts`, 'better-sqlite3', 'yaml']],
      ] as Room['never'],
    };
  }),
  {
    file: 'src/pictures/example.ts',
    may: ['./beside.ts', '../core/ids.ts', '@resvg/resvg-js'],
    never: [
      ['picture', ['../bot/reply.ts', '../store/store.ts', '../content/content.ts']],
      ['picture', ['../catalog/catalog.ts', '../jobs/runner.ts', '../../commands/ask.ts']],
      ['picture', ['../platforms/discord/connect.ts', ...sdks]],
    ],
  },
  ...(
    [
      ['discord', ['discord.js', '@discordjs/rest'], ['slack', 'playground'], ['@slack/bolt']],
      ['slack', ['@slack/bolt'], ['discord', 'playground'], ['discord.js', '@discordjs/rest']],
      ['playground', ['node:http'], ['discord', 'slack'], sdks],
    ] as const
  ).map(([name, own, others, foreign]) => ({
    file: `src/platforms/${name}/example.ts`,
    may: ['./render.ts', '../../bot/reply.ts', '../../core/ids.ts', ...own],
    never: [
      ['json', ['../../store/store.ts', '../../content/content.ts', '../../catalog/catalog.ts']],
      ['json', ['../../jobs/runner.ts', '../../pictures/chart.ts', '../../../commands/ask.ts']],
      ['json', ['better-sqlite3', 'yaml']],
      ['trade', ['../../core/quiz/question.ts', '../../core/calendar/code-set.ts']],
      ['eachOther', [...others.map((other) => `../${other}/connect.ts`), ...foreign]],
    ] as Room['never'],
  })),
];

interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

let folder: string;
let diagnostics: readonly Diagnostic[];

/** Every import of a room is a line of one file; the real linter reads them with our rules. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coderounds-'));
  for (const name of ['biome.json', '.gitignore']) cpSync(join(root, name), join(folder, name));
  for (const room of rooms) {
    mkdirSync(dirname(join(folder, room.file)), { recursive: true });
    writeFileSync(join(folder, room.file), linesOf(room).map(lineOf).join('\n'));
  }
  const args = ['lint', '--reporter=json', '--only=style/noRestrictedImports', '.'];
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, ...args, '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  });
  ({ diagnostics } = JSON.parse(run.stdout));
});
afterAll(() => rmSync(folder, { recursive: true }));

function linesOf({ may, never }: Room): readonly string[] {
  return [...may, ...never.flatMap(([, imports]) => imports)];
}

/** In turn a value, a type, something handed on, something imported when it is needed. */
function lineOf(specifier: string, index: number): string {
  const ways = [
    `import { a${index} } from '${specifier}';`,
    `import type { T${index} } from '${specifier}';`,
    `export { b${index} } from '${specifier}';`,
    `const c${index} = await import('${specifier}');`,
  ];
  return ways[index % ways.length] ?? '';
}

describe.each(rooms)('$file', (room) => {
  /** What the linter says of each of these imports. */
  const told = (imports: readonly string[]) => {
    const all = linesOf(room);
    const here = diagnostics.filter(({ location }) => location.path === room.file);
    const said = (specifier: string) =>
      here
        .filter(({ location }) => all[location.start.line - 1] === specifier)
        .map(({ message }) => message);
    return Object.fromEntries(imports.map((specifier) => [specifier, said(specifier)]));
  };

  it('may import what stands in the table', () => {
    const nothing = room.may.map((specifier) => [specifier, []]);
    expect(told(room.may)).toEqual(Object.fromEntries(nothing));
  });

  it.each(room.never)('is told “%s” otherwise', (sentence, imports) => {
    const once = imports.map((specifier) => [specifier, [sentences[sentence]]]);
    expect(told(imports)).toEqual(Object.fromEntries(once));
  });
});
