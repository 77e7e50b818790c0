// Patients who do not exist. Names are drawn from further afield than the detector's own lists;
// telephone numbers are those reserved for fiction (555-01xx), e-mail domains those of RFC 2606.

type Random = () => number;

/** What a template may name in braces. */
export type Piece = keyof ReturnType<typeof makeUpPatient>;

const firstNames = `Dorothy Harold Walter Mildred Eugene Lorraine Bernice Wilbur Maxine Delores John
  Mary Robert Patricia Michael Linda William Barbara James Susan David Karen Thomas Nancy Charles
  Lisa Daniel Betty Matthew Sandra Anthony Ashley Steven Donna Kimberly Emily Kevin Michelle Brian
  Amanda Melissa Deborah Stephanie Rebecca Laura Cynthia Kathleen Amy Angela Shirley Brenda Nicole
  Jayden Nevaeh Aiden Kaylee Brooklyn Mason Harper Tyrone Latrice DeShawn Keisha Jamal Shaniqua
  Guadalupe Ignacio Esperanza Xiomara José Luis María Carmen Refugio Yesenia Alejandro Marisol
  Thanh Huong Minh Linh Wei Xiaoli Mei Jun Priya Venkatesh Lakshmi Sanjay Abdullah Noor Fatima Omar
  Chidinma Oluwaseun Kwame Svetlana Dmitri Olga Jomar Rowena Siobhan Giuseppe Beatriz Ruth Edith
  Clarence Gladys Leroy Vernon Earl Ernestine Norma Phyllis Gerald Marvin Roland Yvonne Colleen
  Tanya Wendy Todd Craig Gary Dale Rhonda Sheila Tara Kristen Brandi Cody Dustin Hailey Makayla`;

const lastNames = `Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez
  Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris
  Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores
  Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Doe Gomez Phillips Evans
  Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez
  Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks
  Chavez Wood Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross
  Foster O'Brien McAllister Van-Dyke Kowalski Dombrowski Schwarzkopf Okonkwo Adeyemi Srinivasan
  Krishnamurthy Tran Pham Huang Zhao Yamamoto Abdulrahman Haddad Volkov Petrenko Bergstrom
  Lindqvist DiNapoli Esposito Fontenot Boudreaux Yazzie Begay Kealoha Villanueva Dela-Cruz
  Santos-Reyes Whitfield Hargrove Tuttle Pickering Snodgrass Vanderbilt Ostrowski Zielinski`;

const conditions = `chest pain|CHF exacerbation|a hip fracture|sepsis due to UTI|type 2 DM with neuropathy
  |COPD exacerbation|an abscess of the left arm|acute appendicitis|breast cancer|a fall from a ladder
  |pneumonia|afib with RVR|CKD stage 3|a dog bite|major depression|preeclampsia|a torn ACL|ESRD on HD`;

const codes = 'I21.4 E11.9 J44.1 N18.6 S72.001A A41.9 K35.80 C50.911 I50.23 O14.03 L02.414 F33.1';
const streets = `Maple Oak Elm Washington Cedar Lake Hillcrest Sunset Magnolia Peachtree Chestnut
  Jefferson Willow Sycamore Prospect Lincoln Highland Mulberry 4th 23rd 112th Martin-Luther-King`;
const streetKinds = `St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Ct|Court|Way|Pl|Cir|Circle|Pkwy
  |Terrace|Hwy`;
const towns = `Springfield, IL|Toledo, OH|Baton Rouge, LA|Tucson AZ|Fresno, CA|Knoxville, TN|Erie PA
  |Lubbock, TX|Duluth MN|Yakima, WA|Macon, GA|Providence RI|Fargo, ND|Mobile, AL`;
const monthNames = `January February March April May June July August September October November
  December`;
const providers = 'Aetna|BCBS|Cigna|Humana|UHC|Medicaid|Tricare|Anthem';

const words = (text: string) => text.trim().split(/\s+/);
const items = (text: string) => text.split('|').map((item) => item.trim());

export function makeUpPatient(random: Random) {
  const chance = makeChance(random);
  const { pick, digits, between } = chance;
  const first = pick(words(firstNames));
  const last = pick(words(lastNames)).replaceAll('-', pick([' ', '-']));
  const year = pick([between(1931, 1969), between(1931, 2019)]);
  return {
    first,
    last,
    name: `${first} ${pick(['', '', '', `${pick(words('A B C D J L M R T'))}. `])}${last}`,
    'last-first': `${last}, ${first}`,
    titled: `${pick(['Mr.', 'Mrs.', 'Ms.', 'Mr', 'Mrs', 'Ms', 'Miss'])} ${last}`,
    born: writeDay(dayIn(year, chance), chance),
    date: writeDay(dayIn(between(2022, 2026), chance), chance),
    age: String(2026 - year),
    sex: pick(['M', 'F', 'male', 'female', 'man', 'woman']),
    mrn: pick([digits(6), digits(7), digits(8), `00${digits(6)}`, `E${digits(7)}`]),
    ssn: `${between(100, 665)}-${between(10, 99)}-${between(1000, 9999)}`,
    'last-four': digits(4),
    phone: writePhone(chance),
    'local-phone': `555-01${digits(2)}`,
    email: writeEmail(first, last, chance),
    street: writeStreet(chance),
    town: pick(items(towns)),
    zip: String(between(10_000, 99_899)),
    payer: pick(items(providers)),
    'member-id': pick([`W${digits(9)}`, `XYZ${digits(9)}`, `${digits(8)}01`, `H${digits(8)}`]),
    mbi: writeMbi(chance),
    account: pick([digits(7), digits(8), digits(10), `V${digits(8)}`]),
    claim: pick([`2026${digits(9)}`, digits(8), `${digits(6)}A`, `CLM${digits(7)}`]),
    serial: pick([
      `PJN${digits(6)}H`,
      `SN${digits(7)}`,
      `${digits(4)}-${digits(5)}`,
      `BX${digits(5)}`,
    ]),
    plate: `${between(1, 9)}${pick(words('ABC KLM TRV XPD'))}${digits(3)}`,
    vin: `1HGCM82633A${digits(6)}`,
    licence: pick([`D${digits(7)}`, `S${digits(3)}-${digits(4)}-${digits(4)}`, digits(8)]),
    ip: [between(11, 199), between(0, 255), between(0, 255), between(1, 254)].join('.'),
    dx: pick(items(conditions)),
    code: pick(words(codes)),
    room: digits(3),
  };
}

function makeChance(random: Random) {
  const between = (least: number, most: number) =>
    least + Math.floor(random() * (most - least + 1));
  return {
    between,
    pick: <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T,
    digits: (count: number) => Array.from({ length: count }, () => between(0, 9)).join(''),
  };
}

type Chance = ReturnType<typeof makeChance>;

function dayIn(year: number, { between }: Chance): Temporal.PlainDate {
  return new Temporal.PlainDate(year, between(1, 12), between(1, 28));
}

/** As charts, screens and people write a day. */
function writeDay(date: Temporal.PlainDate, { pick }: Chance): string {
  const { year, month, day } = date;
  const two = (value: number) => String(value).padStart(2, '0');
  const name = words(monthNames)[month - 1] ?? '';
  return pick([
    `${two(month)}/${two(day)}/${year}`,
    `${two(month)}/${two(day)}/${year}`,
    `${month}/${day}/${year}`,
    `${month}/${day}/${two(year % 100)}`,
    `${two(month)}-${two(day)}-${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${name} ${day}, ${year}`,
    `${name.slice(0, 3)} ${day} ${year}`,
    `${day} ${name.slice(0, 3)} ${year}`,
    `${two(month)}.${two(day)}.${year}`,
  ]);
}

function writePhone({ pick, digits, between }: Chance): string {
  const area = String(pick([between(201, 399), between(401, 799), between(901, 989)]));
  const line = `01${digits(2)}`;
  return pick([
    `(${area}) 555-${line}`,
    `(${area})555-${line}`,
    `${area}-555-${line}`,
    `${area}.555.${line}`,
    `${area} 555 ${line}`,
    `+1 ${area} 555 ${line}`,
    `1-${area}-555-${line}`,
    `${area}555${line}`,
  ]);
}

function writeEmail(first: string, last: string, { pick, digits }: Chance): string {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/g, '')
      .toLowerCase();
  const box = pick([
    `${plain(first)}.${plain(last)}`,
    `${plain(first).slice(0, 1)}${plain(last)}${digits(2)}`,
    `${plain(last)}_${plain(first)}`,
  ]);
  return `${box}@${pick(['example.com', 'example.net', 'mail.example.org'])}`;
}

function writeStreet({ pick, between }: Chance): string {
  const side = pick(['', '', '', 'N ', 'S. ', 'West ']);
  const unit = pick(['', '', '', ` Apt ${between(1, 40)}`, ` #${between(1, 40)}`, ', Unit B']);
  const street = pick(words(streets)).replaceAll('-', ' ');
  return `${between(12, 9_900)} ${side}${street} ${pick(items(streetKinds))}${unit}`;
}

/** The pattern that CMS publishes for Medicare Beneficiary Identifiers. */
function writeMbi({ pick, between, digits }: Chance): string {
  const letter = () => pick([...'ACDEFGHJKMNPQRTUVWXY']);
  const dash = pick(['', '-']);
  const parts = [
    `${between(1, 9)}${letter()}${letter()}${digits(1)}`,
    `${letter()}${digits(1)}${digits(1)}`,
    `${letter()}${letter()}${digits(2)}`,
  ];
  return parts.join(dash);
}
