import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CardGroup, type CardId, cardGroups, cardIds, cards } from '../../src/lessons/cards.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import type { Source } from '../../src/lessons/sources.ts';

/** A source's name in the usual notation. */
function nameOf({ document, section }: Source): string {
  const name = document.replace(/^Fielding, .*/, 'Fielding').replace(/ Cheat Sheet$/, '');
  return section === null ? name : `${name} §${section}`;
}

function sourcesOf(id: CardId): string[] {
  return cards.find((card) => card.id === id)?.sources.map(nameOf) ?? [];
}

interface Claim {
  readonly id: string;
  readonly sources: readonly string[];
  /** The gist of the sources. */
  readonly says: string;
  readonly checked: string;
}

/** The table of the cards in docs/lessons.md. */
function claims(): Claim[] {
  const text = readFileSync(new URL('../../docs/lessons.md', import.meta.url), 'utf8');
  return [...text.matchAll(/^\| \d+ \| `(.+?)` \| .+? \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, id = '', sources = '', says = '', checked = '']) => {
      return { id, sources: sources.split('; '), says, checked };
    },
  );
}

describe('the cards', () => {
  it('are each there once, group by group', () => {
    expect(new Set(cardIds).size).toBe(cardIds.length);
    expect(cards.map(({ id }) => id)).toEqual(cardIds);
    const groups = cards.map(({ group }) => group);
    expect(groups).toEqual(cardGroups.flatMap((group: CardGroup) => groups.filter((each) => each === group)));
    expect(new Set(groups)).toEqual(new Set(cardGroups));
  });

  it('each name their source, with a link to the section', () => {
    for (const { id, sources } of cards) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { document, section, url } of sources) {
        expect(new URL(url).protocol, id).toBe('https:');
        const number = /^RFC (\d+)$/.exec(document)?.[1];
        if (number === undefined) continue;
        const anchor = section === null ? '' : `#section-${section}`;
        expect(url).toBe(`https://www.rfc-editor.org/rfc/rfc${number}.html${anchor}`);
      }
    }
  });

  it('name a section of every RFC but the three pages of RFC 768', () => {
    const whole = cards.flatMap(({ sources }) =>
      sources.filter(({ section }) => section === null).map(nameOf),
    );
    expect(new Set(whole)).toEqual(new Set(['RFC 768']));
  });

  it('are all in the table of claims, with the same sources and what these say', () => {
    const table = claims();
    expect(table.map(({ id }) => id)).toEqual(cardIds);
    for (const { id, sources, says, checked } of table) {
      expect(sources, id).toEqual(sourcesOf(id as CardId));
      expect(says.length, id).toBeGreaterThan(8);
      expect(checked, id).toMatch(/^(holds|changed|new)/);
    }
  });

  it('cite the sections that the reviewers asked for', () => {
    expect(sourcesOf('http-and-tcp-are-no-rivals')).toEqual(['RFC 9110 §3.3', 'RFC 9114 §1.2']);
    expect(sourcesOf('a-connection-is-another-question')).toContain('RFC 9112 §9.3');
    expect(sourcesOf('reliability-is-another-question')).toEqual(['RFC 768', 'RFC 9000 §1']);
    expect(sourcesOf('in-flight-is-unknown')).toEqual(['RFC 9110 §9.2.2']);
    expect(sourcesOf('token-replaces-the-session-only')).toEqual(['RFC 6749 §1.4']);
  });

  it('about attacks and deploying are shown in a scene', () => {
    const shown = new Set<CardId>(
      lessons.flatMap(({ scenes }) => scenes.flatMap(({ cards: ids = [] }) => ids)),
    );
    for (const id of [
      'how-an-id-is-planted',
      'httponly-stops-theft-not-xss',
      'samesite-stops-csrf',
      'shared-secret-or-public-key',
      'a-deploy-is-a-planned-crash',
      'serverless-keeps-nothing',
    ] as const) {
      expect(shown, id).toContain(id);
    }
  });
});
