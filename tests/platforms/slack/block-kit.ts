// What Slack takes as blocks: the documented limits of @slack/types and docs.slack.dev, as schemas,
// and the rules that no schema of theirs tells.

import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);
const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: text(most),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: text(most),
    verbatim: z.boolean().optional(),
  });
const anyText = (most: number) => z.union([plainText(most), mrkdwn(most)]);
const id = text(255);
const day = z.iso.date();

const option = z.strictObject({
  text: plainText(75),
  /** The 75 of the doc comments is stale: 150 (docs.slack.dev, option object). */
  value: text(150),
  description: plainText(75).optional(),
  url: z.url().max(3000).optional(),
});

const named = { action_id: id };
const placed = { ...named, placeholder: plainText(150).optional() };

const button = z.strictObject({
  type: z.literal('button'),
  ...named,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...placed,
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
});
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...placed,
  min_query_length: z.int().min(0).optional(),
  initial_option: option.optional(),
});
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...placed,
  initial_user: text(255).optional(),
});
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...placed,
  initial_conversation: text(255).optional(),
  filter: z
    .strictObject({
      include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1),
      exclude_bot_users: z.boolean().optional(),
      exclude_external_shared_channels: z.boolean().optional(),
    })
    .optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...named,
  options: z.array(option).min(1).max(5),
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...named,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).optional(),
});
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...placed,
  initial_date: day.optional(),
});
const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...placed,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().max(3000).optional(),
  })
  .refine((input) => (input.initial_value?.length ?? 0) <= (input.max_length ?? 3000));
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...placed,
  is_decimal_allowed: z.boolean(),
  initial_value: z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/)
    .optional(),
  min_value: z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/)
    .optional(),
  max_value: z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/)
    .optional(),
});
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...named,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
});

const inMessage = z.discriminatedUnion('type', [
  button,
  staticSelect,
  externalSelect,
  usersSelect,
  conversationsSelect,
  overflow,
  checkboxes,
  datepicker,
]);
const inForm = z.discriminatedUnion('type', [
  staticSelect,
  externalSelect,
  usersSelect,
  conversationsSelect,
  checkboxes,
  datepicker,
  plainTextInput,
  numberInput,
  fileInput,
]);

const style = z
  .strictObject({
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    code: z.literal(true).optional(),
    strike: z.literal(true).optional(),
  })
  .optional();
const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(12_000), style }),
  z.strictObject({ type: z.literal('link'), url: z.url(), text: text(3000), style }),
  z.strictObject({
    type: z.literal('channel'),
    channel_id: z.string().regex(/^[CG][A-Z0-9]+$/),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/), style }),
]);
const richElements = z.array(richElement).min(1);
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: richElements,
});
const richPart = z.discriminatedUnion('type', [
  richSection,
  z.strictObject({ type: z.literal('rich_text_quote'), elements: richElements }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(richSection).min(1),
  }),
]);

const blockId = { block_id: id.optional() };
const block = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('section'),
      ...blockId,
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
      accessory: inMessage.optional(),
    })
    .refine((section) => section.text !== undefined || section.fields !== undefined),
  z.strictObject({
    type: z.literal('actions'),
    ...blockId,
    elements: z.array(inMessage).min(1).max(25),
  }),
  z.strictObject({
    type: z.literal('context'),
    ...blockId,
    elements: z.array(anyText(3000)).min(1).max(10),
  }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(150) }),
  z.strictObject({
    type: z.literal('image'),
    ...blockId,
    image_url: z.url().max(3000),
    alt_text: text(2000),
  }),
  z.strictObject({
    type: z.literal('input'),
    ...blockId,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    element: inForm,
  }),
  z.strictObject({ type: z.literal('rich_text'), ...blockId, elements: z.array(richPart).min(1) }),
]);
type Block = z.output<typeof block>;

function blocks(most: number) {
  return z
    .array(block)
    .max(most)
    .superRefine((found, ctx) => {
      for (const problem of houseProblems(found)) ctx.addIssue(problem);
    });
}

/** Measured, not documented: github.com/slackapi/bolt-js/issues/2509. */
const mostJson = 13_200;

function houseProblems(found: readonly Block[]): readonly string[] {
  const ids = found.flatMap((one) => one.block_id ?? []);
  return [
    ...repeated(ids).map((twice) => `two blocks are called ${twice}`),
    ...found.flatMap(elementProblems),
  ];
}

function elementProblems(one: Block): readonly string[] {
  const elements =
    one.type === 'actions' ? one.elements : one.type === 'input' ? [one.element] : [];
  return [
    ...repeated(elements.map((element) => element.action_id)).map((twice) => `two are ${twice}`),
    ...elements.flatMap((element) => {
      if (!('options' in element)) return [];
      const values = element.options.map((given) => given.value);
      const initial = 'initial_option' in element ? element.initial_option : undefined;
      return [
        ...repeated(values).map((twice) => `two options are ${twice}`),
        ...(initial && !values.includes(initial.value)
          ? ['the initial option is not offered']
          : []),
      ];
    }),
  ];
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

const messageBlocks = blocks(50).refine((found) => JSON.stringify(found).length <= mostJson);

const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    blocks: blocks(100),
    private_metadata: z.string().max(3000).optional(),
    callback_id: id.optional(),
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some((b) => b.type === 'input'));

const home = z.strictObject({
  type: z.literal('home'),
  blocks: blocks(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: id.optional(),
});

/** What is wrong with them, in words; nothing where Slack takes them. */
export function problemsOfBlocks(found: unknown): readonly string[] {
  return problemsOf(messageBlocks, found);
}

export function problemsOfModal(view: unknown): readonly string[] {
  return problemsOf(modal, view);
}

export function problemsOfHome(view: unknown): readonly string[] {
  return problemsOf(home, view);
}

function problemsOf(schema: z.ZodType, given: unknown): readonly string[] {
  const issues = schema.safeParse(given).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** Ours: nobody is pinged by a text, and a reader without blocks is told something. */
export function problemsOfMessage(message: Readonly<Record<string, unknown>>): readonly string[] {
  const { text: fallback, blocks: found } = message;
  const isText = typeof fallback === 'string' && fallback !== '';
  return [
    ...(isText ? [] : ['the fallback text is missing']),
    ...(isText && /<[^>]*>/.test(fallback) ? ['the fallback text has markup'] : []),
    ...(message.link_names ? ['link_names is on'] : []),
    ...(message.mrkdwn ? ['mrkdwn is on'] : []),
    ...(found === undefined ? [] : problemsOfBlocks(found)),
  ];
}
