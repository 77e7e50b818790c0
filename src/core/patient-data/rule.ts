// What a rule is: one identifier of the law that can be seen in free text.

/** The name of a rule. Only this is ever said or logged, never what it found. */
export type Identifier =
  | 'name'
  | 'street address'
  | 'birth date'
  | 'telephone number'
  | 'e-mail address'
  | 'social security number'
  | 'medical record number'
  | 'health plan number'
  | 'account number'
  | 'license number'
  | 'vehicle number'
  | 'device number'
  | 'web address'
  | 'network address'
  | 'claim or case number'
  | 'long number';

/**
 * What a field may hold because that is what it asks for: a nickname, a member number. A file name
 * may hold what certificates are called by: a person's name, a bare long number.
 */
export type Allowance = 'name' | 'number' | 'file name';

export interface Rule {
  readonly identifier: Identifier;
  /** The letter of 45 CFR 164.514(b)(2)(i) that lists it. */
  readonly letter: string;
  /** Fields with one of these allowances skip the rule. */
  readonly allowedBy?: readonly Allowance[];
  /** Linear in the length of the text, which is as `plainText` leaves it. */
  holds(text: string): boolean;
}
