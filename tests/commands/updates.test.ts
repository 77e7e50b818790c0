import { describe, expect, test } from 'vitest';
import { labelsOf, openChat, read } from '../chat.ts';
import { realContent } from '../world.ts';

describe('/updates next', () => {
  test('says for each code set what comes, by which date of service, and what is in force', async () => {
    const { maria } = await openChat({ now: '2026-11-22T15:00:00Z' });
    const reply = await maria.type('/updates next');
    const said = read(reply);
    expect(reply.fields?.map(({ label }) => label)).toEqual([
      'CPT',
      'HCPCS Level II',
      'ICD-10-CM',
      'Others, by date',
    ]);
    expect(said).toContain('AAPC exam books 2027: January 1, 2027');
    expect(said).toContain('MS-DRG FY2028: October 1, 2027');
    expect(said).toContain('Next: 2027, from January 1, 2027, by date of service');
    expect(said).toContain('FY2027 April update, from April 1, 2027, by date of service');
    expect(said).toContain('In force: FY2027, since October 1, 2026');
    expect(said).toContain('74,879 billable codes in all');
    expect(said).toContain('CMS: ICD-10 codes and files · checked November 22, 2026');
    expect(said).toContain('CPT is a registered trademark');
  });

  test('the soonest comes first', async () => {
    const { maria } = await openChat({ now: '2027-02-10T15:00:00Z' });
    const [first] = (await maria.type('/updates next')).fields ?? [];
    expect(first?.label).toBe('HCPCS Level II');
    expect(first?.value).toContain('2027 Q2');
  });

  test('counts carry how far to trust them, and none is made up', async () => {
    const { maria } = await openChat();
    const cpt = read(await maria.type('/updates next cpt'));
    expect(cpt).toContain('453 changes: 299 new, 80 deleted, 74 revised (one secondary source');
    expect(cpt).toContain('Figures: RCM Pulse, report on the CPT 2027 code set');
    const pcs = read(await maria.type('/updates next pcs'));
    expect(pcs).toContain('How many codes change is not known here: see');
    expect(pcs).toContain('by date of discharge');
  });

  test('one set in detail: when its files come, what to do, what is in force', async () => {
    const { maria } = await openChat();
    const reply = await maria.type('/updates next ICD10CM');
    const said = read(reply);
    expect(said).toContain('Effective April 1, 2027, by date of service');
    expect(said).toContain('perhaps from December 15, 2026 to January 23, 2027');
    expect(said).toContain('To do before it: • Read the addendum');
    expect(said).toContain('In force: ICD-10-CM FY2027');
    expect(read(await maria.press(reply, 'All code sets'))).toContain('HCPCS Level II');
  });

  test('what is only published that day, and what an exam goes over to, is not called effective', async () => {
    const { maria } = await openChat();
    const pla = read(await maria.type('/updates next cpt pla'));
    expect(pla).toContain('Published on January 1, 2027; the list says from which date of service');
    expect(pla).not.toContain('How many codes change');
    const books = read(await maria.type('/updates next exam books'));
    expect(books).toContain('From January 1, 2027, by date of the exam.');
    expect(books).toContain('In force: AAPC exam books 2026');
  });

  test('the menu under the overview leads to the same details', async () => {
    const { maria } = await openChat();
    const overview = await maria.type('/updates next');
    const chosen = await maria.press(overview, 'HCPCS Level II');
    expect(read(chosen)).toBe(read(await maria.type('/updates next hcpcs')));
  });

  test('a name that fits two sets, and one that fits none', async () => {
    const { maria } = await openChat();
    expect(read(await maria.type('/updates next icd-10'))).toBe(
      '“icd-10” could be one of these: ICD-10-CM, ICD-10-PCS. Name one of them.',
    );
    expect(read(await maria.type('/updates next SNOMED'))).toBe(
      'There is no code set “SNOMED” in the calendar. These are: CPT, HCPCS Level II, ICD-10-CM, AAPC exam books, CPT Category III and vaccines, CPT MAAA and Tier 2, CPT PLA, ICD-10-PCS, MPFS and RVU files, MS-DRG, NCCI, OPPS and ASC addenda.',
    );
  });

  test('New Year comes by the own clock, or else the group’s', async () => {
    const { maria, olivia } = await openChat({ now: '2027-01-01T04:30:00Z' });
    expect(read(await maria.type('/updates next cpt'))).toContain('Next: CPT 2027');
    await olivia.type('/group setup zone:Europe/London');
    expect(read(await maria.type('/updates next cpt'))).toContain('In force: CPT 2027');
    await maria.type('/settings zone:eastern');
    expect(read(await maria.type('/updates next cpt'))).toContain('Next: CPT 2027');
  });

  test('works in a direct message of somebody whom no group knows, and keeps nothing', async () => {
    const { maria, world } = await openChat();
    const dm = maria.in({ kind: 'dm', id: 'playground:dm-member-1' });
    expect(read(await dm.type('/updates next'))).toContain('Today is November 22, 2026');
    expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
  });

  test('an empty calendar is said to be empty', async () => {
    const { maria } = await openChat({ content: { ...realContent(), codeSets: [] } });
    expect(read(await maria.type('/updates next'))).toContain('No code set is in the calendar yet');
  });

  test('suggests sets while typing', async () => {
    const { maria } = await openChat();
    const labels = async (typed: string) =>
      (await maria.suggest('updates next', 'set', typed)).map(({ label }) => label);
    expect(await labels('')).toHaveLength(realContent().codeSets.length);
    expect(await labels('icd')).toEqual(['ICD-10-CM', 'ICD-10-PCS']);
  });
});

describe('/updates list', () => {
  test('the coming year by dates, with all that changes on each', async () => {
    const { maria } = await openChat();
    const reply = await maria.type('/updates list');
    expect(read(reply).split('\n').slice(1)).toEqual([
      '• January 1, 2027: CPT 2027; HCPCS Level II 2027 Q1; AAPC exam books 2027; CPT Category III and vaccines January 2027; CPT PLA January 2027; MPFS and RVU files 2027 Q1; NCCI 2027 Q1; OPPS and ASC addenda 2027 Q1',
      '• March 1, 2027: CPT MAAA and Tier 2 March 2027; CPT PLA March 2027',
      '• April 1, 2027: HCPCS Level II 2027 Q2; ICD-10-CM FY2027 April update; ICD-10-PCS FY2027 April update; MPFS and RVU files 2027 Q2; NCCI 2027 Q2; OPPS and ASC addenda 2027 Q2',
      '• July 1, 2027: HCPCS Level II 2027 Q3; CPT Category III and vaccines July 2027; CPT MAAA and Tier 2 July 2027; CPT PLA July 2027; MPFS and RVU files 2027 Q3; NCCI 2027 Q3; OPPS and ASC addenda 2027 Q3',
      '• October 1, 2027: HCPCS Level II 2027 Q4; ICD-10-CM FY2028; CPT MAAA and Tier 2 October 2027; CPT PLA October 2027; ICD-10-PCS FY2028; MPFS and RVU files 2027 Q4; MS-DRG FY2028; NCCI 2027 Q4; OPPS and ASC addenda 2027 Q4',
    ]);
    expect(labelsOf(reply)).toContain('What changes next');
  });

  test('the releases of one set, the latest first, those without changes named so', async () => {
    const { maria } = await openChat();
    const said = read(await maria.type('/updates list icd-10-cm'));
    expect(said).toContain('FY2026, from October 1, 2025: 487 new, 28 removed (12 deleted, 16');
    expect(said).toContain('FY2025 April update, from April 1, 2025: no codes changed.');
    expect(said.indexOf('FY2026')).toBeLessThan(said.indexOf('FY2025'));
    expect(said).toContain('Earlier ones are left out.');
  });
});
