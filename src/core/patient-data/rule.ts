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
  | 'licence number'
  | 'vehicle number'
  | 'device number'
  | 'web address'
  | 'network address'
  | 'claim or case number'
  | 'long number';

/** What a field may hold because that is what it asks for: a member number, a name. */
export type Allowance = 'name' | 'number';

export interface Rule {
  readonly identifier: Identifier;
  /** The letter of 45 CFR 164.514(b)(2)(i) that lists it. */
  readonly letter: string;
  /** Fields with this allowance skip the rule. */
  readonly allowance?: Allowance;
  /** Linear in the length of the text, which is as `plainText` leaves it. */
  holds(text: string): boolean;
}
