// How much fits where. One table for all platforms: the narrowest wins.

export interface Limit {
  readonly most: number;
  readonly source: string;
}

const discord = (page: string) => `Discord developer documentation, ${page}`;
const slack = (page: string) => `Slack API documentation, ${page}`;

export const limits = {
  /** A custom_id has 100; the sender may append `~` and ten characters of its own. */
  reference: { most: 89, source: discord('component reference: custom_id 1-100') },
  buttonLabel: { most: 75, source: slack('button element: text 75') },
  controls: { most: 25, source: discord('component reference: 5 action rows of 5 buttons') },
  /** A select takes a whole row. */
  rows: { most: 5, source: discord('component reference: 5 action rows') },
  choices: { most: 25, source: discord('string select: 25 options') },
  choiceLabel: { most: 75, source: slack('option object: text 75') },
  choiceValue: { most: 100, source: discord('select option: value 100') },
  selectLabel: { most: 150, source: discord('string select: placeholder 150') },
  text: { most: 3000, source: slack('section block: text 3000') },
  title: { most: 150, source: slack('header block: text 150') },
  fields: { most: 10, source: slack('section block: 10 fields') },
  fieldLabel: { most: 100, source: 'ours, so that label and value fit one Slack field of 2000' },
  fieldValue: { most: 1024, source: discord('embed field value 1024') },
  footnote: { most: 2000, source: slack('context element: text 2000') },
  formTitle: { most: 24, source: slack('modal view: title 24') },
  formFields: { most: 5, source: discord('modal: 5 top-level components') },
  fieldName: { most: 45, source: discord('label component: label 45') },
  hint: { most: 100, source: discord('application command option: description 100') },
  longText: { most: 3000, source: slack('plain_text_input: max_length 3000') },
  alt: { most: 1024, source: discord('attachment description 1024') },
  commandName: { most: 32, source: discord('application command: name 1-32') },
  commands: { most: 100, source: discord('application commands: 100 of type chat input') },
  subcommands: { most: 25, source: discord('application command: 25 options') },
  options: { most: 25, source: discord('application command: 25 options') },
  commandTotal: { most: 8000, source: discord('application command: 8000 characters in all') },
  /** What a person may send in one option: anything longer is refused before it is looked at. */
  typed: { most: 6000, source: discord('application command option: string 6000') },
} as const satisfies Record<string, Limit>;
