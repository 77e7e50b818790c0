import { expect, it } from 'vitest';
import { codesCommand } from '../../src/catalog/command-line.ts';
import { downloaded, type Line, orderText, someDiagnoses, temporaryFolder } from './official.ts';

function desk() {
  const lines: string[] = [];
  const folder = temporaryFolder();
  const type = async (line: string) => {
    lines.length = 0;
    await codesCommand(line.split(' '), {
      folder,
      calendar: [],
      print: (text) => lines.push(text),
      progress: () => {},
    });
    return lines.join('\n');
  };
  return type;
}

/** A year later: one code less, another title, one code more. */
const next: readonly Line[] = [
  ...someDiagnoses
    .filter(([code]) => code !== 'A009')
    .map((line): Line => (line[0] === 'E119' ? ['E119', 'Type 2 diabetes, plain'] : line)),
  ['Z999', 'Dependence on others'],
];

it('installs, lists, compares and removes', async () => {
  const type = desk();
  expect(await type('list')).toMatch(/^No code set is installed\.\nnpm run codes -- install/);
  expect(
    await type(`install ${downloaded(orderText(someDiagnoses))} --release fy2041-October`),
  ).toMatch(/^Installed: ICD-10-CM FY2041-october, 10 billable codes, 20 entries\./);
  const file = downloaded(orderText(next));
  await type(`install ${file} --release FY2042-october --set icd-10-cm`);
  expect(await type('list')).toBe(
    'icd-10-cm  FY2041-october  from 2040-10-01  10 billable, 20 entries\n' +
      'icd-10-cm  FY2042-october  from 2041-10-01  10 billable, 20 entries',
  );
  expect(await type('diff FY2041-october FY2042-october')).toBe(
    [
      'ICD-10-CM, FY2041-october to FY2042-october: 1 new, 1 removed (1 deleted, 0 demoted to header), 1 retitled',
      '   1  Certain infectious and parasitic diseases: 0 new, 1 removed (1 deleted, 0 demoted to header), 0 retitled',
      '   4  Endocrine, nutritional and metabolic diseases: 0 new, 0 removed (0 deleted, 0 demoted to header), 1 retitled',
      '  21  Factors influencing health status: 1 new, 0 removed (0 deleted, 0 demoted to header), 0 retitled',
    ].join('\n'),
  );
  expect(JSON.parse(await type('diff FY2041-october FY2042-october --json'))).toMatchObject({
    new: 1,
    removed: 1,
    deleted: 1,
    demoted: 0,
    retitled: 1,
    chapters: { '21': { new: 1 } },
  });
  await expect(type('diff FY2042-october FY2041-october')).rejects.toThrow(
    'name the earlier release first',
  );
  expect(await type('remove FY2041-october')).toBe('Removed: ICD-10-CM FY2041-october.');
  await expect(type('diff FY2041-october FY2042-october')).rejects.toThrow(
    'ICD-10-CM FY2041-october is not installed. Of that set are: FY2042-october.',
  );
});

it('says what to write where something is missing or unknown', async () => {
  const type = desk();
  await expect(type('')).rejects.toThrow('npm run codes -- install FILE');
  await expect(type('sing')).rejects.toThrow('There is no “codes sing”.');
  await expect(type('install x.zip')).rejects.toThrow('Name one file, and the release that it is.');
  await expect(type('install x.zip --relase y')).rejects.toThrow("Unknown option '--relase'");
  await expect(type('list --set cpt')).rejects.toThrow('There is no code set “cpt” to install.');
});
