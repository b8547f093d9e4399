/** What is said of the incidents: complete, short, and in the terms of the field. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOfIncident } from '../../src/incidents/incident-words.ts';
import { incidents } from '../../src/incidents/incidents.ts';
import { loadLanguage } from '../../src/locales/languages.ts';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';

const loaded = await Promise.all(
  shippedLanguages.map(async (language) => {
    const { viewText } = await loadLanguage(language);
    const { words } = await viewText.loadIncidentText();
    return { language, words, titleOf: viewText.lessonTitle };
  }),
);

const folder = join(import.meta.dirname, '../../src/incidents');
const files = shippedLanguages.flatMap((language) => incidents.map(({ id }) => `${id}/${language}.ts`));
const missing = files.filter((file) => !existsSync(join(folder, file)));

const cases = loaded.flatMap(({ language, words, titleOf }) =>
  incidents
    .filter(({ id }) => !missing.includes(`${id}/${language}.ts`))
    .map(({ id }) => ({ language, id, title: titleOf(id), said: { ...wordsOfIncident(words, { id }) } })),
);

/** Characters: Korean says in one what takes English two or three. */
const longest: Readonly<Partial<Record<ShippedLanguageId, Readonly<Record<string, number>>>>> = {
  en: { title: 40, story: 300, cause: 260, fix: 110, replayed: 160 },
  ko: { title: 22, story: 170, cause: 140, fix: 60, replayed: 90 },
};

describe('the words of the incidents', () => {
  it('are there in every language', () => {
    expect(missing, 'missing in src/incidents').toEqual([]);
  });

  it.each(cases)('$language $id has a title', ({ id, title }) => {
    expect(title).toMatch(/^\S(.*\S)?$/);
    // An incident without a title is called by its ID.
    expect(title).not.toBe(id);
  });

  it.each(cases)(
    '$language $id is short, trimmed and calm, in whole sentences',
    ({ language, title, said }) => {
      for (const [name, text] of Object.entries({ title, ...said })) {
        expect(text.length, name).toBeLessThanOrEqual(longest[language]?.[name] ?? Number.POSITIVE_INFINITY);
        expect(text, name).toMatch(/^\S(.*\S)?$/);
        expect(text, name).not.toMatch(/!| {2}|undefined/);
        if (name !== 'title') expect(text, name).toMatch(/[.?”’]$/);
      }
    },
  );

  it.each(cases)('$language $id tells its story in two to four sentences', ({ said }) => {
    const sentences = said.story.split(/(?<=[.?][”’]?)\s+/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
  });

  it.each(cases.filter(({ language }) => language === 'ko'))('ko $id keeps to 해요체', ({ said }) => {
    for (const text of Object.values(said)) {
      expect(text).not.toMatch(/(습니다|입니다|니까|한다|이다|된다|는다|했다)[.?]/);
    }
  });
});
