// What Slack sends of forms: what was filled in, and the keys pressed in a field that suggests.

import { z } from 'zod';
import { parseRef } from '../../bot/action.ts';
import type { From, SuggestEvent } from '../../bot/event.ts';
import { uploadOf } from './files.ts';
import { formCallback, formMetadata } from './form.ts';
import { type Incoming, type Place, person, placeOf, type Reader } from './read.ts';

const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});

const fieldState = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_user: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  files: z.array(file).nullish(),
});
type FieldState = z.output<typeof fieldState>;

const metadata = z
  .string()
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(formMetadata);

const submission = z.object({
  user: person,
  trigger_id: z.string().optional(),
  view: z.object({
    callback_id: z.literal(formCallback),
    private_metadata: metadata,
    state: z.object({ values: z.record(z.string(), z.record(z.string(), fieldState)) }),
  }),
});

/** `recall` gives the place where the form was opened, as long as it is remembered. */
export function readSubmission(
  body: unknown,
  recall: (id: string) => Place | undefined,
  reader: Reader,
): Incoming | undefined {
  const read = submission.safeParse(body).data;
  if (!read) return undefined;
  const { submit, channel, dm, place } = read.view.private_metadata;
  const values = Object.entries(read.view.state.values).map(([name, actions]) => {
    const [state] = Object.values(actions);
    return [name, state && givenIn(state, reader)] as const;
  });
  const opened = recall(place);
  const isTheirs = opened?.user === read.user.id;
  return {
    ...(read.trigger_id && { id: read.trigger_id }),
    place: {
      ...(isTheirs && opened),
      ...placeOf(read.user, channel),
      dm,
      trigger: read.trigger_id,
    },
    what: {
      kind: 'submit',
      ref: submit,
      fields: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    },
  };
}

function givenIn(state: FieldState, reader: Reader): unknown {
  switch (state.type) {
    case 'checkboxes':
      return (state.selected_options ?? []).length > 0;
    case 'users_select':
      return state.selected_user ? `slack:${reader.team}/${state.selected_user}` : undefined;
    case 'conversations_select':
      return state.selected_conversation
        ? `slack:${reader.team}/${state.selected_conversation}`
        : undefined;
    case 'file_input':
      return state.files?.[0] && uploadOf(state.files[0], reader.downloads);
    default:
      return state.value ?? state.selected_date ?? state.selected_option?.value ?? undefined;
  }
}

const suggestion = z.object({
  user: person,
  action_id: z.string(),
  value: z.string().default(''),
  view: z.object({ private_metadata: metadata }),
});

export interface IncomingSuggestion {
  readonly place: Place;
  readonly what: Omit<SuggestEvent, keyof From>;
}

/** A key pressed in a field that suggests. */
export function readSuggestion(body: unknown): IncomingSuggestion | undefined {
  const read = suggestion.safeParse(body).data;
  if (!read) return undefined;
  const { submit, channel, dm } = read.view.private_metadata;
  const path = parseRef(submit).target.replace(/^\//, '');
  return {
    place: { ...placeOf(read.user, channel), dm },
    what: { kind: 'suggest', path, option: read.action_id, typed: read.value },
  };
}
