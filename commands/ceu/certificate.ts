// The certificate of an entry as a file: checked, kept, shown again, taken out.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { file, text, type Upload } from '../../src/bot/shape.ts';
import {
  certificateTypeOf,
  endings,
  largestCertificate,
  mostCertificateBytes,
} from '../../src/core/ceu/certificate-file.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { CertificateFile } from '../../src/store/education-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { entryCard, gone } from './entry-card.ts';

const entryArg = { entry: text('Which entry', { max: 30 }) };

export const certificateField = file('A PDF, PNG or JPEG of at most 4 MB; nobody else sees it', {
  maxBytes: largestCertificate,
});

export const attach = action({
  id: 'ceu.attach',
  title: 'Certificate',
  args: entryArg,
  fields: { certificate: certificateField },
  async run({ entry: id, certificate: upload }, ctx): Promise<Outcome> {
    const certificate = await readCertificate(upload);
    if (typeof certificate === 'string') {
      const form = formFor(attach, { entry: id }, 'Certificate');
      return { kind: 'invalid', problems: { certificate }, form };
    }
    const kept = await ctx.store.transaction((tx) => keepCertificate(tx, id, certificate, ctx));
    return kept
      ? entryCard(id, ctx, { intro: md`**Certificate kept.** Only you see it.` })
      : gone();
  },
});

/**
 * Fetches it, from the platform's own hosts alone, and looks at what it really is. A sentence, to go
 * after the field's name, where it is no certificate.
 */
export async function readCertificate(upload: Upload): Promise<CertificateFile | string> {
  const content = await upload.bytes();
  const mediaType = certificateTypeOf(content);
  if (!mediaType)
    return 'is neither a PDF nor a PNG nor a JPEG inside, whatever its name says. Save it as one of these and choose it again';
  if (content.length > largestCertificate)
    return 'is larger than 4 MB. Save it smaller and choose it again';
  return { name: nameFor(upload.name, endings[mediaType]), mediaType, content };
}

/** Without folders, and with the ending of what it is. */
function nameFor(given: string, ending: string): string {
  const base =
    given
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[A-Za-z0-9]{1,5}$/, '') ?? '';
  const plain = base.replaceAll(/[\p{Cc}<>:"|?*]/gu, ' ').trim();
  return `${shortened(plain || 'certificate', 80)}.${ending}`;
}

/** Whether the entry was there. */
export async function keepCertificate(
  tx: Transaction,
  entry: string,
  certificate: CertificateFile,
  { member }: Context,
): Promise<boolean> {
  const others = await tx.education.bytesOfCertificates(member.id);
  if (others + certificate.content.length > mostCertificateBytes)
    throw new UserError(
      'There is no more room: 100 MB of certificates are kept for you. Take an audit pack with /ceu export, then remove certificates of cycles that are over.',
    );
  return tx.education.attach(member.id, entry, certificate);
}

export const certificate = action({
  id: 'ceu.certificate',
  args: entryArg,
  async run({ entry: id }, ctx): Promise<Reply> {
    const entry = await ctx.store.education.entry(ctx.member.id, id);
    const found = await ctx.store.education.certificate(ctx.member.id, id);
    if (!entry || !found) return gone();
    const { name, mediaType, content: bytes } = found;
    return say(md`The certificate of **${entry.title}**, completed on ${entry.completedOn}.`, {
      title: 'Certificate',
      mode: 'new',
      files: [{ name, mediaType, bytes }],
      controls: [
        button('Replace', refer(attach, { entry: id })),
        button('Remove certificate', refer(detach, { entry: id }), 'danger'),
        button('Back to the entry', refer({ id: 'ceu.open' }, { entry: id })),
      ],
      footnote: 'Only you see this. It is encrypted under a key of your own.',
    });
  },
});

export const detach = action({
  id: 'ceu.detach',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const entry = await ctx.store.education.entry(ctx.member.id, id);
    if (!entry) return gone();
    return say(md`The certificate of **${entry.title}** will be deleted here. The entry stays.`, {
      title: 'Remove this certificate?',
      tone: 'warning',
      controls: [
        button('Remove it', refer(detached, { entry: id }), 'danger'),
        button('Keep it', refer({ id: 'ceu.open' }, { entry: id })),
      ],
    });
  },
});

export const detached = action({
  id: 'ceu.detached',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const wasThere = await ctx.store.transaction((tx) => tx.education.detach(ctx.member.id, id));
    return wasThere ? entryCard(id, ctx, { intro: md`**Certificate removed.**` }) : gone();
  },
});
