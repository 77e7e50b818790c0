// What people do in the fake Slack, as the payloads that Slack makes of it.

import type { Kind } from './fake-slack.ts';
import {
  type FakeMessage,
  type Json,
  type Opened,
  people,
  team,
  type Workspace,
} from './fake-workspace.ts';

export type PersonName = keyof typeof people;

interface Slack extends Workspace {
  tell(kind: Kind, payload: object): Promise<unknown>;
}

/** What Slack shows in place of an answer that is late. */
export const thinking = 'Thinking…';

export interface FakePerson {
  readonly id: string;
  /** Types `/quiz start`; resolves with what was acknowledged. */
  slash(where: string, command: string, text?: string): Promise<Json>;
  /** `seen`: the blocks as they were when it was seen; left out, as they are. */
  press(message: FakeMessage, label: string, seen?: readonly Json[]): Promise<Json>;
  choose(
    message: FakeMessage,
    label: string,
    choice: string,
    seen?: readonly Json[],
  ): Promise<Json>;
  /** What is not given stays as the window shows it. */
  submit(opened: Opened, fields: Readonly<Record<string, Json>>): Promise<Json>;
  suggest(opened: Opened, field: string, typed: string): Promise<readonly string[]>;
  mention(where: string, text: string, more?: object): Promise<Json>;
  /** Writes to the bot alone. */
  write(text: string, more?: object): Promise<Json>;
}

export function personIn(slack: Slack, name: PersonName): FakePerson {
  const id = people[name];
  const about = { id, username: name, name, team_id: team };
  const frame = { team: { id: team, domain: 'coders' }, api_app_id: 'A1', user: about };

  const act = (message: FakeMessage, element: Json, more: object): Promise<Json> =>
    slack.tell('interactive', {
      type: 'block_actions',
      ...frame,
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: message.only !== undefined,
        ...(message.thread && { thread_ts: message.thread }),
      },
      channel: { id: message.channel, name: 'study-hall' },
      /** Slack leaves it out where the message is ephemeral. */
      ...(message.only === undefined && { message: { ts: message.ts, blocks: message.blocks } }),
      trigger_id: slack.newTrigger(),
      response_url: slack.newResponseUrl({ user: id, channel: message.channel, message }),
      actions: [{ type: element.type, action_id: element.action_id, block_id: 'b', ...more }],
    });
  const event = (more: object): Promise<Json> => {
    const ts = `${Date.now() / 1000}${Math.random()}`;
    return slack.tell('events_api', {
      type: 'event_callback',
      team_id: team,
      event_id: `Ev${ts}`,
      event: { user: id, ts, event_ts: ts, team, ...more },
    });
  };
  const view = (opened: Opened) => ({ id: 'V1', type: 'modal', ...opened.view });
  return {
    id,
    async slash(where, command, text = '') {
      const place = { user: id, channel: where };
      const body = (await slack.tell('slash_commands', {
        command,
        text,
        team_id: team,
        user_id: id,
        user_name: name,
        channel_id: where,
        response_url: slack.newResponseUrl(place),
        trigger_id: slack.newTrigger(),
      })) as Json;
      if (body?.text || body?.blocks)
        slack.add(
          { channel: where, ...(body.response_type !== 'in_channel' && { only: id }) },
          body,
        );
      return body;
    },
    press: (message, label, seen = message.blocks) => act(message, elementIn(seen, label), {}),
    choose: (message, label, choice, seen = message.blocks) => {
      const select = elementIn(seen, label);
      const option = select.options.find((one: Json) => one.text.text === choice);
      return act(message, select, { selected_option: option });
    },
    async submit(opened, fields) {
      const values = Object.fromEntries(
        opened.view.blocks.map((block: Json) => [
          block.block_id,
          { [block.element.action_id]: stateOf(block.element, fields[block.block_id]) },
        ]),
      );
      const answer = (await slack.tell('interactive', {
        type: 'view_submission',
        ...frame,
        trigger_id: slack.newTrigger(),
        view: { ...view(opened), state: { values } },
        response_urls: [],
      })) as Json;
      if (answer?.response_action === 'update') slack.open({ trigger: '', view: answer.view });
      return answer;
    },
    async suggest(opened, field, typed) {
      const answer = (await slack.tell('interactive', {
        type: 'block_suggestion',
        ...frame,
        container: { type: 'view', view_id: 'V1' },
        action_id: field,
        block_id: field,
        value: typed,
        view: view(opened),
      })) as Json;
      return answer.options.map((option: Json) => option.text.text);
    },
    mention: (where, text, more = {}) =>
      event({ type: 'app_mention', channel: where, text: `<@U0BOT> ${text}`, ...more }),
    write: (text, more = {}) =>
      event({ type: 'message', channel: slack.dmOf(id), channel_type: 'im', text, ...more }),
  };
}

export function elementOf({ blocks }: FakeMessage, label: string): Json {
  return elementIn(blocks, label);
}

function elementIn(blocks: readonly Json[], label: string): Json {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const found = elements.find((one: Json) => (one.text ?? one.placeholder)?.text === label);
  if (!found) throw new Error(`There is no “${label}” to press.`);
  return found;
}

/** What Slack says of a field: as it was opened, or as it was filled in. */
function stateOf(element: Json, given: Json): Json {
  const { type } = element;
  switch (type) {
    case 'checkboxes': {
      const ticked = given === undefined ? element.initial_options : given && element.options;
      return { type, selected_options: ticked || [] };
    }
    case 'datepicker':
      return { type, selected_date: given ?? element.initial_date ?? null };
    case 'static_select':
    case 'external_select': {
      const option = element.options?.find((one: Json) => one.value === given);
      const typed = given === undefined ? element.initial_option : { value: given };
      return { type, selected_option: option ?? typed ?? null };
    }
    case 'users_select':
      return { type, selected_user: given ?? element.initial_user ?? null };
    case 'conversations_select':
      return { type, selected_conversation: given ?? element.initial_conversation ?? null };
    case 'file_input':
      return { type, files: given ? [given] : [] };
    default:
      return { type, value: given === undefined ? (element.initial_value ?? null) : String(given) };
  }
}
