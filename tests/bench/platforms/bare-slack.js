// The floor on Slack: Bolt over HTTP as its guide starts one off, answering with what it was told.

import { App, LogLevel } from '@slack/bolt';

const [apiUrl = '', token = '', signingSecret = ''] = process.argv.slice(2);
const app = new App({
  token,
  signingSecret,
  clientOptions: { slackApiUrl: apiUrl },
  logLevel: LogLevel.ERROR,
});

app.command(/.*/, async ({ command, ack }) => {
  await ack({ response_type: 'ephemeral', text: `You said: ${command.command} ${command.text}` });
});

/** With the acknowledgement of a press nothing can be said: the answer is a request of its own. */
app.action(/.*/, async ({ action, ack, respond }) => {
  await ack();
  const pressed = 'action_id' in action ? action.action_id : '';
  await respond({ replace_original: true, text: `You pressed: ${pressed}` });
});

const server = await app.start(0);
process.stderr.write(`${JSON.stringify(server.address())}\n`);
