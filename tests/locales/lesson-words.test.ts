/** What is said in the lessons: complete, short, and in the terms of the field. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LessonWords, wordsOfLesson, wordsOfScene } from '../../src/lessons/lesson-words.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { loadLanguage } from '../../src/locales/languages.ts';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';

const loaded = await Promise.all(
  shippedLanguages.map(async (language) => {
    const { viewText } = await loadLanguage(language);
    return { language, words: await viewText.loadLessonWords(), lessonTitle: viewText.lessonTitle };
  }),
);

/** What is said of one lesson, by the name of what says it. */
function saidIn(words: LessonWords): Map<string, string> {
  const { teaches, opening, scenes, closing } = words;
  const said = new Map([
    ['teaches', teaches],
    ['opening', opening],
    ['closing', closing],
  ]);
  for (const [id, { heading, look, notes }] of Object.entries(scenes)) {
    said.set(`${id} heading`, heading);
    said.set(`${id} look`, look);
    for (const [name, text] of Object.entries(notes)) said.set(`${id} ${name}`, text);
  }
  return said;
}

const folder = join(import.meta.dirname, '../../src/lessons');
const files = shippedLanguages.flatMap((language) => lessons.map(({ id }) => `${id}/${language}.ts`));
const missing = files.filter((file) => !existsSync(join(folder, file)));

const cases = loaded.flatMap(({ language, words, lessonTitle }) =>
  lessons
    .filter(({ id }) => !missing.includes(`${id}/${language}.ts`))
    .map((lesson) => ({
      language,
      lesson,
      words,
      id: lesson.id,
      title: lessonTitle(lesson.id),
      said: saidIn(wordsOfLesson(words, lesson)),
    })),
);

/** Characters: Korean says in one what takes English two or three. */
const longest: Readonly<Partial<Record<ShippedLanguageId, Readonly<Record<string, number>>>>> = {
  en: { teaches: 110, opening: 180, heading: 40, look: 190, say: 260, ask: 140, answers: 240, closing: 380 },
  ko: { teaches: 60, opening: 100, heading: 24, look: 110, say: 150, ask: 80, answers: 130, closing: 220 },
};

const wrongTerms: Readonly<Partial<Record<ShippedLanguageId, RegExp>>> = {
  en: /\bSYC\b|encrypted token|sticky cookie session/i,
  ko: /고정 세션|스틱키|SYC|암호화된 토큰|비상태|무상태성/,
};

describe('the words of the lessons', () => {
  it('are there in every language', () => {
    expect(missing, 'missing in src/lessons').toEqual([]);
  });

  it.each(cases)('$language $id has a title', ({ id, title }) => {
    expect(title).toMatch(/^\S(.*\S)?$/);
    // A lesson without a title is called by its ID.
    expect(title).not.toBe(id);
  });

  it.each(cases)('$language $id has some for each scene, and for no other', ({ lesson, words }) => {
    expect(Object.keys(wordsOfLesson(words, lesson).scenes).sort()).toEqual(
      lesson.scenes.map(({ id }) => id).sort(),
    );
    for (const scene of lesson.scenes) expect(wordsOfScene(words, lesson, scene).heading).not.toBe('');
  });

  it.each(cases)('$language $id is short, trimmed and calm', ({ language, said }) => {
    const tooLong = [...said].flatMap(([name, text]) => {
      const limits = longest[language];
      const limit =
        limits === undefined ? Number.POSITIVE_INFINITY : (limits[name.split(' ').at(-1) ?? ''] ?? 0);
      return text.length > limit ? [`${name}: ${text.length} > ${limit}`] : [];
    });
    expect(tooLong).toEqual([]);
    for (const text of said.values()) {
      expect(text).toMatch(/^\S(.*\S)?$/);
      expect(text).not.toMatch(/!| {2}|undefined/);
      expect(text).not.toMatch(wrongTerms[language] ?? /undefined/);
    }
  });

  it.each(cases)('$language $id has whole sentences but for its headings', ({ said }) => {
    for (const [name, text] of said) {
      if (!name.endsWith(' heading')) expect(text, name).toMatch(/[.?”’]$/);
    }
  });

  it.each(cases)('$language $id asks where it should ask', ({ said }) => {
    for (const [name, text] of said) {
      if (name.endsWith(' ask')) expect(text, name).toMatch(/\?/);
    }
  });

  it.each(cases.filter(({ language }) => language === 'ko'))('ko $id keeps to 해요체', ({ said }) => {
    for (const [name, text] of said) {
      const sentences = text.split(/(?<=[.?])\s+/).filter((each) => /[.?]$/.test(each));
      // Quoted speech is left as it is.
      for (const each of sentences) {
        expect(`${name}: ${each}`).not.toMatch(/(습니다|입니다|니까|한다|이다|된다|는다|했다)[.?]$/);
      }
    }
  });
});
