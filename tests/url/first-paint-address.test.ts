/** The first paint reads the address by itself. It must agree with the schema. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPaintAddress } from '../../src/url/first-paint-address.ts';
import { parseQuery } from '../../src/url/query.ts';
import { queryNames } from '../../src/url/schema.ts';

const values = fc.constantFrom(
  '',
  '1',
  'en',
  'ko',
  'xx',
  'dark',
  'light',
  'projector',
  'system',
  'clerk',
  'udp',
);
const searches = fc
  .array(fc.tuple(fc.constantFrom(...queryNames, 'beat', 'utm_source'), values), { maxLength: 5 })
  .map((entries) => `?${new URLSearchParams(entries)}`);

describe('The address as the first paint reads it', () => {
  it('has the language, theme and layout that the schema finds', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const { query } = parseQuery(search);
        const { lang, theme, present, embed } = firstPaintAddress(search, '');
        expect({ lang, theme, present, embed }).toEqual({
          lang: query.lang,
          theme: query.theme,
          present: query.present === true,
          embed: query.embed === true && query.present !== true,
        });
      }),
    );
  });

  it('shows the opening run only for links that name no run, no step and no other page', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const { lang: _, theme: __, ...rest } = parseQuery(search).query;
        if (firstPaintAddress(search, '').shows === 'opening') expect(rest).toEqual({});
      }),
    );
  });

  it.each([
    ['', '', 'opening'],
    ['?lang=ko&theme=dark', '', 'opening'],
    ['?lang=ko', '#run=1', 'run'],
    ['?lesson=tcp-loss', '', 'run'],
    ['?step=4', '', 'run'],
    ['?present', '', 'run'],
    ['?embed', '', 'run'],
    ['?page=glossary&entry=cookie', '', 'other'],
    ['?presenter=abc', '', 'other'],
  ])('%s%s shows %s', (search, hash, shows) => {
    expect(firstPaintAddress(search, hash).shows).toBe(shows);
  });
});
