// Words that members use for one thing. A group is general: it belongs to the trade, not to a question.

import { stemOf } from './words.ts';

/** One group a line; a word that stands in several belongs to the first. */
const groups = `
  ceu ceus credit credits hours continuing education units cpe cec
  certification cert certs certified certificate credential credentials certify creds
  exam exams test tests examination quiz paper
  salary pay wage wages money earn earning earnings income paid compensation paycheck
  job jobs work employment position role career gig occupation
  employer employers boss company companies hire hiring recruiter recruiters
  learn study studying training train course class classes school program programme education
  teacher instructor educator teach teaching professor tutor
  book books manual manuals codebook
  diagnosis diagnoses dx diagnostic disease condition conditions illness
  procedure procedures px surgery operation operations
  doctor physician provider dr doc doctors providers physicians clinician
  hospital inpatient facility ward admission admitted
  outpatient ambulatory clinic
  cost price fee fees expensive cheap much dues charge
  remote home wfh telework online telecommute virtual
  new beginner newbie starter entry novice rookie fresher fresh starting
  renew renewal recert recertification recertify maintain maintenance
  due deadline expire expires expiry expiration lapse lapsed lapses
  mistake mistakes error errors wrong fail
  fail failed failing flunk flunked
  pass passing passed passes
  retake retry again repeat resit
  change changes update updates changed revise revised revision updated
  delete deleted removed remove dropped retired terminated
  add added new addition additions
  payer payers insurance insurer insurers insurance carrier plan
  claim claims bill billing bills biller reimbursement
  audit auditing auditor auditors audited audits
  compliance fraud legal illegal law abuse
  privacy hipaa confidential confidentiality phi secret
  chart charts record records note notes documentation documented documenting document
  query queries querying ask asking unclear ambiguous
  difference differ different vs versus compare comparison diff than
  hard difficult tough difficulty easy challenging
  long time duration minutes hours years months weeks
  start begin beginning starts effective
  degree college university associate bachelor diploma
  experience experienced background
  resume cv curriculum
  interview interviews interviewer
  manager supervisor director lead leader management leadership head
  promotion advance advancement promoted climb ladder grow growth
  speed fast quick productivity quota pace quickly faster
  stress stressful burnout pressure overwhelmed anxious nervous
  software program programs tool tools system systems app
  number count many total amount
  question questions item items
  score scores percent mark marks grade points
  free cost public domain
  copyright licence license licensed permission
  date day when deadline
  year yearly annual annually
  apprentice apprenticeship cpca
  specialty speciality specialties specialise specialize specialisation niche field area
  artificial intelligence ai automation chatgpt robot robots automated computer assisted
  shortage demand outlook future growth
  sequence sequencing order first principal primary
  guideline guidelines rule rules
  cm diagnosis
  pcs inpatient procedure
  member membership join
  late overdue missed forgot
  transfer carry over rollover leftover extra surplus
  submit report log enter send upload
  proof evidence certificate documentation
  colleague colleagues team coworker coworkers teamwork
  math maths mathematics arithmetic calculation
`;

const groupOf: ReadonlyMap<string, string> = new Map(
  groups
    .trim()
    .split('\n')
    .flatMap((line, group) =>
      line
        .trim()
        .split(' ')
        .map((word) => [stemOf(word), `group ${group}`] as const),
    )
    .reverse(),
);

/** The group of a stem, or the stem itself: `dx` and `diagnosis` become one. */
export function meaningOf(stem: string): string {
  return groupOf.get(stem) ?? stem;
}
