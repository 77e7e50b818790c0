import { describe, expect, test } from 'vitest';
import {
  type Reader,
  readMessage,
  readPress,
  readSlash,
} from '../../../src/platforms/slack/read.ts';
import { readSubmission, readSuggestion } from '../../../src/platforms/slack/read-form.ts';
import { recordedAreHere, recordedPayloads, whyNotRecorded } from './recorded.ts';

const reader: Reader = {
  team: 'T111',
  botUser: 'W111',
  downloads: { token: 'xoxb-1', origins: ['https://files.slack.com'] },
};

function fixture(kind: string, event?: string): object {
  const found = recordedPayloads.find(
    (one) => one.kind === kind && (!event || one.event === event),
  );
  if (found?.form) return Object.fromEntries(new URLSearchParams(found.form));
  if (!found?.payload) throw new Error(`There is no ${kind}.`);
  return found.payload;
}

describe.skipIf(!recordedAreHere)(`recorded payloads (or ${whyNotRecorded})`, () => {
  test('a slash command is a line', () => {
    expect(readSlash(fixture('slash_command'), 'coderounds', reader)).toMatchInlineSnapshot(`
      {
        "id": "111.111.xxx",
        "place": {
          "channel": "C111",
          "responseUrl": "https://hooks.slack.com/commands/T111/111/xxxxx",
          "trigger": "111.111.xxx",
          "user": "W111",
          "userName": "primary-owner",
        },
        "what": {
          "kind": "line",
          "line": "hello-world Hi",
        },
      }
    `);
  });

  test('a press is its reference', () => {
    const body = { ...fixture('block_actions') };
    const pressed = { action_id: '2 quiz.answer?attempt=7&choice=2', type: 'button' };
    expect(readPress({ ...body, actions: [pressed] })).toMatchInlineSnapshot(`
      {
        "id": "111.222.valid",
        "place": {
          "channel": "C111",
          "message": {
            "ephemeral": true,
            "ts": "111.222",
          },
          "responseUrl": "https://hooks.slack.com/actions/T111/111/random-value",
          "trigger": "111.222.valid",
          "user": "W99999",
          "userName": "primary-owner",
        },
        "what": {
          "kind": "press",
          "ref": "quiz.answer?attempt=7&choice=2",
        },
      }
    `);
  });

  test('a choice in a select is its value', () => {
    const chosen = {
      action_id: '0 quiz.topic',
      type: 'static_select',
      selected_option: { value: 'em', text: { type: 'plain_text', text: 'E/M' } },
    };
    expect(readPress({ ...fixture('block_actions'), actions: [chosen] })).toMatchObject({
      what: { kind: 'press', ref: 'quiz.topic', value: 'em' },
    });
  });

  test('a press on a control of somebody else’s is nothing to us', () => {
    expect(readPress(fixture('block_actions'))).toBe('nothing');
  });

  test('a mention is a line without the bot’s name', () => {
    expect(readMessage(fixture('event_callback', 'app_mention'), reader)).toMatchInlineSnapshot(`
      {
        "id": "C111/1595926230.009600",
        "place": {
          "channel": "C111",
          "user": "W222",
        },
        "what": {
          "kind": "line",
          "line": "Hi there!",
        },
      }
    `);
  });

  test('a message in a channel is nothing to us', () => {
    expect(readMessage(fixture('event_callback', 'message'), reader)).toBe('nothing');
  });

  test('a form of another app is nothing we understand', () => {
    expect(readSubmission(fixture('view_submission'), () => undefined, reader)).toBeUndefined();
    expect(readSuggestion(fixture('block_suggestion'))).toBeUndefined();
  });
});

describe('a form that was filled in', () => {
  const metadata = { submit: 'ceu.save?entry=7', channel: 'C1', dm: false, place: 'p' };
  const submission = (values: object, private_metadata = JSON.stringify(metadata)) => ({
    user: { id: 'U1', name: 'maria' },
    trigger_id: '1.2',
    view: { callback_id: 'form', private_metadata, state: { values } },
  });
  const fieldsOf = (values: object) => {
    const what = readSubmission(submission(values), () => undefined, reader)?.what;
    return what?.kind === 'submit' ? what.fields : undefined;
  };

  test('gives every kind of value by its name', () => {
    const fields = fieldsOf({
      title: { title: { type: 'plain_text_input', value: 'E/M' } },
      notes: { notes: { type: 'plain_text_input', value: null } },
      credits: { credits: { type: 'number_input', value: '2.5' } },
      on: { on: { type: 'datepicker', selected_date: '2026-11-20' } },
      level: { level: { type: 'static_select', selected_option: { value: 'working' } } },
      topic: { topic: { type: 'external_select', selected_option: null } },
      sure: { sure: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } },
      late: { late: { type: 'checkboxes', selected_options: [] } },
      who: { who: { type: 'users_select', selected_user: 'U2' } },
      where: { where: { type: 'conversations_select', selected_conversation: 'C2' } },
      paper: { paper: { type: 'file_input', files: [] } },
    });
    expect(fields).toEqual({
      title: 'E/M',
      credits: '2.5',
      on: '2026-11-20',
      level: 'working',
      sure: true,
      late: false,
      who: 'slack:T111/U2',
      where: 'slack:T111/C2',
    });
  });

  test('fetches a file from Slack’s own hosts alone', async () => {
    const file = { id: 'F1', name: 'a.pdf', mimetype: 'application/pdf', size: 3 };
    for (const url_private of [
      'http://127.0.0.1:1/x',
      'https://files.slack.com.evil.example/x',
      'x',
    ])
      await expect(
        (
          fieldsOf({
            paper: { paper: { type: 'file_input', files: [{ ...file, url_private }] } },
          }) as {
            paper: { bytes(): Promise<Uint8Array> };
          }
        ).paper.bytes(),
      ).rejects.toThrow('not on its own hosts');
  });

  test.each(['', 'null', '{}', '{"submit":7}', 'This is for you!'])(
    'with metadata such as %j is not understood',
    (broken) => {
      expect(readSubmission(submission({}, broken), () => undefined, reader)).toBeUndefined();
    },
  );
});
