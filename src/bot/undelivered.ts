// What could not be sent by direct message: said with the next answer, and read by a button.

import { z } from 'zod';
import { action, refer } from './action.ts';
import type { Context } from './command.ts';
import { UserError } from './errors.ts';
import { checkReply } from './fits.ts';
import { formatted, md } from './markdown.ts';
import { replyOf } from './payload.ts';
import { button, type Control, type Reply } from './reply.ts';

const id = 'bot.undelivered';

/** The button that its member alone can open. */
export function readButton(message: string): Control {
  return button('Read it', refer({ id }, { message }), 'primary');
}

export const readUndelivered = action({
  id,
  args: { message: z.uuid().meta({ is: 'text' }) },
  async run({ message }, ctx): Promise<Reply> {
    const payload = await ctx.store.undelivered.read(ctx.member.id, message, ctx.now);
    if (payload === undefined)
      throw new UserError('This message is for somebody else, or it is older than 90 days.');
    return { ...replyOf(payload), mode: 'new' };
  },
});

/** A private answer to a command tells of it; where the button does not fit the words still do. */
export async function withUndelivered(reply: Reply, ctx: Context): Promise<Reply> {
  const message = await ctx.store.undelivered.unread(ctx.member.id);
  if (message === undefined) return reply;
  const note = md`*I could not send you a direct message. Allow direct messages from this server, or read it here.*`;
  const told: Reply = { ...reply, text: md`${formatted(reply.text)}\n\n${formatted(note)}` };
  const whole = { ...told, controls: [...(reply.controls ?? []), readButton(message)] };
  return [whole, told].find((each) => checkReply(each).length === 0) ?? reply;
}
