/** Beginnings of what the rules look for, that never become it. */
export const nearMisses = [
  ...['a ', 'a', '1 ', '1', '1-', '12/', '#', '# ', '@', 'a@', '.', '\n', ' ', '|', '<@', '\u0300'],
  ...['Mr. ', 'Maria ', 'Maria Lopez ', 'Doe, ', 'M. ', 'patient ', 'patient name: ', 'name = '],
  ...['dob: is ', 'born on ', 'may 1, ', '1961-01-01 ', 'age: ', 'ssn last four ', 'ssn 123 '],
  ...['mrn: id is no ', 'chart n n n ', 'serial # ', 'npi is my ', 'index number # ', 'plate '],
  ...['1 Maple ', '1 n. a b c d ', 'lives at ', '12 a-a-a-a st', 'call me at ', 'tel: 555 555 5'],
  ...['www.', 'http://a', 'www.a/patient', 'ip patient 1.1.1.', 'ab:cd:', '1hgcm8263', 'a-', "O'"],
];
