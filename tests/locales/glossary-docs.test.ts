/** The Korean terms of docs/glossary.md are those that the page uses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSources, textsIn } from '../architecture/sources.ts';

const root = join(import.meta.dirname, '../..');
const docs = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
const start = readFileSync(join(root, 'src/locales/ko/start.json'), 'utf8');
const said = readSources(join(root, 'src'))
  .filter(({ path }) => path.startsWith('locales/ko/') || path.endsWith('/ko.ts'))
  .flatMap((file) => textsIn(file).map(({ text }) => text))
  .join('\n')
  .concat(start);

/** Cells in Korean: the second column under *Subject*, and the last one in the other tables. */
function koreanTerms(): string[] {
  const [terms = '', subject = ''] = docs.split('\n## Subject\n');
  const last = terms.split('\n').map((row) => row.split(' | ').at(-1)?.replace(/ ?\|$/, '') ?? '');
  const second = subject.split('\n').map((row) => row.split(' | ')[1] ?? '');
  return [...last, ...second]
    .flatMap((cell) => cell.split(/[,;] /))
    .map((term) => term.replace(/ \(full\)$/, '').trim())
    .filter((term) => /\p{Script=Hangul}/u.test(term));
}

it('names in Korean what the page names so', () => {
  const terms = koreanTerms();
  expect(terms.length).toBeGreaterThan(100);
  expect(terms.filter((term) => !said.includes(term))).toEqual([]);
});
