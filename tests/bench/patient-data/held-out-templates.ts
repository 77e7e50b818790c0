// The third of the templates on which no rule may be tuned: only their final figure is looked at.

export const heldOutTemplates: Readonly<Record<string, readonly string[]>> = {
  'name and birth date': [
    'fwd from billing: {last-first} / {born} / {payer} / {code} denied, why?',
    'question about my patient {name} (DOB {born}) - {dx}, outpatient, DOS {date}',
    'PT: {last-first} | DOB: {born} | FIN: {account} | ATT: Dr. Hale | {dx}',
    'hi all, {first} {last} {born}, came to us with {dx}. Do I need a 7th character?',
    'Patient Name\tDate of Birth\tDx\n{name}\t{born}\t{code}',
  ],
  name: [
    'so {titled} has {dx} and then on {date} developed a fever, POA or not',
    'Chief complaint: {dx}. {name} is a pleasant {age} year old {sex} who was seen today',
    'is {code} ok for {name}? she was treated for {dx} in the ER',
    'This {age}-year-old patient, {name}, was diagnosed with {dx}',
    '{last-first} - admitted {date}, discharged AMA, {dx}',
    'the family of {titled} asks why {dx} was coded on her chart',
    'pt: {first} {last}. dx: {dx}. which comes first',
    'Re: {name}, claim denied for {dx}. patient was never admitted',
  ],
  'birth date': [
    '{sex}, born {born}, {dx}, code?',
    'DOB: {born}. Reason for visit: {dx}.',
    '{age} y.o. (D.O.B: {born}) with {dx}',
    'Birth date = {born}; {code}; sequencing please',
  ],
  'record number': [
    'please review MRN#{mrn}, I get {code} and my auditor does not',
    'mrn is {mrn} and doctor documented {dx}',
    'patient identifier {mrn}, admitted {date}',
    'visit number {account}: {dx}, {code}?',
    'I am stuck on chart {mrn}, {dx}',
  ],
  'social security number': [
    "patient's SSN is {ssn}, {dx}",
    '{name} {ssn} {code}',
    'last 4 of SSN {last-four}, patient with {dx}',
  ],
  'health plan number': [
    '{payer} ID# {member-id}, {dx}, prior auth for {code}',
    'HIC number {mbi} {dx}',
    'insurance id {member-id}, claim for {code} pended',
  ],
  'account number': [
    'patient account {account} was billed with {code} twice',
    'denied: claim number {claim}, {payer}, {code}',
    'encounter {account}, {dx}, inpatient or obs',
  ],
  'telephone number': [
    'tel {phone} patient wants an itemized bill for {dx}',
    "mother's number is {phone}, newborn with {dx}",
    'ph: {phone} / {dx} / {payer}',
  ],
  'e-mail address': ['{email} is the patient contact, {dx}', 'pt ({email}) portal message: {dx}'],
  'street address': [
    'he fell at his home, {street}, {town}. Which Y92 code?',
    'Patient address {street}, {town} {zip}',
    '{titled}, {street}, {dx}',
  ],
  'device or vehicle number': [
    'ICD generator serial # {serial} explanted for {dx}',
    'DL {licence}, patient unconscious, {dx}',
    'knee implant lot number {serial}, {dx}',
  ],
  'network address': ['telehealth from patient ip address {ip}, {dx}'],
};
