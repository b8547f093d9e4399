/**
 * The texts of each language against its table in `style/`. A new language adds a table there; nothing changes here. A text
 * is a string or a template as written in the sources, where `…` stands for an expression.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedLanguages } from '../../src/url/languages.ts';
import { readSources, textsIn } from '../architecture/sources.ts';
import type { Style } from './style/style.ts';

const source = join(import.meta.dirname, '../../src');
const modules = import.meta.glob<Style>('./style/*.ts', { eager: true, import: 'default' });
const tables = shippedLanguages.flatMap((language) => {
  const style = modules[`./style/${language}.ts`];
  return style === undefined ? [] : [{ language, style }];
});

interface Text {
  /** `locales/en/cards.ts:12` */
  readonly where: string;
  readonly text: string;
}

const files = readSources(source);

function textsOf(language: string): readonly Text[] {
  const ofLanguage = files.filter(
    ({ path }) =>
      path.startsWith(`locales/${language}/`) ||
      (/^(lessons|incidents|challenges)\//.test(path) && path.endsWith(`/${language}.ts`)),
  );
  const written = ofLanguage.flatMap((file) =>
    textsIn(file).map(({ text, line }) => ({ where: `${file.path}:${line}`, text })),
  );
  const start = `locales/${language}/start.json`;
  const first: Record<string, string> = JSON.parse(readFileSync(join(source, start), 'utf8'));
  return [...written, ...Object.entries(first).map(([key, text]) => ({ where: `${start} ${key}`, text }))];
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!][”’]?)\s+/);
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word)).length;
}

function fallsShort({ where, text }: Text, { patterns }: Style): string[] {
  return patterns.flatMap(({ pattern, because, allowedIn }) => {
    const found = pattern.exec(text)?.[0];
    if (found === undefined || allowedIn?.test(where) === true) return [];
    return [`${where} “${found.trim()}” in “${text}”: ${because}`];
  });
}

function tooLong({ where, text }: Text, { maxWords, captionMaxWords }: Style): string[] {
  const most = /^locales\/[a-z]+\/diagram\//.test(where) ? captionMaxWords : maxWords;
  return sentencesOf(text).flatMap((sentence) => {
    const words = wordsIn(sentence);
    return words > most ? [`${where} ${words} words: “${sentence}”`] : [];
  });
}

describe.each(tables)('the style of $language', ({ language, style }) => {
  const texts = textsOf(language);

  it('is checked in catalogues, lessons, incidents, challenges and the first page', () => {
    const paths = new Set(texts.map(({ where }) => where.split(/[:/ ]/)[0]));
    expect([...paths].toSorted()).toEqual(['challenges', 'incidents', 'lessons', 'locales']);
    expect(texts.length).toBeGreaterThan(1_000);
  });

  it('has none of the patterns that its table rules out', () => {
    expect(texts.flatMap((text) => fallsShort(text, style))).toEqual([]);
  });

  it('has sentences that are read in one breath', () => {
    expect(texts.flatMap((text) => tooLong(text, style))).toEqual([]);
  });

  it.each(style.patterns)('rules out $pattern with a reason', ({ pattern, because }) => {
    expect(pattern.flags).not.toContain('g');
    expect(because).not.toBe('');
  });
});

it('counts the words of a sentence, with what a template puts in as one', () => {
  expect(sentencesOf('One. “Two?” Three… four')).toEqual(['One.', '“Two?”', 'Three… four']);
  expect(wordsIn('… asks Server 1 – twice')).toBe(5);
});
