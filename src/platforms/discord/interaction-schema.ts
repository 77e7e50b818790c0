// Interactions as they come over the gateway: strict about what we use, loose about the rest.

import { ComponentType, InteractionType } from 'discord.js';
import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);
const customId = z.string().min(1).max(100);

const user = z.object({
  id,
  username: z.string(),
  global_name: z.string().nullish(),
});

const member = z.object({
  user,
  nick: z.string().nullish(),
  roles: z.array(id),
  permissions: z.string().regex(/^\d{1,40}$/),
});

const attachment = z.object({
  filename: z.string(),
  content_type: z.string().nullish(),
  size: z.number().int().nonnegative(),
  url: z.string(),
});

const resolved = z.object({ attachments: z.record(id, attachment).optional() }).optional();

const value = z.union([z.string(), z.number(), z.boolean()]);
const option = z.object({
  name: z.string(),
  type: z.number().int(),
  value: value.optional(),
  focused: z.boolean().optional(),
});
/** Subcommands hold options; a group of subcommands, which we have none of, would hold those. */
const options = z
  .array(option.extend({ options: z.array(option).optional() }))
  .max(25)
  .optional();

const chatInput = 1;
const command = z.object({
  type: z.literal(chatInput),
  name: z.string().max(32),
  options,
  resolved,
});

const press = z.object({ custom_id: customId, values: z.array(z.string()).optional() });

const field = z.object({
  type: z.number().int(),
  custom_id: customId,
  value: z.union([z.string(), z.boolean()]).nullish(),
  values: z.array(z.string()).nullish(),
});
/** A label holds one field, an action row (the older way) a list of them, a text display none. */
const component = z.union([
  z.object({ component: field }).transform((label) => [label.component]),
  z.object({ components: z.array(field) }).transform((row) => row.components),
  z.object({ type: z.literal(ComponentType.TextDisplay) }).transform(() => []),
]);
const submit = z.object({ custom_id: customId, components: z.array(component), resolved });

const around = z.object({
  id,
  token: z.string().min(1),
  channel_id: id,
  guild_id: id.optional(),
  app_permissions: z
    .string()
    .regex(/^\d{1,40}$/)
    .optional(),
  context: z.number().int().nullish(),
  member: member.optional(),
  user: user.optional(),
  message: z
    .object({
      id,
      flags: z.number().int().optional(),
      components: z.array(z.unknown()).optional(),
    })
    .optional(),
});

export const interactionSchema = z.discriminatedUnion('type', [
  around.extend({ type: z.literal(InteractionType.ApplicationCommand), data: command }),
  around.extend({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: command }),
  around.extend({ type: z.literal(InteractionType.MessageComponent), data: press }),
  around.extend({ type: z.literal(InteractionType.ModalSubmit), data: submit }),
]);

export type RawInteraction = z.output<typeof interactionSchema>;
export type RawOption = z.output<typeof option>;
export type RawField = z.output<typeof field>;
export type RawResolved = z.output<typeof resolved>;
