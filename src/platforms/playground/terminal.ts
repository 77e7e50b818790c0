// The playground in a terminal: typed lines, buttons by number, forms asked field by field.

import { clearLine, createInterface, cursorTo } from 'node:readline';
import type { Bot } from '../../bot/bot.ts';
import type { TimeMachine } from '../../bot/clock.ts';
import { noManners, type Platform } from '../../bot/platform.ts';
import { makeTravel } from './clock.ts';
import { makeMessages } from './messages.ts';
import { playgroundAbilities } from './tell.ts';
import type { Screen } from './terminal-form.ts';
import { Session } from './terminal-session.ts';
import { paintFor } from './terminal-text.ts';

export interface TerminalOptions {
  readonly timeMachine: TimeMachine;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Where files of the bot are saved; left out, where the terminal was opened. */
  readonly folder?: string;
  /** Left out: ends the process, as Ctrl-C does. */
  readonly onQuit?: () => void;
}

export function terminal(options: TerminalOptions): Platform {
  const { timeMachine, input, output, folder = process.cwd(), onQuit = interrupt } = options;
  const messages = makeMessages(timeMachine.now);
  const travel = makeTravel(timeMachine, messages);
  let close = () => {};
  return {
    name: 'playground',
    abilities: playgroundAbilities,
    manners: noManners,
    async start(bot) {
      const reader = createInterface({ input, output, completer: completerFor(bot) });
      const screen = screenOn(reader, output);
      const session = new Session({
        bot,
        messages,
        travel,
        screen,
        paint: paintFor(output),
        folder,
      });
      const end = messages.listen((message) => session.hear(message));
      reader.on('SIGINT', onQuit);
      close = () => {
        end();
        reader.close();
      };
      session.run().then(onQuit, (error: unknown) => screen.print(String(error)));
    },
    async stop() {
      close();
    },
    send: async (to, reply, delivery) => messages.send(to, reply, delivery),
    edit: async (at, reply) => messages.edit(at, reply),
    find: async (_to, _reply, key) => messages.sentUnder(key) ?? 'absent',
  };
}

function interrupt(): void {
  process.kill(process.pid, 'SIGTERM');
}

/** What is printed while somebody types goes above the line that they type. */
function screenOn(
  reader: ReturnType<typeof createInterface>,
  output: NodeJS.WritableStream,
): Screen {
  const lines = reader[Symbol.asyncIterator]();
  const isTerminal = 'isTTY' in output && output.isTTY === true;
  let typing = false;
  let isOver = false;
  reader.once('close', () => {
    isOver = true;
  });
  return {
    print(text) {
      if (!typing) return void output.write(`${text}\n`);
      if (isTerminal) {
        clearLine(output, 0);
        cursorTo(output, 0);
      }
      output.write(`${isTerminal ? '' : '\n'}${text}\n`);
      reader.prompt(true);
    },
    async ask(prompt) {
      reader.setPrompt(prompt);
      if (!isOver) reader.prompt();
      typing = true;
      const next = await lines.next();
      typing = false;
      return next.done ? undefined : next.value;
    },
  };
}

function completerFor(bot: Bot) {
  const paths = bot.groups.flatMap(({ name, commands }) =>
    commands.map((command) => (command.name === name ? name : `${name} ${command.name}`)),
  );
  return (line: string): [string[], string] => {
    const slash = line.startsWith('/') ? '/' : '';
    const found = paths.map((path) => `${slash}${path} `).filter((path) => path.startsWith(line));
    return [found, line];
  };
}
