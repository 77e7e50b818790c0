// The rules of a certifying body as the bot knows them: each with its source, how well that supports
// it, and the day on which it was checked.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { bullets, cited, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { sayGrade } from '../../src/core/calendar/release-words.ts';
import { footnoteOf } from '../../src/core/ceu/reminder-words.ts';
import { type SaidRule, saidRules } from '../../src/core/ceu/said-rules.ts';
import { nothingYet } from './status.ts';

const perPage = 8;

export const rules = action({
  id: 'ceu.rules',
  args: {
    body: text('Which certifying body', { max: 20 }),
    at: number('Which page', { max: 100 }),
  },
  run: ({ body, at }, ctx) => page(body, at, ctx),
});

function page(body: string, wanted: number, { content }: Context): Reply {
  const pack = content.rulePacks.find((each) => each.body.id === body);
  if (!pack) return nothingYet();
  const all = saidRules(pack);
  const pages = Math.ceil(all.length / perPage);
  const at = Math.min(wanted, pages - 1);
  const shown = all.slice(at * perPage, (at + 1) * perPage);
  const place = pages > 1 ? ` (page ${at + 1} of ${pages})` : '';
  return say(md`${formatted(bullets(shown.map(sayRule)))}`, {
    title: `Rules of ${pack.body.name}${place}`,
    controls: [
      ...(at > 0 ? [button('Back', refer(rules, { body, at: at - 1 }))] : []),
      ...(at < pages - 1 ? [button('More', refer(rules, { body, at: at + 1 }))] : []),
      button('My status', '/ceu status'),
    ],
    footnote: footnoteOf(pack),
  });
}

function sayRule({ text: rule, cited: { source, grade, note } }: SaidRule): Markdown {
  const remark = note ? md` ${note}` : md``;
  return md`${rule}${formatted(remark)} *${cited(source)}; ${sayGrade(grade)}*`;
}
