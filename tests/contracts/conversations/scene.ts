// A study group on a platform: the real commands, content, store and jobs, and three people in it.

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { commandGroups } from '../../../commands/index.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import {
  type Ability,
  type Address,
  type MessageRef,
  noManners,
  type Platform,
} from '../../../src/bot/platform.ts';
import type { PlatformName } from '../../../src/core/ids.ts';
import { jobs } from '../../../src/jobs/index.ts';
import { fastFolder } from '../../fixtures/fast-folder.ts';
import { makeWorld, realContent, type World } from '../../world.ts';
import {
  asForm,
  asMessage,
  type Driver,
  type Fields,
  type Person,
  type Seen,
  type SeenForm,
  type SeenMessage,
} from '../driver.ts';

export interface Stage {
  readonly platform: PlatformName;
  /** Starts the platform with the bot and signs the people in. */
  open(bot: Bot): Promise<Driver>;
}

type Name = Parameters<Driver['person']>[0];

export interface Scene {
  readonly world: World;
  readonly driver: Driver;
  readonly maria: Talker;
  readonly tom: Talker;
  /** Runs the group. */
  readonly olga: Talker;
  inDm(name: Name): Talker;
  /** Moves the clock; what falls due on the way happens. */
  until(moment: string): Promise<void>;
  /** What the jobs posted in the channel, as it stands now. */
  posts(): Promise<readonly SeenMessage[]>;
  lastPost(): Promise<SeenMessage>;
  /** What the jobs sent to somebody's direct messages, as it stands now. */
  inbox(name: Name): Promise<readonly SeenMessage[]>;
  /** Skips with the platform's own reason where it cannot do this. */
  able(ability: Ability, skip: (reason: string) => void): void;
}

/** Somebody who knows what an act comes to: a message, unless a form is said. */
export interface Talker {
  readonly person: Person;
  type(path: string, options?: Fields): Promise<SeenMessage>;
  form(path: string, options?: Fields): Promise<SeenForm>;
  /** A button, or a choice in a select. */
  press(message: SeenMessage, label: string): Promise<SeenMessage>;
  pressForForm(message: SeenMessage, label: string): Promise<SeenForm>;
  submit(form: SeenForm, fields: Fields): Promise<SeenMessage>;
  submitted(form: SeenForm, fields: Fields): Promise<Seen>;
}

/** One for all tests of the `describe` that it is called in; the guide's index is ready, as it is on a bot that has just started. */
export function openScene(
  { platform: name, open }: Stage,
  { now, codes }: { readonly now?: string; codes?(folder: string): Promise<string> } = {},
): () => Scene {
  let scene: Scene;
  let world: World;
  let driver: Driver;
  let folder: string;
  beforeAll(async () => {
    const sent: { readonly to: Address; readonly at: MessageRef }[] = [];
    const post = postOffice(name, () => driver.platform, sent);
    folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    world = await makeWorld({
      groups: commandGroups,
      jobs,
      platforms: [post],
      folder,
      ...(now !== undefined && { now }),
      ...(codes && { codes: await codes(folder) }),
    });
    driver = await open(world.bot);
    while (!realContent().guide.prepare());
    scene = sceneOf(world, driver, sent);
  });
  afterEach(() => {
    expect(world.faults).toEqual([]);
    expect(driver.problems()).toEqual([]);
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => scene;
}

/** The platform for the jobs, at no pace: it keeps a note of where everything went. */
function postOffice(
  name: PlatformName,
  platform: () => Platform,
  sent: { readonly to: Address; readonly at: MessageRef }[],
): Platform {
  return {
    name,
    manners: noManners,
    get abilities() {
      return platform().abilities;
    },
    start: async () => {},
    stop: async () => {},
    edit: (at, reply) => platform().edit(at, reply),
    find: (to, reply, key) => platform().find(to, reply, key),
    async send(to, reply, delivery) {
      const told = await platform().send(to, reply, delivery);
      if (told.ok) sent.push({ to, at: { channel: told.channel, messageId: told.messageId } });
      return told;
    },
  };
}

function sceneOf(
  world: World,
  driver: Driver,
  sent: readonly { readonly to: Address; readonly at: MessageRef }[],
): Scene {
  const talker = (name: Name, place?: 'dm') => talkerOf(driver.person(name, place));
  const look = (which: (to: Address) => boolean) =>
    Promise.all(sent.filter(({ to }) => which(to)).map(({ at }) => driver.look(at)));
  const posts = () => look((to) => to.kind === 'channel' && to.channel === driver.channel);
  return {
    world,
    driver,
    maria: talker('maria'),
    tom: talker('tom'),
    olga: talker('olga'),
    inDm: (name) => talker(name, 'dm'),
    until: (moment) => world.clock.moveTo(Temporal.Instant.from(moment)),
    posts,
    async lastPost() {
      const last = (await posts()).at(-1);
      if (!last) throw new Error('Nothing was posted in the channel.');
      return last;
    },
    inbox: (name) => look((to) => to.kind === 'dm' && to.user === driver.person(name).id),
    able(ability, skip) {
      const can = driver.platform.abilities[ability];
      if (can !== true) skip(can);
    },
  };
}

function talkerOf(person: Person): Talker {
  return {
    person,
    type: async (path, options) => asMessage(await person.type(path, options)),
    form: async (path, options) => asForm(await person.type(path, options)),
    press: async (message, label) => asMessage(await pressed(person, message, label)),
    pressForForm: async (message, label) => asForm(await pressed(person, message, label)),
    submit: async (form, fields) => asMessage(await person.submit(form, fields)),
    submitted: (form, fields) => person.submit(form, fields),
  };
}

function pressed(person: Person, message: SeenMessage, label: string): Promise<Seen> {
  const select = message.controls.find(({ choices }) => choices?.includes(label));
  return select ? person.choose(message, select.label, label) : person.press(message, label);
}

export function labelsOf({ controls }: SeenMessage): readonly string[] {
  return controls.flatMap(({ label, choices }) => choices ?? [label]);
}
