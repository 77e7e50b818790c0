// Takes away what has had its time: the retention periods that PRIVACY.md promises.

import { millisecondsOf, type Sql } from './sql.ts';

/** How long a message that is over stays in `/group deliveries`. */
const keptAfterEnd = Temporal.Duration.from({ hours: 24 * 90 });

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
}
