// Commands that exist for tests: one for every ability of a platform.

import { crc32, deflateSync } from 'node:zlib';
import { action, refer } from '../../src/bot/action.ts';
import { type CommandGroup, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { bullets, formatted, md } from '../../src/bot/markdown.ts';
import { button, type Form, type Reply, say } from '../../src/bot/reply.ts';
import {
  channel,
  choice,
  date,
  file,
  flag,
  longText,
  number,
  role,
  type Shape,
  specsOf,
  text,
  type Upload,
  user,
} from '../../src/bot/shape.ts';

export interface Probes {
  readonly group: CommandGroup;
  /** `/probe slow` and the button "Take your time" are at work once this resolves. */
  slowStarted(): Promise<void>;
  /** Lets them answer. */
  release(): void;
}

const levels = { starter: 'Starter', working: 'Working coder', auditor: 'Auditor' } as const;

const entry = {
  title: text('What the course was called', { max: 80 }),
  notes: longText('Anything to remember').optional(),
  credits: number('How many credits', { min: 0.5, max: 40, whole: false }),
  completed_on: date('The day on the certificate'),
  level: choice('For whom it was', levels).optional(),
};

const people = {
  sure: flag('Whether you are sure').optional(),
  who: user('Who goes with you').optional(),
  where: channel('Where it takes place').optional(),
  paper: file('The certificate', { maxBytes: 100_000 }).optional(),
};

export function makeProbes(): Probes {
  const gate = makeGate();
  return {
    slowStarted: gate.started,
    release: gate.release,
    group: {
      name: 'probe',
      summary: 'Tries what a platform can do',
      commands: [echo, suggests, ...forms, ...replies, ...refusals, slow(gate)],
      actions: [...presses, saveEntry, savePeople, slowPress(gate)],
    },
  };
}

const echo = command({
  name: 'echo',
  summary: 'Says what it was given',
  options: {
    title: text('Any words', { max: 6000 }),
    pages: number('A whole number', { min: 1, max: 500 }).optional(),
    credits: number('A number', { max: 40, whole: false }).optional(),
    done: flag('Yes or no').optional(),
    on: date('A day').optional(),
    level: choice('One of three', levels).optional(),
    who: user('A member').optional(),
    where: channel('A channel').optional(),
    rank: role('A role').optional(),
    paper: file('A file', { maxBytes: 100_000 }).optional(),
  },
  run: async ({ paper, ...given }) => said('You gave', { ...given, ...(await told(paper)) }),
});

const words = Array.from({ length: 30 }, (_, i) => `Modifier ${i + 20}`);

const suggests = command({
  name: 'suggest',
  summary: 'Suggests while you type',
  options: { modifier: text('Which modifier') },
  suggest: {
    modifier: (typed) =>
      words.filter((word) => word.includes(typed)).map((word) => ({ label: word, value: word })),
  },
  run: ({ modifier }) => say(md`You chose ${modifier}.`),
});

const saveEntry = action({
  id: 'probe.save',
  args: { number: number('Which entry') },
  fields: entry,
  run: ({ number: which, ...fields }) => said(`Entry ${which} is saved`, fields),
});

const savePeople = action({
  id: 'probe.people',
  args: {},
  fields: people,
  run: async ({ paper, ...fields }) => said('Noted', { ...fields, ...(await told(paper)) }),
});

const forms = [
  command({
    name: 'form',
    summary: 'Opens a form, partly filled in',
    options: {},
    run: () =>
      formFor('Add an entry', refer(saveEntry, { number: 7 }), entry, {
        title: 'E/M "audits"',
        level: 'working',
      }),
  }),
  command({
    name: 'people',
    summary: 'Opens a form that asks for people and a file',
    options: {},
    run: () => formFor('Who and where', refer(savePeople), people, {}),
  }),
];

function formFor(title: string, submit: string, shape: Shape, values: Form['values']): Form {
  return { kind: 'form', title, submit, specs: specsOf(shape), ...(values && { values }) };
}

const replies = [
  command({
    name: 'rich',
    summary: 'Says something with everything around it',
    options: {},
    run: () => rich,
  }),
  command({
    name: 'buttons',
    summary: 'Offers buttons, a select and a link',
    options: {},
    run: () => counted(0),
  }),
  command({
    name: 'public',
    summary: 'Answers so that everybody sees it',
    options: {},
    visibility: 'public',
    run: () => tallied(0),
  }),
  command({
    name: 'picture',
    summary: 'Shows a picture',
    options: {},
    run: () => say(md`Half is done.`, { image: { png: tinyPng(), alt: 'A bar, half full' } }),
  }),
  command({
    name: 'export',
    summary: 'Hands out a file',
    options: {},
    run: () => say(md`Your entries as a file.`, { files: [csv] }),
  }),
  command({
    name: 'mention',
    summary: 'Names one member so that they notice',
    options: { who: user('Whom') },
    visibility: 'public',
    run: ({ who }) => say(md`Your turn.`, { mentions: [who] }),
  }),
];

const csv = {
  name: 'my entries.csv',
  mediaType: 'text/csv',
  bytes: new TextEncoder().encode('title,credits\n"E/M audits",2\n'),
};

const rich: Reply = say(
  md`**Due** on *March 31*: \`CPC\` and more in [the guide](https://example.org/guide).\n\n- one\n- two\n\n1. first\n2. second\n\n> as the source says`,
  {
    title: 'Your *cycle*',
    tone: 'warning',
    fields: [
      { label: 'Done', value: md`**12** of 36` },
      { label: 'Short_of', value: md`24` },
    ],
    footnote: 'Checked on 2026-11-01, <not> by us',
  },
);

/** Updates the message that its own button is on. */
function counted(n: number): Reply {
  return say(md`Pressed ${n} times.`, {
    controls: [
      button('Count', refer(count, { n: n + 1 }), 'primary'),
      button('Say it anew', refer(anew)),
      button('Share', refer(share)),
      button('Share too late', refer(balk)),
      button('Open the form', '/probe form'),
      button('Take your time', 'probe.slow'),
      button('Delete', refer(count, { n: 0 }), 'danger'),
      { kind: 'button', label: 'Not now', press: 'probe.count?n=99', disabled: true },
      {
        kind: 'select',
        label: 'Pick a level',
        press: refer(pick),
        choices: Object.entries(levels).map(([value, label]) => ({ label, value })),
      },
      { kind: 'link', label: 'Read more', url: 'https://example.org/guide' },
    ],
  });
}

function tallied(n: number): Reply {
  return say(md`Seen by all: ${n}.`, {
    controls: [
      button('Tally', refer(tally, { n: n + 1 })),
      button('Ask for myself', refer(count, { n: 1 })),
    ],
  });
}

const count = action({
  id: 'probe.count',
  args: { n: number('How often') },
  run: ({ n }) => counted(n),
});
const tally = action({
  id: 'probe.tally',
  args: { n: number('How often') },
  visibility: 'public',
  run: ({ n }) => tallied(n),
});
const share = action({
  id: 'probe.share',
  args: {},
  visibility: 'public',
  run: () => say(md`Shared with all.`, { mode: 'new' }),
});
const balk = action({
  id: 'probe.balk',
  args: {},
  visibility: 'public',
  run: () => {
    throw new UserError('There is nothing left to share.');
  },
});
const anew = action({
  id: 'probe.anew',
  args: {},
  run: () => say(md`This is a new message.`, { mode: 'new' }),
});
const pick = action({
  id: 'probe.pick',
  args: { level: choice('Which', levels) },
  run: ({ level }) => say(md`You picked ${levels[level]}.`),
});
const presses = [count, tally, anew, pick, share, balk];

const refusals = [
  command({
    name: 'sorry',
    summary: 'Says what the person can mend',
    options: {},
    run: () => {
      throw new UserError('That cycle is over. Choose another one.');
    },
  }),
  command({
    name: 'bug',
    summary: 'Fails by our own fault',
    options: {},
    run: () => {
      throw new Error('xoxb-secret and other internals');
    },
  }),
  command({
    name: 'officers',
    summary: 'Is for organizers',
    options: {},
    audience: 'organizer',
    run: () => say(md`Good to see you, organizer.`),
  }),
];

interface Gate {
  pass(): Promise<void>;
  started(): Promise<void>;
  release(): void;
}

function makeGate(): Gate {
  let entered = Promise.withResolvers<void>();
  let open = Promise.withResolvers<void>();
  return {
    pass: () => {
      entered.resolve();
      return open.promise;
    },
    started: () => entered.promise,
    release: () => {
      open.resolve();
      entered = Promise.withResolvers();
      open = Promise.withResolvers();
    },
  };
}

function slow(gate: Gate) {
  return command({
    name: 'slow',
    summary: 'Takes its time',
    options: {},
    run: async () => {
      await gate.pass();
      return say(md`Here it is, at last.`);
    },
  });
}

function slowPress(gate: Gate) {
  return action({
    id: 'probe.slow',
    args: {},
    run: async () => {
      await gate.pass();
      return say(md`Pressed, and here at last.`);
    },
  });
}

function said(what: string, given: Readonly<Record<string, unknown>>): Reply {
  const lines = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => md`${name} = ${String(value)}`);
  return say(md`${what}:\n${formatted(bullets(lines))}`);
}

async function told(paper: Upload | undefined): Promise<Readonly<Record<string, string>>> {
  if (!paper) return {};
  const start = new TextDecoder().decode((await paper.bytes()).slice(0, 20));
  return { paper: `${paper.name}, ${paper.mediaType}, ${paper.size} bytes, ${start}` };
}

/** One grey pixel. */
export function tinyPng(): Uint8Array {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
