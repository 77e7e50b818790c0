import { describe, expect, test } from 'vitest';
import group from '../../commands/group/index.ts';
import { refer } from '../../src/bot/action.ts';
import type { Form } from '../../src/bot/reply.ts';
import { type Chat, labelsOf, openChat, Person, read, group as studyGroup } from '../chat.ts';

const announcements = 'playground:announcements';

async function settingsIn({ world }: Chat) {
  const { groups } = world.opened.store;
  return {
    ...(await groups.settings(studyGroup)),
    daily: await groups.daily(studyGroup),
    notices: await groups.notices(studyGroup),
    organizers: await groups.organizers(studyGroup),
  };
}

describe('the checklist', () => {
  test('leads an organizer from nothing to all set up', async () => {
    const chat = await openChat({ now: '2026-11-22T15:00:00Z' });
    const { olivia, james } = chat;
    let list = await olivia.type('/group setup');
    expect(read(list)).toContain('0 of 5 done');
    expect(read(list)).toContain('America/New_York is assumed, where it is 10:00 now');

    const fill = async (label: string, fields: Record<string, unknown>) => {
      const saved = await olivia.submit(await olivia.pressForForm(list, label), fields);
      list = labelsOf(saved).includes('Checklist') ? await olivia.press(saved, 'Checklist') : saved;
    };
    list = await olivia.press(await olivia.press(list, 'Use this channel'), 'Checklist');
    expect(read(list)).toContain('✓ Channel: #study-hall');
    await fill('Time zone', { zone: 'central' });
    expect(read(list)).toContain('✓ Time zone: America/Chicago, where it is 09:00 now');
    await fill('Daily question', { time: '8:30 am', weekdays: true });
    expect(read(list)).toContain('#study-hall, Monday to Friday at 08:30, all topics');
    await fill('Notices', { time: '9:00' });
    expect(read(list)).toContain('CPT, HCPCS Level II, ICD-10-CM; 30 days ahead and on the day');
    const change = await olivia.press(list, 'Organizers');
    const saved = await olivia.submit(await olivia.pressForForm(change, 'Change'), {
      add: james.id,
    });
    list = await olivia.press(saved, 'Checklist');

    expect(read(list)).toContain('All is set up');
    expect(read(list)).not.toContain('–');
    expect(chat.world.faults).toEqual([]);
  });

  test('asks for a daily question and notices with an hour filled in: sent as it is, it begins', async () => {
    const { olivia } = await openChat({ now: '2026-11-22T15:00:00Z' });
    await olivia.type('/group channel');
    for (const label of ['Daily question', 'Notices']) {
      const form = await olivia.pressForForm(await olivia.type('/group setup'), label);
      expect(read(await olivia.submit(form, { ...form.values }))).toContain('at 09:00');
    }
  });

  test('shows first what comes next, and asks at once for what is missing', async () => {
    const { olivia } = await openChat();
    const primary = async () =>
      (await olivia.type('/group setup')).controls?.find(
        (control) => control.kind === 'button' && control.style === 'primary',
      )?.label;
    expect(await primary()).toBe('Use this channel');
    await olivia.type('/group channel');
    expect(await primary()).toBe('Time zone');
  });
});

describe('the time zone', () => {
  test('that does not exist is refused, and nothing is stored', async () => {
    const chat = await openChat();
    const refused = await chat.olivia.type('/group setup zone:Middle-earth/Shire');
    expect(read(refused)).toContain('zone is not a time zone. Choose one by its city');
    expect(await settingsIn(chat)).toMatchObject({ zoneChosen: false });
  });

  test('is suggested while typing', async () => {
    const { olivia } = await openChat({ now: '2026-11-22T15:00:00Z' });
    const choices = await olivia.suggest('group setup', 'zone', 'manila');
    expect(choices.map(({ label }) => label)).toEqual(['Asia/Manila (23:00)']);
  });

  test('moves what is planned to the same hour on the new clocks', async () => {
    const { olivia, mail, until } = await openChat({ now: '2026-11-22T18:00:00Z' });
    await olivia.type('/group channel');
    await olivia.type('/group daily 9:00');
    await olivia.type('/group notices 9:00');
    await olivia.type('/group setup zone:pacific');
    expect(read(await olivia.type('/group daily'))).toContain(
      'Next: Monday, November 23, 2026 at 09:00',
    );
    await until('2026-11-23T16:59:00Z');
    expect(mail.sent).toHaveLength(0);
    await until('2026-11-23T17:00:00Z');
    expect(mail.sent).toHaveLength(1);
    await until('2026-12-02T16:59:00Z');
    expect(mail.sent.filter(({ key }) => key.startsWith('notice:'))).toHaveLength(0);
    await until('2026-12-02T17:00:00Z');
    expect(mail.sent.filter(({ key }) => key.startsWith('notice:'))).toHaveLength(1);
  });
});

describe('the daily question', () => {
  test('says when the next one comes, in words', async () => {
    const { olivia } = await openChat({ now: '2026-11-20T15:00:00Z' });
    const saved = await olivia.type('/group daily time:9am weekdays:yes topic:compliance');
    expect(read(saved)).toContain('#study-hall: Monday to Friday at 09:00, Compliance');
    expect(read(saved)).toContain('Next: Monday, November 23, 2026 at 09:00');
    expect(read(saved)).toContain('Times are those of America/New_York');
  });

  test('keeps what is not mentioned, and forgets a topic for all of them', async () => {
    const chat = await openChat();
    await chat.olivia.type('/group daily time:9:00 weekdays:yes topic:compliance');
    await chat.olivia.type('/group daily 17:15');
    const [kept] = (await settingsIn(chat)).daily;
    expect(kept).toMatchObject({ weekdaysOnly: true, topic: 'compliance' });
    expect(String(kept?.time)).toBe('17:15:00');
    await chat.olivia.type('/group daily topic:all weekdays:no');
    const [changed] = (await settingsIn(chat)).daily;
    expect(changed?.topic).toBeUndefined();
    expect(changed?.weekdaysOnly).toBe(false);
  });

  test('the form shows what is set, so that sending it changes nothing unasked', async () => {
    const chat = await openChat();
    const { olivia } = chat;
    const saved = await olivia.type('/group daily time:9:00 weekdays:yes topic:compliance');
    const form = await olivia.pressForForm(saved, 'Change');
    expect(form.values).toMatchObject({
      time: '09:00',
      weekdays: true,
      topic: 'Compliance and privacy',
    });
    await olivia.submit(form, { time: '10:00' });
    const [kept] = (await settingsIn(chat)).daily;
    expect(kept).toMatchObject({ weekdaysOnly: true, topic: 'compliance' });
    expect(String(kept?.time)).toBe('10:00:00');
  });

  test.each(['25:00', 'noonish', '9:75', '13pm'])('a time of “%s” is refused', async (time) => {
    const chat = await openChat();
    const refused = read(await chat.olivia.type(`/group daily ${time}`));
    expect(refused).toContain('time is not a time, such as 09:00 or 9 am, nor off');
    expect((await settingsIn(chat)).daily).toEqual([]);
  });

  test('a wrong time in the form comes back with the form', async () => {
    const { olivia } = await openChat();
    const form = await olivia.pressForForm(await olivia.type('/group daily'), 'Set it up');
    const outcome = await olivia.submitted(form, { time: 'soon', weekdays: true });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: { time: 'is not a time, such as 09:00 or 9 am, nor off' },
      form: { values: { time: 'soon', weekdays: true } },
    });
  });

  test('a topic that does not exist is met with those that do', async () => {
    const chat = await openChat();
    const refused = read(await chat.olivia.type('/group daily time:9:00 topic:astrology'));
    expect(refused).toContain('There is no topic “astrology”. Choose one of:');
    expect((await settingsIn(chat)).daily).toEqual([]);
  });

  test('can be in several channels, each changed and turned off by itself', async () => {
    const chat = await openChat();
    const { olivia } = chat;
    await olivia.type('/group daily 9:00');
    const both = await olivia.type(`/group daily time:18:00 channel:${announcements}`);
    expect(labelsOf(both)).toEqual([
      'Change (1)',
      'Turn off (1)',
      'Change (2)',
      'Turn off (2)',
      'Checklist',
    ]);
    const form = await olivia.pressForForm(both, 'Change (1)');
    expect(form.values).toMatchObject({ channel: announcements, time: '18:00' });
    const off = await olivia.press(both, 'Turn off (1)');
    expect(read(off)).toContain('The daily question in #announcements is off');
    expect((await settingsIn(chat)).daily.map(({ channel }) => channel)).toEqual([
      'playground:study-hall',
    ]);
  });

  test('in very many channels is still one message, the checklist too', async () => {
    const { olivia } = await openChat();
    const channels = Array.from({ length: 30 }, (_, n) => `playground:channel-number-${n}`);
    for (const channel of channels) {
      await olivia.type(`/group daily time:9:00 channel:${channel}`);
      await olivia.type(`/group notices sets:all ahead:“60, 30, 7, 0” channel:${channel}`);
    }
    expect(read(await olivia.type('/group daily'))).toContain('and 26 more channels');
    expect(read(await olivia.type('/group notices'))).toContain('and 26 more channels');
    expect(read(await olivia.type('/group setup'))).toContain('and 26 more channels');
  });

  test('that is off cannot be turned off again', async () => {
    const { olivia } = await openChat();
    expect(read(await olivia.type('/group daily off'))).toBe(
      'There is no daily question in that channel. /group daily shows where there is.',
    );
  });

  test('pressed off twice at once is off once', async () => {
    const chat = await openChat();
    const shown = await chat.olivia.type('/group daily 9:00');
    const said = await Promise.all([
      chat.olivia.press(shown, 'Turn off'),
      chat.olivia.press(shown, 'Turn off'),
    ]);
    expect(said.map(read).filter((text) => text.includes('is off'))).toHaveLength(1);
    expect(chat.world.faults).toEqual([]);
    expect((await settingsIn(chat)).daily).toEqual([]);
  });
});

describe('notices', () => {
  test('say which, how early, when, and what comes next', async () => {
    const { olivia } = await openChat({ now: '2026-11-22T15:00:00Z' });
    const saved = read(
      await olivia.type('/group notices time:8:30 sets:"cpt and pcs" ahead:"60, 7, 0"'),
    );
    expect(saved).toContain('CPT, ICD-10-PCS; 60 and 7 days ahead and on the day, at 08:30');
    expect(saved).toContain(
      'Next: Friday, December 25, 2026 at 08:30, “Code sets change on January 1, 2027”',
    );
  });

  test.each([
    ['sets:SNOMED', 'There is no code set “SNOMED” in the calendar. These are:'],
    ['sets:",,"', 'There is no code set “,,” in the calendar. These are:'],
    ['ahead:45', 'ahead must be out of 60, 30, 7, 0 (the day itself), such as 30, 0'],
    ['time:late', 'time is not a time'],
  ])('“%s” is refused with what can be chosen', async (option, why) => {
    const chat = await openChat();
    expect(read(await chat.olivia.type(`/group notices ${option}`))).toContain(why);
    expect((await settingsIn(chat)).notices).toEqual([]);
  });

  test('take a list that ends with a comma', async () => {
    const { olivia } = await openChat();
    expect(read(await olivia.type('/group notices sets:"CPT, "'))).toContain('CPT; 30 days ahead');
  });

  test('are suggested while typing', async () => {
    const { olivia } = await openChat();
    const labels = async (option: string, typed: string) =>
      (await olivia.suggest('group notices', option, typed)).map(({ label }) => label);
    expect((await labels('sets', ''))[0]).toBe('CPT, HCPCS Level II, ICD-10-CM');
    expect(await labels('ahead', '60')).toEqual(['60, 30 and 7 days ahead and on the day']);
  });

  test('turned off are not posted', async () => {
    const { olivia, mail, until } = await openChat({ now: '2026-12-01T15:00:00Z' });
    const shown = await olivia.type('/group notices 9:00');
    await olivia.press(shown, 'Turn off');
    await until('2027-01-02T15:00:00Z');
    expect(mail.sent).toHaveLength(0);
  });
});

describe('the channel', () => {
  test('that a schedule leaves out is the group’s own', async () => {
    const chat = await openChat();
    await chat.olivia.type(`/group channel ${announcements}`);
    await chat.olivia.type('/group daily 9:00');
    expect((await settingsIn(chat)).daily[0]?.channel).toBe(announcements);
  });

  test('takes its schedules along when asked, and posts in the new place', async () => {
    const chat = await openChat({ now: '2026-12-01T15:00:00Z' });
    const { olivia, mail, until } = chat;
    await olivia.type('/group channel');
    await olivia.type('/group daily 9:00');
    await olivia.type('/group notices 9:00');
    const moved = await olivia.type(`/group channel ${announcements}`);
    expect(read(moved)).toContain('What is scheduled in #study-hall stays there');
    await olivia.press(moved, 'Move it here');
    await until('2026-12-02T15:00:00Z');
    const places = mail.sent.map(({ to }) => (to.kind === 'channel' ? to.channel : to.user));
    expect(places).toEqual([announcements, announcements]);
  });

  test('says so where moving replaces what is scheduled there', async () => {
    const { olivia } = await openChat();
    await olivia.type('/group channel');
    await olivia.type('/group daily 9:00');
    await olivia.type(`/group daily time:11:00 channel:${announcements}`);
    const moved = await olivia.type(`/group channel ${announcements}`);
    expect(read(moved)).toContain('Then it takes the place of what is scheduled here.');
  });

  test.each(['discord:123', 'slack:T1/C2'])('“%s” is not one of this group', async (channel) => {
    const chat = await openChat();
    const refused = await chat.olivia.type(`/group channel ${channel}`);
    expect(read(refused)).toContain('That channel is not one of this group');
    expect((await settingsIn(chat)).channel).toBeUndefined();
  });

  test('must be named in a direct message, where the reply says which group it is about', async () => {
    const chat = await openChat();
    const { olivia, james } = chat;
    await olivia.type(`/group organizers add:${james.id}`);
    await james.type('/settings zone:central');
    const dm = james.in({ kind: 'dm', id: 'playground:dm-member-2' });
    expect(read(await dm.type('/group channel'))).toContain('Which channel? Name it');
    expect(read(await dm.type('/group setup'))).toContain('This is about the group study-group');
    await olivia.type('/group channel');
    expect(read(await dm.type('/group daily 9:00'))).toContain(
      'This is about the group of #study-hall',
    );
  });
});

describe('organizers', () => {
  test('are added and removed, and may at once or no longer', async () => {
    const { olivia, james } = await openChat();
    expect(read(await james.type('/group setup'))).toContain('for organizers');
    const added = await olivia.type(`/group organizers add:${james.id}`);
    expect(read(added)).toContain('@member-2');
    const shown = await james.type('/group setup');
    expect(read(shown)).toContain('Setting up the group');
    await olivia.type(`/group organizers remove:${james.id}`);
    expect(read(await james.press(shown, 'Use this channel'))).toContain('for organizers');
  });

  test('are asked before they take themselves off the list', async () => {
    const chat = await openChat();
    const { olivia, james } = chat;
    await olivia.type(`/group organizers add:${james.id}`);
    const asked = await james.type(`/group organizers remove:${james.id}`);
    expect(read(asked)).toContain('somebody else would have to add you again');
    expect((await settingsIn(chat)).organizers).toEqual([james.id]);
    expect(read(await james.press(asked, 'Take me off'))).toContain('You are off the list');
    expect((await settingsIn(chat)).organizers).toEqual([]);
  });

  test('who are not on the list cannot be taken off it', async () => {
    const { olivia, james } = await openChat();
    const said = read(await olivia.type(`/group organizers remove:${james.id}`));
    expect(said).toContain('@member-2 was not on the list');
  });

  test('of another platform cannot be named', async () => {
    const { olivia } = await openChat();
    expect(read(await olivia.type('/group organizers add:discord:42'))).toContain(
      'not a member of this group',
    );
  });

  test('can be those with a role on Discord, and only there', async () => {
    const { olivia, world } = await openChat();
    expect(read(await olivia.type('/group organizers role:77'))).toContain(
      'Roles exist on Discord only',
    );
    const from = {
      channel: { id: 'discord:5', kind: 'channel' },
      group: 'discord:1',
    } as const;
    const owner = new Person(world, {
      ...from,
      user: { id: 'discord:10', name: 'Olivia' },
      admin: true,
    });
    const tutor = new Person(world, {
      ...from,
      user: { id: 'discord:11', name: 'James' },
      roles: ['77'],
    });
    expect(read(await tutor.type('/group setup'))).toContain('for organizers');
    const saved = await owner.type('/group organizers role:77');
    expect(read(saved)).toContain('everybody with the role @77');
    expect(read(await tutor.type('/group setup'))).toContain('Setting up the group');
    await owner.press(saved, 'No role');
    expect(read(await tutor.type('/group setup'))).toContain('for organizers');
  });
});

describe('a pause', () => {
  test('is shown, begun and ended', async () => {
    const chat = await openChat();
    const { olivia } = chat;
    const shown = await olivia.type('/group pause');
    expect(read(shown)).toContain('Not paused');
    const paused = await olivia.press(shown, 'Pause');
    expect(read(paused)).toContain("Members' own reminders go on");
    expect(read(await olivia.type('/group daily 9:00'))).toContain('The group is paused');
    expect(read(await olivia.press(paused, 'Resume'))).toContain('Not paused');
    expect((await settingsIn(chat)).paused).toBe(false);
  });
});

describe('a member', () => {
  test('can use none of the commands, forms and buttons, and nothing changes', async () => {
    const chat = await openChat();
    const { olivia, maria } = chat;
    await olivia.type('/group channel');
    await olivia.type('/group daily 9:00');
    const before = await settingsIn(chat);
    for (const { name } of group.commands) {
      const path = `/group ${name}` as const;
      for (const ref of [path, `${path}…`]) {
        const outcome = await maria.outcome({ kind: 'press', ref });
        expect(outcome, ref).toMatchObject({ kind: 'reply', tone: 'warning' });
      }
      const submitted = await maria.outcome({
        kind: 'submit',
        ref: path,
        fields: { zone: 'UTC', time: 'off', state: 'on' },
      });
      expect(submitted, path).toMatchObject({ kind: 'reply', tone: 'warning' });
    }
    for (const action of group.actions) {
      const args = Object.keys(action.args).map((name) => [name, 'playground:study-hall']);
      const ref = refer(action, Object.fromEntries(args));
      const outcome = await maria.outcome({ kind: 'press', ref });
      expect(outcome, action.id).toMatchObject({ kind: 'reply', tone: 'warning' });
    }
    expect(await settingsIn(chat)).toEqual(before);
  });

  test('whom no group knows is told where to type it', async () => {
    const { maria } = await openChat();
    const dm = maria.in({ kind: 'dm', id: 'playground:dm-member-1' });
    expect(read(await dm.type('/group setup'))).toContain("in the group's own channel");
  });
});

test('every form fits and names what it asks for', async () => {
  const { olivia } = await openChat();
  const asking = group.commands.filter(({ options }) => Object.keys(options).length > 0);
  for (const { name } of asking) {
    const form = (await olivia.outcome({ kind: 'press', ref: `/group ${name}…` })) as Form;
    expect(form.kind).toBe('form');
    expect(form.specs.every(({ label, hint }) => label !== '' && hint !== '')).toBe(true);
  }
});

test('a text of 100,000 characters is met with a sentence, and nothing is stored', async () => {
  const chat = await openChat();
  const options = { time: 'x'.repeat(100_000) };
  const outcome = await chat.olivia.command('group daily', options);
  expect(outcome).toMatchObject({ kind: 'reply', tone: 'warning' });
  expect((await settingsIn(chat)).daily).toEqual([]);
});
