// Why Slack does not let us in, as one sentence for whoever hosts the bot.

import { StartError } from '../../bot/start-error.ts';
import { codeOf, failureOf } from './outcomes.ts';

const where = {
  SLACK_BOT_TOKEN: 'api.slack.com/apps > your app > OAuth & Permissions',
  SLACK_APP_TOKEN: 'api.slack.com/apps > your app > Basic Information > App-Level Tokens',
} as const;

const refused = new Set([
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'],
  ...['not_allowed_token_type', 'user_removed_from_team', 'team_disabled', 'no_permission'],
]);

/** `variable` holds the token that was used. */
export function startErrorOf(error: unknown, variable: keyof typeof where): StartError {
  const code = codeOf(error);
  if (code !== undefined && refused.has(code))
    return new StartError(
      `Slack does not accept ${variable} (${code}). Copy it again from ${where[variable]}.`,
    );
  if (code === 'missing_scope' && variable === 'SLACK_APP_TOKEN')
    return new StartError(
      `SLACK_APP_TOKEN lacks the scope connections:write. Make one at ${where[variable]}.`,
    );
  const why = code === undefined ? failureOf(error).detail : `Slack answered ${code}.`;
  return new StartError(
    `Slack did not start, and ${variable} was not tried. ${why} Check the network and start again.`,
  );
}
