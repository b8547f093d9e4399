import { describe, expect, it } from 'vitest';
import {
  type Card,
  type CardGroup,
  type CardId,
  cardGroups,
  cardIds,
  cards,
} from '../../src/lessons/cards.ts';
import type { Source } from '../../src/lessons/sources.ts';

/** A source's name in the usual notation. */
function nameOf({ document, section }: Source): string {
  return section === null ? document : `${document} §${section}`;
}

function sourcesOf(id: CardId): string[] {
  return cards.find((card) => card.id === id)?.sources.map(nameOf) ?? [];
}

describe('the cards', () => {
  it('are 27, each once, group by group', () => {
    expect(new Set(cardIds).size).toBe(27);
    expect(cards.map(({ id }) => id)).toEqual(cardIds);
    const groups = cards.map(({ group }) => group);
    expect(groups).toEqual(cardGroups.flatMap((group) => groups.filter((each) => each === group)));
    const sizes = cardGroups.map(
      (group: CardGroup) => cards.filter((card: Card) => card.group === group).length,
    );
    expect(sizes).toEqual([8, 2, 9, 6, 2]);
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

  it('cite only the standards that the facts were checked against', () => {
    expect(sourcesOf('http-and-tcp-are-no-rivals')).toEqual(['RFC 9110 §3.3']);
    expect(sourcesOf('a-connection-is-another-question')).toContain('RFC 9112 §9.3');
    expect(sourcesOf('reliability-is-another-question')).toEqual(['RFC 768', 'RFC 9000 §1']);
    expect(sourcesOf('in-flight-is-unknown')).toEqual(['RFC 9110 §9.2.2']);
    expect(sourcesOf('signed-is-readable')).toEqual(['RFC 7519 §12']);
  });
});
