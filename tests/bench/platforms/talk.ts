// What people do under measurement, whichever platform carries it and whoever answers.

/** One person's way to a bot. Each call resolves with the body of the answer. */
export interface Talk {
  type(path: string, options?: Readonly<Record<string, string | number>>): Promise<string>;
  press(ref: string): Promise<string>;
  /** The reference behind a button of an answer, by what is written on it. */
  refOf(answer: string, label: string): string | undefined;
}

export interface Person {
  help(): Promise<void>;
  ask(question: string): Promise<void>;
  /** Before the presses, and not measured with them. */
  startQuiz(): Promise<void>;
  /** Answers the open question, or goes on to the next one, by turns. */
  press(): Promise<void>;
}

/** Of a quiz of 50 questions: the last press would end it. */
export const pressesOfQuiz = 98;

/** Somebody who talks to Coderounds, and looks whether the answer is one. */
export function coder(talk: Talk): Person {
  let open = '';
  const shown = (answer: Promise<string>, sign: RegExp) =>
    answer.then((body) => saying(sign, body));
  return {
    async help() {
      await shown(talk.type('help'), /Start a quiz/);
    },
    async ask(question) {
      // Every answer repeats what was asked.
      await shown(talk.type('ask', { question }), new RegExp(question.slice(0, 6)));
    },
    async startQuiz() {
      open = await shown(
        talk.type('quiz start', { count: 50, kind: 'single' }),
        /Question 1 of 50/,
      );
    },
    async press() {
      const ref = talk.refOf(open, 'Next question') ?? talk.refOf(open, 'A');
      if (ref === undefined) throw new Error(`There is nothing to press:\n${open}`);
      open = await shown(talk.press(ref), /Question \d/);
    },
  };
}

/** Somebody who talks to a bare bot: it says back what it was told. */
export function echoed(talk: Talk): Person {
  const said = async (answer: Promise<string>) => {
    saying(/You (?:said|pressed): /, await answer);
  };
  return {
    help: () => said(talk.type('help')),
    ask: (question) => said(talk.type('ask', { question })),
    async startQuiz() {},
    press: () => said(talk.press('quiz.answer?attempt=0198c2f0-7a3&choice=2')),
  };
}

/** What is wrong or missing is not to be counted as fast. */
function saying(sign: RegExp, body: string): string {
  if (!sign.test(body)) throw new Error(`This does not say ${sign}:\n${body.slice(0, 2000)}`);
  return body;
}
