// The chapters of ICD-10-CM, the sections of ICD-10-PCS, the letters of HCPCS Level II.

import type { InstallableSet } from './code-entry.ts';

export interface Chapter {
  /** `9`, `0`, `J`: as the set counts them. */
  readonly id: string;
  readonly title: string;
}

interface Range extends Chapter {
  /** First and last category. */
  readonly from: string;
  readonly to: string;
}

/** Source: ICD-10-CM Official Guidelines, section I.C, and the tabular list. */
const diagnoses: readonly Range[] = [
  range('1', 'A00', 'B99', 'Certain infectious and parasitic diseases'),
  range('2', 'C00', 'D49', 'Neoplasms'),
  range('3', 'D50', 'D89', 'Diseases of the blood and certain disorders of the immune mechanism'),
  range('4', 'E00', 'E89', 'Endocrine, nutritional and metabolic diseases'),
  range('5', 'F01', 'F99', 'Mental, behavioral and neurodevelopmental disorders'),
  range('6', 'G00', 'G99', 'Diseases of the nervous system'),
  range('7', 'H00', 'H59', 'Diseases of the eye and adnexa'),
  range('8', 'H60', 'H95', 'Diseases of the ear and mastoid process'),
  range('9', 'I00', 'I99', 'Diseases of the circulatory system'),
  range('10', 'J00', 'J99', 'Diseases of the respiratory system'),
  range('11', 'K00', 'K95', 'Diseases of the digestive system'),
  range('12', 'L00', 'L99', 'Diseases of the skin and subcutaneous tissue'),
  range('13', 'M00', 'M99', 'Diseases of the musculoskeletal system and connective tissue'),
  range('14', 'N00', 'N99', 'Diseases of the genitourinary system'),
  range('15', 'O00', 'O9A', 'Pregnancy, childbirth and the puerperium'),
  range('16', 'P00', 'P96', 'Certain conditions originating in the perinatal period'),
  range('17', 'Q00', 'QA9', 'Congenital malformations and chromosomal abnormalities'),
  range('18', 'R00', 'R99', 'Symptoms, signs and abnormal findings'),
  range('19', 'S00', 'T88', 'Injury, poisoning and other consequences of external causes'),
  range('20', 'V00', 'Y99', 'External causes of morbidity'),
  range('21', 'Z00', 'Z99', 'Factors influencing health status'),
  range('22', 'U00', 'U85', 'Codes for special purposes'),
];

/** By the first character. Source: ICD-10-PCS Official Guidelines, section A and B1. */
const sections: Readonly<Record<string, string>> = {
  '0': 'Medical and Surgical',
  '1': 'Obstetrics',
  '2': 'Placement',
  '3': 'Administration',
  '4': 'Measurement and Monitoring',
  '5': 'Extracorporeal or Systemic Assistance and Performance',
  '6': 'Extracorporeal or Systemic Therapies',
  '7': 'Osteopathic',
  '8': 'Other Procedures',
  '9': 'Chiropractic',
  B: 'Imaging',
  C: 'Nuclear Medicine',
  D: 'Radiation Therapy',
  F: 'Physical Rehabilitation and Diagnostic Audiology',
  G: 'Mental Health',
  H: 'Substance Abuse Treatment',
  X: 'New Technology',
};

/** By the first letter, in words of our own; what CMS files under them varies. */
const letters: Readonly<Record<string, string>> = {
  A: 'Ambulance, medical and surgical supplies',
  B: 'Enteral and parenteral therapy',
  C: 'Outpatient payment system: devices, drugs',
  E: 'Durable medical equipment',
  G: 'Temporary procedures and professional services',
  H: 'Behavioral health and substance use services',
  J: 'Drugs that are not taken by mouth, chemotherapy',
  K: 'Temporary: durable medical equipment',
  L: 'Orthotics and prosthetics',
  M: 'Quality measures and other medical services',
  P: 'Pathology and laboratory',
  Q: 'Temporary: drugs, supplies, services',
  R: 'Portable radiology transport',
  S: 'Temporary: private payers',
  T: 'State Medicaid agencies',
  U: 'Laboratory tests',
  V: 'Vision, hearing, speech',
};

export function chapterOf(set: InstallableSet, code: string): Chapter {
  const first = code.charAt(0);
  if (set === 'icd-10-pcs') return { id: first, title: sections[first] ?? 'Another section' };
  if (set === 'icd-10-cm') {
    const category = code.slice(0, 3);
    const { id = '?', title = 'Another chapter' } =
      diagnoses.find((each) => isIn(each, category)) ?? {};
    return { id, title };
  }
  if (code.length === 2) return { id: 'modifiers', title: 'Modifiers' };
  return { id: first, title: letters[first] ?? 'Other' };
}

/** All that a set has, in its order. */
export function chaptersOf(set: InstallableSet): readonly Chapter[] {
  if (set === 'icd-10-cm') return diagnoses.map(({ id, title }) => ({ id, title }));
  const byFirst = Object.entries(set === 'icd-10-pcs' ? sections : letters);
  const all = byFirst.map(([id, title]) => ({ id, title }));
  return set === 'icd-10-pcs' ? all : [...all, { id: 'modifiers', title: 'Modifiers' }];
}

/** `Chapter 9: Diseases of the circulatory system`. */
export function sayChapter(set: InstallableSet, { id, title }: Chapter): string {
  if (set === 'icd-10-cm') return `Chapter ${id}: ${title}`;
  if (set === 'icd-10-pcs') return `Section ${id}: ${title}`;
  return id === 'modifiers' ? title : `${id} codes: ${title}`;
}

/** Letters come after digits, so C4A lies between C49 and C50. */
function isIn({ from, to }: Range, category: string): boolean {
  return from <= category && category <= to;
}

function range(id: string, from: string, to: string, title: string): Range {
  return { id, title, from, to };
}
