import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../src/locales/languages.ts';
import { pseudoCatalogue, pseudoLanguage, pseudoText } from '../../src/locales/pseudo.ts';

const length = (text: string) => [...text].length;

/** How deep the brackets are at the end; null where one closes that nothing opened. */
function depthIn(text: string): number | null {
  let depth = 0;
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    if (letter === '⟧') depth -= 1;
    if (depth < 0) return null;
  }
  return depth;
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'ab e⟦⟧<>{}`1') }),
  fc.string({ unit: fc.constantFrom('Server ', '1', ' crashes', '. ', '⟦Ŝ⟧', '{name}', '“') }),
);

describe('a text in the pseudo-locale', () => {
  it.each([
    ['Crash', '⟦Çŕààšĥ~⟧'],
    ['Next step', '⟦Ñééẋţ šţééþ ~⟧'],
    [' and so on', ' ⟦ààñð šö öñ ~~⟧'],
    ['1,234', '1,234'],
    ['×2 · 50%', '×2 · 50%'],
    ['', ''],
  ])('of “%s” is “%s”', (text, expected) => {
    expect(pseudoText(text)).toBe(expected);
  });

  it.each(['https://example.org/a?b=c', '<b>', '{count}', '`curl -i`'])('keeps %s as it is', (code) => {
    expect(pseudoText(`See ${code} for more.`)).toContain(` ${code} `);
  });

  it('keeps a parameter that is in the pseudo-locale already', () => {
    expect(pseudoText(`Crash ${pseudoText('Server 1')}`)).toContain(pseudoText('Server 1'));
  });

  it('is 40 % longer, rounded up, and in brackets', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abcdefgh XYZ.,1'), minLength: 1 });
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(/[a-z]/i.test(text) && text === text.trim());
        expect(length(pseudoText(text))).toBe(Math.ceil(length(text) * 1.4) + 2);
        expect(pseudoText(text)).toMatch(/^⟦.*⟧$/);
      }),
    );
  });

  it('has balanced brackets and no plain letter outside of code, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(/\p{L}/u.test(text));
        const pseudo = pseudoText(text);
        expect(depthIn(pseudo)).toBe(0);
        // What is in brackets counts as being in it already.
        const hasCode = /[<{`]|http|⟦.*[A-Za-z].*⟧/s.test(text);
        if (!hasCode) expect(pseudo).not.toMatch(/[A-Za-z]/);
      }),
    );
  });

  it('stays the same when it is put into the pseudo-locale again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(/\p{L}/u.test(text));
        expect(pseudoText(pseudoText(text))).toBe(pseudoText(text));
      }),
    );
  });
});

describe('a catalogue in the pseudo-locale', () => {
  it('has the texts of its members, functions, lists and loaders in it, but no codes', async () => {
    const catalogue = pseudoCatalogue({
      language: 'en',
      close: 'Close',
      crash: (name: string) => `Crash ${name}`,
      parts: [{ text: 'lost', tone: 'failure' }],
      load: async () => ({ open: 'Open', count: 3 }),
      nothing: null,
    });
    expect(catalogue.language).toBe('en');
    expect(catalogue.close).toBe(pseudoText('Close'));
    expect(catalogue.crash(pseudoText('Server 1'))).toBe(pseudoText(`Crash ${pseudoText('Server 1')}`));
    expect(catalogue.parts).toEqual([{ text: pseudoText('lost'), tone: 'failure' }]);
    expect(await catalogue.load()).toEqual({ open: pseudoText('Open'), count: 3 });
    expect(catalogue.nothing).toBeNull();
  });

  it('has every member of English', async () => {
    const [english, pseudo] = await Promise.all([loadLanguage('en'), pseudoLanguage()]);
    expect(Object.keys(pseudo.viewText)).toEqual(Object.keys(english.viewText));
    expect(Object.keys(pseudo.phrasebook)).toEqual(Object.keys(english.phrasebook));
    expect([pseudo.viewText.language, pseudo.phrasebook.language]).toEqual(['qps', 'qps']);
  });

  it('finds the terms of the glossary in its captions', async () => {
    const { viewText } = await pseudoLanguage();
    const { terms } = await viewText.loadGlossary();
    expect(pseudoText('It has no such session.')).toContain(terms.session.forms[0]);
  });

  it('can’t be chosen in the page that readers get', async () => {
    await expect(loadLanguage('qps')).rejects.toThrow('no folder for qps');
  });
});
