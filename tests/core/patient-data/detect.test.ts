import { describe, expect, test } from 'vitest';
import { findPatientData, patientDataRules } from '../../../src/core/patient-data/detect.ts';

describe('what points at a patient is found, by the rule that saw it', () => {
  test.each([
    ['name', 'how do I code Maria Lopez who was admitted with sepsis'],
    ['name', 'Mrs. Alvarez was discharged after treatment of COPD. Which DRG?'],
    ['name', 'OPERATIVE REPORT\nPATIENT: DOE, JOHN\nPREOPERATIVE DIAGNOSIS: appendicitis'],
    ['name', 'pt robert t. miller c/o chest pain'],
    ['name', 'Patient Name: Xiaoli Zhao'],
    ['name', 'I coded José Hernández, 45 y/o, as I21.4'],
    ['name', 'Patient Chidinma Okonkwo is a 45-year-old woman with asthma'],
    ['birth date', 'pt John Doe 03/14/1961 MRN 448812 with CHF'],
    ['birth date', 'DOB: 3-14-61, female, hip fracture'],
    ['birth date', 'baby born March 4, 2026, how is the birth record coded?'],
    ['birth date', 'date of birth 03141961'],
    ['birth date', '03/14/2011 M asthma, J45.901?'],
    ['social security number', 'why was 123-45-6789 not eligible'],
    ['social security number', 'last 4 of SSN 6789'],
    ['medical record number', 'MRN# 00448812 has two stays'],
    ['medical record number', '**MRN:** E1234567'],
    ['medical record number', 'DOE_MRN448812.pdf'],
    ['health plan number', 'MBI 1EG4-TE5-MK73 is not on file'],
    ['health plan number', 'Member ID W123456789 denied'],
    ['account number', 'acct 00123456 has a balance'],
    ['claim or case number', 'claim # 88123456 denied CO-11'],
    ['claim or case number', 'accession no. S26-102938 shows carcinoma'],
    ['long number', 'what is wrong with 202611220001'],
    ['telephone number', 'call the mother back at (312) 555-0142'],
    ['telephone number', 'cell 3125550142'],
    ['e-mail address', 'send it to jane.doe61@example.com'],
    ['street address', 'patient lives at 1204 N. Maple St, Springfield'],
    ['street address', '77 Washington Ave Apt 4'],
    ['license number', "driver's license D1234567"],
    ['vehicle number', 'VIN 1HGCM82633A004352'],
    ['vehicle number', 'license plate 7ABC123'],
    ['device number', 'pacemaker serial number PJN447182H'],
    ['network address', 'patient logged into the portal from IP 203.0.113.77'],
    ['web address', 'https://mychart.example.org/chart?patient=448812'],
  ])('%s: %s', (identifier, text) => {
    expect(findPatientData(text)).toBe(identifier);
  });

  test('whatever typography does to it', () => {
    expect(findPatientData('ｓｓｎ １２３‑４５‑６７８９')).toBe('social security number');
    expect(findPatientData('M\u200bRN\u00a0448812')).toBe('medical record number');
    expect(findPatientData('Date of Birth\t\n 03/14/1961')).toBe('birth date');
  });
});

describe('what coders ask all day is let through', () => {
  test.each([
    'Discharge 10/2/2026, admitted 9/29/2026: FY2026 or FY2027 codes?',
    'Which field of the UB-04 holds the DOB, in the format MMDDYYYY?',
    'MRN or account number, which one goes in box 26?',
    'A 92-year-old woman is admitted with a hip fracture',
    'Patient has Bell’s palsy, G51.0. Is there a laterality code?',
    'Lou Gehrig disease in a patient seen today',
    'Dr. Karen Lewis wrote sepsis ruled out, patient was treated anyway',
    'Sarah Johnson, MD, signed after the patient was discharged',
    'my instructor Mrs. Alvarez says patients with HIV always get B20',
    'My name is Jessica Miller and I sit for the CPC in March',
    'Johns Hopkins admitted him, then transferred, discharge status 02',
    'NPI 1234567893 is on the claim, why is it rejected?',
    'Which NPI goes in 24J, rendering or group? 1234567893 is the group’s',
    'NDC 00074379902 as 11 digits with J1100',
    'AAPC index number 456-789-1234 for the webinar',
    'my AAPC member ID is 01512345, why can’t I log in',
    'CO-45, CO-97 with N390, PR-1: what do they mean',
    'Paid $1,234.56 on a charge of $2,500.00',
    '12 lead ECG with ST depression, seen at 4 pm by Dr. Chen, MD',
    'section 1.2.10.3 of the manual',
    'call 800-555-0199 for scheduling?',
    'I wrote to support@example.com and got no answer',
    'https://www.federalregister.gov/documents/2025/08/04/2025-14681/rule',
    '<@112233445566778899> do you know if Z00.00 needs a modifier?',
    'ANA titer in a patient with MS, TIA last year',
    '',
  ])('%s', (text) => {
    expect(findPatientData(text)).toBeUndefined();
  });
});

describe('a field that asks for it may hold it', () => {
  test.each([
    ['name', 'Maria Lopez, seen on 10/12/2026'],
    ['number', 'member id W123456789'],
    ['number', '456-789-1234'],
    ['number', '123456789012'],
    ['file name', 'Maria_Lopez_2026-10-12.pdf'],
    ['file name', '20261012143022123.jpg'],
  ] as const)('%s: %s', (allowance, text) => {
    expect(findPatientData(text)).toBeDefined();
    expect(findPatientData(text, [allowance])).toBeUndefined();
  });

  test.each([
    ['name', 'MRN 448812'],
    ['number', 'Maria Lopez was admitted'],
    ['number', 'SSN 123-45-6789'],
    ['file name', 'DOE_JOHN_MRN448812.pdf'],
  ] as const)('and nothing else: %s: %s', (allowance, text) => {
    expect(findPatientData(text, [allowance])).toBeDefined();
  });
});

test('every identifier of the law that text can show has its rule', () => {
  const letters = new Set(patientDataRules.map((rule) => rule.letter));
  const inPictures = ['P', 'Q'];
  const withTelephone = ['E'];
  const all = [...'ABCDEFGHIJKLMNOPQR'];
  expect(all.filter((letter) => !letters.has(letter)).sort()).toEqual(
    [...withTelephone, ...inPictures].sort(),
  );
});
