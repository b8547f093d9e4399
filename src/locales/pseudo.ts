/**
 * The pseudo-locale: English with accents, 40 % longer and in brackets. A text without accents isn't translated; one
 * without its closing bracket is cut off. Development and tests only.
 */
import type { Language } from './language.ts';

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const accented = 'ÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž';
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

const LENGTHENED_BY = 0.4;
const VOWEL = /[aeiouy]/i;
const PADDING = ' ~~~';

/** Addresses, markup, placeholders and code, which a translator leaves as they are. */
const UNTRANSLATED = /https?:\/\/\S+|<\/?[a-z][^<>]{0,60}>|\{\w{1,40}\}|`[^`]{0,80}`/giu;

/** Members that are codes: never shown, so never translated. */
const codes = new Set(['language', 'secondLanguage', 'tone', 'endings']);

/** @returns The text in the pseudo-locale. A text without letters, and one that is in it already, stays as it is. */
export function pseudoText(text: string): string {
  const words = text.trim();
  const start = text.length - text.trimStart().length;
  const [before, after] = [text.slice(0, start), text.slice(start + words.length)];
  const parts = bracketedParts(words);
  const isPseudo = parts.length === 1 && parts[0]?.isKept === true;
  if (isPseudo || !/\p{L}/u.test(words)) return text;
  const written = parts.map(({ text: part, isKept }) => (isKept ? part : translated(part))).join('');
  const translatable = parts.map(({ text: part, isKept }) =>
    isKept ? '' : part.replaceAll(UNTRANSLATED, ''),
  );
  const added = Math.ceil([...translatable.join('')].length * LENGTHENED_BY);
  const missing = added - ([...written].length - [...words].length);
  return `${before}⟦${written}${padding(missing)}⟧${after}`;
}

/** A catalogue whose texts, also those that its functions return and its loaders load, are in the pseudo-locale. */
export function pseudoCatalogue<Value>(value: Value): Value {
  return worded(value) as Value;
}

export async function pseudoLanguage(): Promise<Language> {
  const [{ phrasebook }, { viewText }] = await Promise.all([
    import('./en/phrasebook.ts'),
    import('./en/view-text.ts'),
  ]);
  return {
    phrasebook: { ...pseudoCatalogue(phrasebook), language: 'qps' },
    viewText: { ...pseudoCatalogue(viewText), language: 'qps' },
  };
}

function worded(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function') return (...parameters: unknown[]) => worded(value(...parameters));
  if (value instanceof Promise) return value.then(worded);
  if (Array.isArray(value)) return value.map(worded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      codes.has(name) ? member : wordedMember(name, member),
    ]),
  );
}

/** Glossary terms are looked up in texts that are in the pseudo-locale: they get its letters without its brackets. */
function wordedMember(name: string, member: unknown): unknown {
  if (name !== 'forms' || !Array.isArray(member)) return worded(member);
  return member.map((form) => translated(String(form)));
}

interface Part {
  readonly text: string;
  /** It is in the pseudo-locale already: a parameter that another text was put into. */
  readonly isKept: boolean;
}

/** Splits a text into its outermost bracketed parts and what is between them. */
function bracketedParts(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const isOpening = text[index] === '⟦';
    if (!isOpening && text[index] !== '⟧') continue;
    if (isOpening && depth === 0) {
      parts.push({ text: text.slice(start, index), isKept: false });
      start = index;
    }
    depth += isOpening ? 1 : -1;
    if (depth === 0) {
      parts.push({ text: text.slice(start, index + 1), isKept: true });
      start = index + 1;
    }
    if (depth < 0) return [{ text: text.replaceAll('⟦', '[').replaceAll('⟧', ']'), isKept: false }];
  }
  if (depth > 0) return [{ text: text.replaceAll('⟦', '[').replaceAll('⟧', ']'), isKept: false }];
  parts.push({ text: text.slice(start), isKept: false });
  return parts.filter((part) => part.text !== '');
}

function translated(text: string): string {
  const kept = text.match(UNTRANSLATED) ?? [];
  return text
    .split(UNTRANSLATED)
    .flatMap((part, index) => [
      part
        .replaceAll(/[\p{L}\p{N}]+/gu, longer)
        .replaceAll(/[A-Za-z]/g, (letter) => accents.get(letter) ?? letter),
      kept[index] ?? '',
    ])
    .join('');
}

/** Doubles vowels. A word becomes the same wherever it stands. */
function longer(word: string): string {
  let doubled = Math.floor([...word].length * LENGTHENED_BY);
  return [...word]
    .map((letter) => {
      if (doubled === 0 || !VOWEL.test(letter)) return letter;
      doubled -= 1;
      return letter + letter.toLowerCase();
    })
    .join('');
}

/** Breaks where a line may break. */
function padding(length: number): string {
  if (length <= 0) return '';
  const text = PADDING.repeat(Math.ceil(length / PADDING.length)).slice(0, length);
  return text.endsWith(' ') ? `${text.slice(0, -1)}~` : text;
}
