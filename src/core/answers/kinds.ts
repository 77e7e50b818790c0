// Tells what kind of question it is before the guide is searched: some are answered otherwise.

export type Kind =
  | { readonly kind: 'guide' }
  /** Which code, or what a code means. */
  | { readonly kind: 'code' }
  /** How many credits these credentials take. */
  | { readonly kind: 'credits'; readonly credentials: readonly string[] }
  /** When these code sets change, by their names in `codeSetNames`; none named: all of them. */
  | { readonly kind: 'releases'; readonly sets: readonly string[] }
  | { readonly kind: 'abilities' }
  | { readonly kind: 'medical-advice' }
  | { readonly kind: 'legal-advice' }
  /** Answers to exams or CEU quizzes, index numbers. */
  | { readonly kind: 'exam-answers' }
  | { readonly kind: 'abuse' }
  /** Orders to the bot, as one would give to a language model. */
  | { readonly kind: 'orders' };

/** Rather the guide than a kind that only might fit. */
export function kindOf(question: string, credentials: readonly string[]): Kind {
  const text = question
    .normalize('NFKC')
    .replaceAll(/[‘’]/g, "'")
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
  const simple = simpleKinds.find(({ signs }) => signs.some((sign) => sign.test(text)));
  if (simple) return { kind: simple.kind };
  const named = credentialsIn(text, credentials);
  if (named.length > 0 && asksForTotal(text)) return { kind: 'credits', credentials: named };
  if (asksForRelease(text)) return { kind: 'releases', sets: codeSetsIn(text) };
  return codeSigns.some((sign) => sign.test(text)) ? { kind: 'code' } : { kind: 'guide' };
}

const simpleKinds = [
  {
    kind: 'orders',
    signs: [
      /\b(?:ignore|disregard|forget)\b.{0,20}\b(?:previous|prior|above|earlier|all|your)\b.{0,20}\b(?:instructions?|rules|prompts?|messages?)\b/,
      /\b(?:system|hidden|initial|your) prompt\b/,
      /\b(?:you are|you're|act as|pretend (?:to be|you are)|behave (?:like|as)) (?:now |a |an )*(?:dan|admin\w*|root|organi[sz]er|owner|unrestricted|jailbroken|hacker|pirate|different)\b/,
      /\byou are now\b/,
      /\b(?:jailbreak|developer mode|no restrictions)\b/,
      /<\/?(?:system|context|instructions?|assistant|user)>/,
      /^(?:system|assistant|new task|new instructions?)\s*:/,
      /\b(?:repeat after me|reply (?:only )?with (?:only )?the word|say exactly)\b/,
      /\b(?:show|print|give|list|export) (?:me )?(?:the )?(?:records|data|tokens?|passwords?|keys?) of (?:every|all|other)\b/,
    ],
  },
  {
    kind: 'abuse',
    signs: [
      /\b(?:fuck\w*|asshole|bitch|shit(?:ty|head)?)\b/,
      /\b(?:shut up|screw you|go to hell|i hate (?:you|this bot))\b/,
      /\b(?:you|u|bot)\b(?: are| r|'re| is)?.{0,12}\b(?:idiots?|stupid|dumb(?:est)?|morons?|useless|worthless|trash|garbage|suck|pathetic)\b/,
      /\b(?:stupid|dumb|useless|idiotic|worthless) (?:bot|machine|program|thing)\b/,
    ],
  },
  {
    kind: 'exam-answers',
    signs: [
      /\b(?:give|send|tell|have|know|need|what's|what is)\b.{0,25}\bindex (?:number|no\.?|#)s? (?:for|of|to)\b/,
      /\b(?:answers?|answer keys?|solutions?)\b.{0,20}\b(?:ceu|exam|cpc|quiz)\b.{0,20}\b(?:quiz|test|questions?|exam)\b/,
      /\b(?:exam|test|question) ?dumps?\b|\bbraindumps?\b/,
      /\b(?:leaked|stolen|remembered) (?:exam|test|questions?)\b/,
    ],
  },
  {
    kind: 'abilities',
    signs: [
      /^(?:help|hi|hello|hey|start|menu|commands?)[\s!.?]*$/,
      /\bwhat (?:can|could|do|does|else can) (?:you|this bot|the bot|coderounds) (?:do|help|answer|offer|know)\b/,
      /\b(?:who|what) are you\b/,
      /\bwhat (?:is|does) (?:this|the) bot\b/,
      /\bhow (?:do|does|can|should) (?:i use )?(?:this|the) bot\b/,
      /\b(?:list|show)(?: me)?(?: all)?(?: your| the| of your)? commands\b/,
    ],
  },
  {
    kind: 'legal-advice',
    signs: [
      /\b(?:can|could|should|may|how do) (?:i|we|they|he|she|my [a-z]+) (?:be )?(?:sue|sued|press charges|take .{0,20} to court)\b/,
      /\b(?:legal advice|is it legal for my|my legal rights)\b/,
      /\b(?:(?:i|we) (?:need|want|should get)|should (?:i|we) (?:get|call|hire)) (?:a |an )?(?:lawyer|attorney)\b/,
      /\bam i (?:personally )?liable\b/,
    ],
  },
  {
    kind: 'medical-advice',
    signs: [
      /\b(?:should|can|may|could) (?:i|my [a-z]+|he|she) (?:stop taking|drink|eat|see a doctor|go to the (?:er|doctor|hospital))\b/,
      /\btak(?:e|ing) (?:[a-z]+ )?(?:pills?|tablets?|medic[a-z]+|antibiotics|ibuprofen|aspirin|tylenol|vitamins?|\d+ ?mg)\b/,
      /\bmy (?:[a-z]+ )?(?:chest|head|back|knee|stomach|throat|arm|leg|foot|tooth|ear|eye|skin)s? (?:hurts?|aches?|is swollen|is bleeding)\b/,
      /\b(?:i have|i've got|i got|my [a-z]+ has) (?:a |an )?(?:bad )?(?:fever|headache|rash|cough|lump|chest pain|pain in|sore throat|migraine)\b/,
      /\bhow (?:do|can) i (?:treat|cure|get rid of) (?:my|a|this)\b/,
      /\b(?:dosage|what dose|how many mg|side effects?) of\b/,
    ],
  },
] as const satisfies readonly { readonly kind: Kind['kind']; readonly signs: readonly RegExp[] }[];

const codeSigns = [
  /^(?!.*\b(?:rejected|replace[a-z]*|new|denied|accepted|anymore|deleted|changed?|billable|headers?)\b).*\b[a-tv-z]\d[0-9ab]\.[0-9a-z]{1,4}\b/,
  /^(?:what(?:'s| is| does)? |define |meaning of |code |icd-?10 |hcpcs )*(?:[a-tv-z]\d[0-9ab]|\d{4}[0-9ftum]\b)(?:[0-9a-z]{0,4}| mean| code| stand for)*\??$/,
  /\b(?:cpt|hcpcs|code|procedure)s? (?:code )?(?:\d{5}|[a-v]\d{4})\b/,
  /\b(?:what|which|whats|what's|need|find|give me|tell me|looking for)\b.{0,25}(?<!memori[sz]e |year |specified.{0,12})\bcodes? (?:for (?!cbcs|cpc|the exam)|is for|do i use|would (?:i|you) use|should i use|applies|describes)\b/,
  /^(?:the )?(?:icd-?10(?:-cm|-pcs)?|cpt|hcpcs|dx|diagnosis|procedure|billing) ?codes? for (?!coders?\b|coding\b)/,
  /\bhow (?:do|would|should|can) (?:i|you|we|u) code (?:a |an |the |for a |for an )?(?!faster|better|from|at|in|without|while|with more|well|when|if|something|things|more|as|charts?\b|for (?:a )?(?:living|hospitals?|doctors?))[a-z]/,
];

function credentialsIn(text: string, codes: readonly string[]): readonly string[] {
  let left = text;
  const found = codes
    .toSorted((a, b) => b.length - a.length)
    .flatMap((code) => {
      const spelling = new RegExp(`\\b${code.toLowerCase().replace('-', '[ -]?')}\\b`);
      const at = text.search(spelling);
      const isThere = spelling.test(left);
      left = left.replace(spelling, ' ');
      return isThere ? [{ code, at }] : [];
    });
  return found.sort((a, b) => a.at - b.at).map(({ code }) => code);
}

const credits =
  /\b(?:ceus?|cecs?|credits?|continuing education|hours (?:each|every|per|a) (?:cycle|renewal|period))\b/;
const howMany =
  /\b(?:how many|how much|number of|amount of|total|requirements?|required?|need|double|twice as many)\b|\bceus?\s*\?*$/;
/** Beside the number, other things are asked that the guide tells. */
const otherThanTotal =
  /\b(?:carry|roll\w*|left ?over|extra|late|laps\w*|extensions?|audit\w*|submit\w*|log|free|cheap\w*|costs?|fees?|price|where|before|after|earn|self|share|percent|vendors?|approved|repeat|same|when|due|first|deadlines?|pro-?rat\w*|from|count|expire\w*|proof|certificates?|podcasts?|webinars?|why)\b|%/;

function asksForTotal(text: string): boolean {
  return credits.test(text) && howMany.test(text) && !otherThanTotal.test(text);
}

const when =
  /\b(?:when|what (?:day|date|month)|which (?:day|date|month)|next|how soon|how long until)\b/;
const changing =
  /\b(?:changes?|changing|updates?|updated|new|releases?|released|effective|take effect|in effect|go live|goes live|start|versions?|editions?|in force|current)\b/;
const otherThanDates =
  /\b(?:exams?|tests?|books?|why|how many|counts?|deleted|files?|downloads?|discharge\w*|icd-?11|who|learn|study|job|should i|membership|ncci|drg|fee schedule|guidelines?|april|announced|ama)\b|\b(?:19|20)\d\d\b/;

function asksForRelease(text: string): boolean {
  if (!when.test(text) || !changing.test(text) || otherThanDates.test(text)) return false;
  return codeSetsIn(text).length > 0 || /\bcode ?sets?\b/.test(text);
}

/** As the calendar names them; plain “ICD-10” is both. */
export const codeSetNames = {
  'ICD-10-CM': /\bicd[ -]?10(?:[ -]?cm)?\b(?![ -]?pcs)|\b(?:diagnosis|dx) codes?\b/,
  'ICD-10-PCS': /\bicd[ -]?10(?:[ -]?pcs)?\b(?![ -]?cm)|\bpcs\b/,
  'HCPCS Level II': /\bhcpcs\b/,
  CPT: /\bcpt\b/,
} as const;

function codeSetsIn(text: string): readonly string[] {
  return Object.entries(codeSetNames)
    .filter(([, spelling]) => spelling.test(text))
    .map(([name]) => name);
}
