import { type Markdown, md } from '../../src/bot/markdown.ts';

/** The question as it was asked, on one line, above whatever answers it. */
export function quoted(question: string): Markdown {
  return md`> ${question.replaceAll(/\s+/g, ' ')}`;
}
