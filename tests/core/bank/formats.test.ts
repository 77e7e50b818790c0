// The shapes that the documentation of Moodle and Anki shows, with questions of our own.

import { describe, expect, test } from 'vitest';
import { readAiken } from '../../../src/core/bank/aiken.ts';
import { readAnki } from '../../../src/core/bank/anki.ts';
import { readCsv } from '../../../src/core/bank/csv.ts';
import { readGift } from '../../../src/core/bank/gift.ts';
import { openFile } from '../../../src/core/bank/read.ts';
import { draftsIn, faultsIn, textOfBytes } from './given.ts';

describe('CSV', () => {
  const read = (...lines: readonly string[]) => readCsv(lines.join('\n'));

  test('takes columns by many names, in any order, and any of four delimiters', () => {
    for (const between of [',', ';', '\t', '|']) {
      const head = ['Correct Answer', 'Option A', 'choice 2', 'Stem', 'Difficulty'].join(between);
      const row = ['B', 'Left', 'Right', 'Which side?', 'easy'].join(between);
      expect(draftsIn(read(head, row))).toEqual([
        {
          kind: 'single',
          stem: 'Which side?',
          rationale: '',
          level: 1,
          options: [
            { text: 'Left', right: false },
            { text: 'Right', right: true },
          ],
        },
      ]);
    }
  });

  test('knows the kind by what is right', () => {
    const drafts = draftsIn(
      read(
        'question,a,b,c,right,kind',
        'One?,x,y,z,b,',
        'Several?,x,y,z,"A, C",',
        'Also?,x,y,z,AC,',
        'By text?,x,y,z,Z,',
        'By number?,x,y,z,2,',
        'In order?,x,y,z,,order',
        'In that order?,x,y,z,C A B,order',
        'Which code?,,,,E11.9 | E11.9 + Z79.4,',
      ),
    );
    expect(drafts.map(({ kind }) => kind)).toEqual([
      'single',
      'select-all',
      'select-all',
      'single',
      'single',
      'order',
      'order',
      'typed',
    ]);
    expect(drafts[6]).toMatchObject({ items: [{ text: 'z' }, { text: 'x' }, { text: 'y' }] });
    expect(drafts[7]).toMatchObject({ answers: [['E11.9'], ['E11.9', 'Z79.4']] });
  });

  test('names row, field and reason, and reads on', () => {
    const entries = () =>
      read(
        'question,a,b,right,level,checked,notes',
        'No key?,x,y,,,,',
        'Wrong key?,x,y,D,,,',
        '',
        'Level?,x,y,A,9,,',
        'Day?,x,y,A,,2026-02-40,',
        'Too, many,x,y,A,1,2026-01-01,,more',
        'A "mark" inside,x,y,A,,,',
        'Fine?,x,y,A,,,',
      );
    expect(faultsIn(entries())).toEqual([
      'The column “notes” is not used.',
      '2: right is missing: write a letter, such as B',
      '3: right names no option here: “D”',
      '5: level must be 1, 2 or 3',
      '6: checked must be a day, such as 2026-11-22',
      '7: has 9 cells, but there are 7 columns: does a comma need quotation marks around its cell?',
      '8: has a quotation mark (") in the middle of a cell: put the whole cell into quotation marks, and write it twice inside',
    ]);
    expect(draftsIn(entries()).map(({ stem }) => stem)).toEqual(['Fine?']);
  });

  test('wants its columns named', () => {
    expect(faultsIn(read('What is it?,x,y,A'))).toEqual([
      expect.stringContaining('must name the columns'),
    ]);
  });
});

describe('Aiken', () => {
  test('has letters with a full stop or a bracket, and the answer on a line of its own', () => {
    const text = [
      'Which set has seven characters?',
      'A. ICD-10-PCS',
      'B. HCPCS Level II',
      'ANSWER: A',
      '',
      'Which of these is a modifier for the left side?',
      'A) RT',
      'B) LT',
      'C) GA',
      'ANSWER: B',
    ].join('\n');
    expect(draftsIn(readAiken(text))).toMatchObject([
      { stem: 'Which set has seven characters?', options: [{ right: true }, { right: false }] },
      { options: [{ text: 'RT' }, { text: 'LT', right: true }, { text: 'GA' }] },
    ]);
  });

  test('says on which line what is wrong, and goes on with the next question', () => {
    const text = [
      'No answer?',
      'A. x',
      'B. y',
      '',
      'Out of order?',
      'A. x',
      'C. y',
      'ANSWER: A',
      '',
      'No such letter?',
      'A. x',
      'B. y',
      'ANSWER: E',
      '',
      'Fine?',
      'A. x',
      'B. y',
      'ANSWER: B',
      '',
      'Only words here.',
    ].join('\n');
    expect(faultsIn(readAiken(text))).toEqual([
      '1: ANSWER is missing: write a line such as ANSWER: B after the options',
      '5: C is out of order: option B is expected there',
      '10: ANSWER names no option of the question (“E”)',
      '20: has no options: write each on a line of its own, as A. …',
    ]);
    expect(draftsIn(readAiken(text)).map(({ stem }) => stem)).toEqual(['Fine?']);
  });
});

describe('GIFT', () => {
  test('multiple choice, missing word, true or false, short answer, names, comments, categories', () => {
    const text = [
      '// a comment above everything',
      '',
      '$CATEGORY: $course$/top/Code sets',
      '',
      '// a remark',
      '::Q1:: Who publishes HCPCS Level II? {=CMS ~AMA#It publishes another set. ~WHO ####CMS does.}',
      '',
      'ICD-10-CM changes every {~January =October ~July} in full.',
      '',
      'Modifiers have two characters.{T#They do: count them.#Always.}',
      '',
      'Type the code for a left side: {=LT =lt}',
      '',
      '[html]<p>Which <b>two</b> are&nbsp;public?</p> {~%50%ICD-10-CM ~%50%ICD-10-PCS ~%-100%Another: licensed}',
    ].join('\n');
    expect(draftsIn(readGift(text))).toEqual([
      {
        kind: 'single',
        stem: 'Who publishes HCPCS Level II?',
        rationale: 'CMS does.',
        topic: 'Code sets',
        options: [
          { text: 'CMS', right: true },
          { text: 'AMA', right: false, why: 'It publishes another set.' },
          { text: 'WHO', right: false },
        ],
      },
      expect.objectContaining({ stem: 'ICD-10-CM changes every _____ in full.', kind: 'single' }),
      {
        kind: 'single',
        stem: 'Modifiers have two characters.',
        rationale: 'Always.',
        topic: 'Code sets',
        options: [
          { text: 'True', right: true },
          { text: 'False', right: false, why: 'They do: count them.' },
        ],
      },
      expect.objectContaining({ kind: 'typed', answers: [['LT'], ['lt']] }),
      expect.objectContaining({
        kind: 'select-all',
        stem: 'Which two are public?',
        options: [
          { text: 'ICD-10-CM', right: true },
          { text: 'ICD-10-PCS', right: true },
          { text: 'Another: licensed', right: false },
        ],
      }),
    ]);
  });

  test('special signs are escaped, colons need not be, and names may hold them', () => {
    const text =
      '::Ratio: 1\\:2:: See https\\://www.cms.gov: is \\{x\\} \\= 1\\~2? {=yes: it is ~no}';
    expect(draftsIn(readGift(text))).toMatchObject([
      { stem: 'See https://www.cms.gov: is {x} = 1~2?', options: [{ text: 'yes: it is' }, {}] },
    ]);
  });

  test('what is no kind of question here, or cannot be read, is named by its line', () => {
    const text = [
      'Match {=A -> B =C -> D}',
      '',
      'Describe it. {}',
      '',
      'How many? {#100:5}',
      '',
      'How many exactly? {#17}',
      '',
      'Just a text.',
      '',
      'Two equal {=a =b ~c}',
      '',
      'None {~a ~b}',
      '',
      'Open {=a ~b',
      '',
      'See <img src="x"> {=a ~b}',
      '',
      'Fine {=a ~b}',
    ].join('\n');
    expect(faultsIn(readGift(text))).toEqual([
      '1: matches pairs, which is not a kind of question here',
      '3: asks for an essay, which nobody here could grade',
      '5: asks for a number within a range: only one exact number can be typed here',
      '9: has no answers in { }',
      '11: marks several options with =: for several right ones write ~%50% before each',
      '13: marks no option as right: write = before it',
      '15: ends too early: is a } missing?',
      '17: holds a picture, a sound or a film, which cannot be shown here',
    ]);
    expect(draftsIn(readGift(text))).toHaveLength(2);
  });
});

describe('Anki', () => {
  test('the lines at the top say separator, HTML, tags and deck', () => {
    const text = [
      '#separator:Pipe',
      '#html:true',
      '#notetype column:1',
      '#deck column:2',
      '#tags column:5',
      'Basic|Coding::HCPCS|Which letter do<br>ambulance codes begin with?<br>A. A<br>B. B|<b>A</b>&nbsp;|chapter_1 easy',
      'Basic||"Modifier for ""left side""?"|LT<br>It is one of Level II.|week_3',
      '# a comment',
    ].join('\n');
    expect(draftsIn(readAnki(text))).toEqual([
      {
        kind: 'single',
        stem: 'Which letter do\nambulance codes begin with?',
        rationale: '',
        topic: 'HCPCS',
        options: [
          { text: 'A', right: true },
          { text: 'B', right: false },
        ],
      },
      {
        kind: 'typed',
        stem: 'Modifier for "left side"?',
        rationale: 'It is one of Level II.',
        topic: 'week 3',
        answers: [['LT']],
      },
    ]);
  });

  test('without such lines the first row shows the separator, and HTML is text', () => {
    expect(draftsIn(readAnki('GFR <b>below</b> 15?\tN18.5\n'))).toMatchObject([
      { stem: 'GFR <b>below</b> 15?', answers: [['N18.5']] },
    ]);
  });

  test('a gap is typed', () => {
    const text =
      '#separator:tab\nPlain hypertension is {{c1::I10}}.\tEssential.\nLeft is {{c1::LT::modifier}}.\t\n';
    expect(draftsIn(readAnki(text))).toMatchObject([
      { stem: 'Plain hypertension is _____.', answers: [['I10']], rationale: 'Essential.' },
      { stem: 'Left is _____ (modifier).', answers: [['LT']] },
    ]);
  });

  test('what cannot become a question is named', () => {
    const text = [
      '#separator:tab',
      'See [sound:a.mp3]\tx',
      'What is a query?\t' +
        'A question that a coder puts to a provider so that the record becomes clear.',
      'Which?\n',
      '"Which?\nA. x\nB. y"\tz',
      'Two {{c1::a}} and {{c2::b}}\t',
      '=1+1\tE11.9',
    ].join('\n');
    expect(faultsIn(readAnki(text))).toEqual([
      '1: holds a picture or a sound, which cannot be shown here',
      expect.stringMatching(/^2: second field is longer than somebody would type/),
      '3: second field is empty: there is no answer',
      '5: second field does not begin with the letter of an option',
      '6: first field has gaps of several numbers: make a note of each',
      '7: field 1 begins like a formula, which a spreadsheet would run',
    ]);
  });
});

test.each([
  ['bank.csv', 'question,a,b,right\n', 'csv'],
  ['bank.tsv', 'question\ta\tb\tright\n', 'csv'],
  ['notes.txt', '#separator:tab\n', 'anki'],
  ['notes.txt', 'front\tback\n', 'anki'],
  ['quiz.txt', 'Which?\nA. x\nB. y\nANSWER: A\n', 'aiken'],
  ['quiz.txt', 'Which? {=x ~y}\n', 'gift'],
  ['quiz.gift', 'Which?\n', 'gift'],
])('%s that begins with %j is %s', (name, text, format) => {
  expect(openFile(name, textOfBytes(text))).toMatchObject({ format });
});
