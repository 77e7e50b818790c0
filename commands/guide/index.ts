import type { CommandGroup } from '../../src/bot/command.ts';
import { add } from './add.ts';
import { answer } from './answer.ts';
import { edit, rewrite } from './change.ts';
import { settle } from './complaint.ts';
import { dismiss, dismissed } from './dismiss.ts';
import { openOwn, remove, removed, takeOut } from './remove.ts';
import { openItem, turnPage, unanswered } from './unanswered.ts';
import { verified, verify } from './verify.ts';
import { write } from './write.ts';

export default {
  name: 'guide',
  summary: "The group's own passages, and questions that found no answer",
  commands: [unanswered, answer, add, verify, remove],
  actions: [
    turnPage,
    openItem,
    write,
    dismiss,
    dismissed,
    settle,
    edit,
    rewrite,
    verified,
    openOwn,
    takeOut,
    removed,
  ],
} satisfies CommandGroup;
