// The id of a question that is made from installed releases: from it the same question is made again,
// so that nothing but the id is stored.

import { type InstallableSet, isInstallable } from './code-entry.ts';

const questionKinds = [
  'title',
  'code',
  'header',
  'billable',
  'change',
  'replaced',
  'retitled',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface QuestionId {
  readonly codeSet: InstallableSet;
  /** The release before; the same as `to` where no change is asked for. */
  readonly from: string;
  readonly to: string;
  readonly kind: QuestionKind;
  readonly code: string;
  /** By which the other options are chosen. */
  readonly seed: number;
}

const setMarks: Readonly<Record<InstallableSet, string>> = {
  'icd-10-cm': 'cm',
  'icd-10-pcs': 'pcs',
  'hcpcs-level-ii': 'hcpcs',
};
const parts: Readonly<Record<string, string>> = {
  october: 'o',
  april: 'a',
  january: 'j',
  july: 'l',
  q1: 'q1',
  q2: 'q2',
  q3: 'q3',
  q4: 'q4',
};

/** `code.cm.25o-26o.title.E1165.9f3`: short, since buttons carry it. */
export function writeQuestionId({ codeSet, from, to, kind, code, seed }: QuestionId): string {
  const releases = `${shortRelease(from)}-${shortRelease(to)}`;
  return `code.${setMarks[codeSet]}.${releases}.${kind}.${code}.${seed.toString(36)}`;
}

const shape =
  /^code\.(?<set>[a-z]+)\.(?<from>\d\d[a-z]\d?)-(?<to>\d\d[a-z]\d?)\.(?<kind>[a-z]+)\.(?<code>[0-9A-Z]{2,7})\.(?<seed>[0-9a-z]{1,6})$/;

/** Nothing where it is the id of another question. */
export function readQuestionId(id: string): QuestionId | undefined {
  const { set, from = '', to = '', kind, code, seed = '' } = shape.exec(id)?.groups ?? {};
  const codeSet = Object.entries(setMarks).find(([, mark]) => mark === set)?.[0] ?? '';
  const known = questionKinds.find((each) => each === kind);
  if (!isInstallable(codeSet) || !known || !code) return undefined;
  const [earlier, later] = [longRelease(from, codeSet), longRelease(to, codeSet)];
  if (!earlier || !later) return undefined;
  return {
    codeSet,
    from: earlier,
    to: later,
    kind: known,
    code,
    seed: Number.parseInt(seed, 36),
  };
}

function shortRelease(release: string): string {
  const [year = '', part = ''] = release.split('-');
  return `${year.slice(4)}${parts[part] ?? part}`;
}

function longRelease(short: string, codeSet: InstallableSet): string | undefined {
  const kind = codeSet === 'hcpcs-level-ii' ? 'CY' : 'FY';
  const part = Object.entries(parts).find(([, mark]) => mark === short.slice(2))?.[0];
  return part && `${kind}20${short.slice(0, 2)}-${part}`;
}
