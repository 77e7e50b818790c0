import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Ability, abilities, type Platform } from '../src/bot/platform.ts';
import { discordAbilities } from '../src/platforms/discord/tell.ts';
import { playgroundAbilities } from '../src/platforms/playground/tell.ts';
import { slackAbilities } from '../src/platforms/slack/tell.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

/** The parity table, as the code says: what a platform cannot do stands below with its reason. */
function parityTable(): string {
  const columns: readonly [string, Platform['abilities']][] = [
    ['Discord', discordAbilities],
    ['Slack', slackAbilities],
    ['Playground', playgroundAbilities],
  ];
  const reasons: string[] = [];
  const cell = (name: string, able: true | string) => {
    if (able === true) return 'yes';
    const known = reasons.indexOf(`${name}: ${able}`);
    const number = known >= 0 ? known + 1 : reasons.push(`${name}: ${able}`);
    return `no (${number})`;
  };
  const rows = Object.entries(abilities).map(([ability, words]) => {
    const cells = columns.map(([name, able]) => cell(name, able[ability as Ability]));
    return `| ${[words, ...cells].join(' | ')} |`;
  });
  const head = `| | ${columns.map(([name]) => name).join(' | ')} |`;
  const notes = reasons.map((reason, index) => `${index + 1}. ${reason}`);
  return [head, '|---|---|---|---|', ...rows, '', ...notes].join('\n').trim();
}

test('the parity table in the README is what the code says', () => {
  const [, shown] = /<!-- parity:.*?-->\n([\s\S]*?)\n?<!-- \/parity -->/.exec(readme) ?? [];
  expect(shown?.trim()).toBe(parityTable());
});
