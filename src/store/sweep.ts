// Takes away what has had its time: the retention periods that PRIVACY.md promises.

import { millisecondsOf, type Sql } from './sql.ts';

/** How long a message that is over stays in `/group deliveries`. */
const keptAfterEnd = Temporal.Duration.from({ hours: 24 * 90 });
/** How long questions to organizers are kept, answered or not, and how many found no answer. */
const questionsKept = Temporal.Duration.from({ hours: 24 * 365 });
/** How long a file that was looked at waits for its confirmation. */
const importsWait = Temporal.Duration.from({ hours: 1 });
/** How long the points of a week or a month are kept: the last month can still be looked at. */
const periodsKept = Temporal.Duration.from({ hours: 24 * 100 });

export async function sweep(sql: Sql, now: Temporal.Instant): Promise<void> {
  await sql.run('DELETE FROM drafts WHERE expires <= ?', millisecondsOf(now));
  await sql.run(
    `UPDATE outbox SET state = 'missed', reason = ?, payload_sealed = ''
     WHERE state = 'pending' AND not_after < ?`,
    'It was too late to be of use.',
    millisecondsOf(now),
  );
  await sql.run(
    `DELETE FROM outbox WHERE state IN ('sent', 'closed', 'missed') AND due < ?`,
    millisecondsOf(now.subtract(keptAfterEnd)),
  );
  await sql.run(
    'DELETE FROM bank_contributions WHERE attested_at IS NULL AND made_at < ?',
    millisecondsOf(now.subtract(importsWait)),
  );
  await sql.run(
    `UPDATE outbox SET state = 'missed', reason = ?, payload_sealed = ''
     WHERE state = 'sending' AND due < ?`,
    'Nobody said within 90 days whether it had arrived.',
    millisecondsOf(now.subtract(keptAfterEnd)),
  );
  await sql.run(
    'DELETE FROM undelivered WHERE kept_at < ?',
    millisecondsOf(now.subtract(keptAfterEnd)),
  );
  const oldest = now.subtract(questionsKept);
  await sql.run('DELETE FROM asked_questions WHERE asked_at < ?', millisecondsOf(oldest));
  const oldestDay = oldest.toZonedDateTimeISO('UTC').toPlainDate().toString();
  await sql.run('DELETE FROM unanswered_counts WHERE day < ?', oldestDay);
  const oldestPeriod = now.subtract(periodsKept).toZonedDateTimeISO('UTC').toPlainDate().toString();
  await sql.run("DELETE FROM board_points WHERE period <> 'all' AND starts < ?", oldestPeriod);
}
