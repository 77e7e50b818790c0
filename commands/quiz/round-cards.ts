// What a channel sees of a round.

import { type ActionRef, refer } from '../../src/bot/action.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import { isLast, lobbySeconds, mostSilent } from '../../src/core/quiz/round.ts';
import type { SessionScore } from '../../src/store/quiz-records.ts';
import type { Round, RoundCounts } from '../../src/store/round-records.ts';
import { revealControls } from './after-reveal.ts';
import { questionText, revealText } from './card.ts';
import { optionsOf } from './kinds/options.ts';
import { letterButtons } from './kinds/single.ts';
import { type Topics, topicTitle } from './topics.ts';

export function lobbyCard(round: Round, joined: number, about: Topics): Reply {
  const { questionIds, secondsEach, position, posts } = round;
  const left = questionIds.length - position;
  const what = left === 1 ? '1 question' : `${left} questions`;
  const topic = round.topic ? topicTitle(round.topic, about) : 'all topics';
  return say(
    md`**${what}** from ${topic}, ${secondsEach} seconds each. Everybody answers in private, and the answer comes for all together. It begins in ${lobbySeconds} seconds.`,
    {
      title: posts === 1 ? 'A round begins' : 'A saved round goes on',
      controls: [
        button('Join', refer({ id: 'quiz.join' }, { round: round.id }), 'primary'),
        button('Start now', hurryRef(round)),
        stopButton(round),
      ],
      footnote: joined === 1 ? '1 has joined.' : `${joined} have joined.`,
    },
  );
}

export function roundQuestionCard(
  round: Round,
  question: SingleChoice,
  { joined, answered }: RoundCounts,
  about: Topics,
  first?: Markdown,
): Reply {
  const shown = shownIn(round, question);
  const text = questionText(shown);
  return say(first ? joinLines([first, text], '\n\n') : text, {
    title: headingOf(round, question, about),
    controls: [
      ...letterButtons(shown, {
        choose: (choice) =>
          refer({ id: 'quiz.round' }, { round: round.id, at: round.position, choice }),
      }),
      button('Reveal', hurryRef(round)),
      stopButton(round),
    ],
    footnote: `${round.secondsEach} seconds. Press a letter: only you see your answer. ${answered} of ${joined} locked in.`,
  });
}

export function roundRevealCard(
  round: Round,
  question: SingleChoice,
  counts: RoundCounts,
  choices: ReadonlyMap<number, number>,
  about: Topics,
): Reply {
  const shown = shownIn(round, question);
  const letters = optionsOf(shown).map(
    ({ letter, place }) => `${letter} ${choices.get(place) ?? 0}`,
  );
  const last = isLast(round, round.questionIds.length);
  const onward: readonly Control[] = [
    button(last ? 'See the result' : 'Next question', hurryRef(round)),
    stopButton(round),
  ];
  const warning = warningOf(round, last);
  return say(revealText(shown, undefined, warning), {
    title: headingOf(round, question, about),
    ...(warning && { tone: 'warning' }),
    controls: [...revealControls(question), ...onward],
    footnote: `${counts.answered} answered, ${counts.right} right. ${letters.join(' · ')}`,
  });
}

function warningOf({ silent }: Round, last: boolean): Markdown | undefined {
  if (silent === 0) return undefined;
  if (silent >= mostSilent) return md`**Nobody answered twice in a row, so the round ends here.**`;
  return last
    ? md`**Nobody answered.**`
    : md`**Nobody answered. If nobody answers the next one either, the round ends.**`;
}

export function savedCard(round: Round, why: Markdown): Reply {
  return say(
    md`${formatted(why)} It is saved at question ${round.position + 1} of ${round.questionIds.length}.`,
    {
      title: 'The round is saved',
      controls: [button('Go on', refer({ id: 'quiz.round_resume' }, { round: round.id }))],
    },
  );
}

export function stoppedCard(): Reply {
  return say(md`The round was stopped. Its result comes below.`, { title: 'Stopped' });
}

export interface ShownScore extends SessionScore {
  /** As they want to be shown. */
  readonly name: Markdown;
}

/** Of those who agreed to be shown; the others see their own. */
export function finalCard(round: Round, joined: number, scores: readonly ShownScore[]): Reply {
  const lines = scores.map(
    ({ name, answered, right }) => md`${formatted(name)}: **${right}** right of ${answered}`,
  );
  const board =
    lines.length > 0
      ? md`${formatted(bullets(lines))}`
      : md`Nobody who took part wants to be shown on boards; **/settings** changes that.`;
  return say(board, {
    title: 'The round is over',
    controls: [
      button('My result', refer({ id: 'quiz.round_mine' }, { round: round.id }), 'primary'),
      button('Another round', '/quiz group…'),
    ],
    footnote: `${joined} took part. Shown are those who agreed to it. Quiz points are not CEUs.`,
  });
}

/** For whoever leads: on with whatever is shown now, at once. */
function hurryRef({ id, phase, position }: Round): ActionRef {
  return refer({ id: 'quiz.round_hurry' }, { round: id, phase, at: position });
}

function stopButton({ id }: Round): Control {
  return button('Stop', refer({ id: 'quiz.round_stop' }, { round: id }));
}

export function shownIn({ orders, position }: Round, question: SingleChoice, at = position) {
  return { question, order: orders[at] ?? [] };
}

function headingOf({ position, questionIds }: Round, question: SingleChoice, about: Topics) {
  return `Question ${position + 1} of ${questionIds.length} · ${topicTitle(question.topic, about)}`;
}
