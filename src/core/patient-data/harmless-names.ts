// Names that are no patient's: of clinicians, teachers and colleagues, of diseases, bodies and
// places, and words that only look like a part of a name.

import { anyOf } from './patterns.ts';

/** "Dr.", "my instructor", "my name is", right before the name or one word earlier. */
const tradeBefore = new RegExp(
  String.raw`\b${anyOf(`dr | drs | doctor | prof | professor | instructor | teacher | tutor
    | trainer | coach | mentor | manager | supervisor | director | boss | surgeon | attending
    | physician | provider | nurse | np | pa | coder | auditor | author | speaker | colleague | coworker
    | classmate | by | per | st | saint | i'm | i am | my name is | signed up as | hear | heard
    | employer | payer`)}\b[\s.,:]{0,3}(?:[\w.]{1,12}:? )?$`,
  'i',
);

/** "MD", "CPC", "from my chapter", "says", "Hospital", right after the name. */
const tradeAfter = new RegExp(
  String.raw`^(?:'s)?[\s,(-]{0,3}${anyOf(String.raw`m\.?d\b | d\.?o\b\.?(?! ?b) | np\b | pa-?c?\b
    | rn\b | arnp | crna | cpc | coc | cic | ccs | crc | cpma | cbcs | rhi[at]\b | ph\.?d
    | from (?:my|our|the)\b | my (?:teacher|instructor|manager|boss) | says | said | told | tells
    | taught | teaches | spoke | speak | thinks | wants | documented | documents | wrote | writes
    | dictated | signed | ordered | hospitals?\b | clinics?\b | memorial
    | medical (?:center|centre|group|school|college) | health (?:system|care|center|plan|partners)
    | healthcare | university | college | school | institute | foundation | handbook | guide
    | textbook | book`)}`,
  'i',
);

/** "disease", "drain", right after the name or one word later. */
const eponymAfter = new RegExp(
  String.raw`^(?:'s)?[\s,-]{0,3}(?:\w{1,20} )?${anyOf(`disease | syndrome | sign | test | murmur
    | drain | prosthesis | procedure | operation | fracture | palsy | lymphoma | sarcoma | purpura
    | tear | therapy | voice | catheter | rods? | wires? | stain | score | scale | criteria
    | classification | maneuver | position | contracture | thyroiditis | encephalopathy | dementia
    | esophagus | diverticulum | cysts? | tumou?r`)}\b`,
  'i',
);

/** Eponyms and houses of two names that stand alone. */
const known = new Set([
  'austin flint',
  'austin moore',
  'carol buck',
  'cleveland clinic',
  'dana farber',
  'faye brown',
  'henry ford',
  'jackson pratt',
  'johns hopkins',
  'lee silverman',
  'lou gehrig',
  'marie strumpell',
  'mary washington',
  'parkinson white',
  'stevens johnson',
  'virginia mason',
]);

export function isEponym(name: string, after: string): boolean {
  return known.has(name.toLowerCase().replaceAll(/[^a-z]+/g, ' ')) || eponymAfter.test(after);
}

/** A clinician, a teacher, a colleague, the member who writes. */
export function isOfTheTrade(before: string, after: string): boolean {
  return tradeBefore.test(before) || tradeAfter.test(after);
}

const commonWords = new Set(
  `a about admitted after age an and any are as ask at be been before bill blood blue born box
  but by c came can chapter chart chest clinic code coded coder codes coding come comes
  complains complaint could cross date day denied diagnosed diagnosis did discharge discharged
  disease dob doctor does dos dx education er exam exams excel f first for from full gets gold
  got guide had has have having he health her hi him his history hospital how hx i icd icu id if
  in inpatient is it last left level lived lives m male manager may me medicaid medical medicare
  member missing modifier mrn my name nurse of on one or our out outpatient pain patient
  patients plan presented presenting presents procedure provider pt question re record right
  room said says see seen sex she should signs so surgery take than that the their then there
  they this to today told treated treatment underwent us use versus visit vs wants was we went
  were what when where which who why will with wrote year years yo you your`.split(/\s+/),
);

export function isCommonWord(word: string): boolean {
  return commonWords.has(word.toLowerCase().replace(/'s$/, ''));
}
