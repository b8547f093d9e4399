import { describe, expect, it } from 'vitest';
import { guideKeys, guideLocationIn, guideLocationOf, withGuideLocation } from '../../src/url/guide-link.ts';
import { type GuideLocation, guidePages } from '../../src/url/guide-pages.ts';
import { lessonAddress } from '../../src/url/lesson-address.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { writeQuery } from '../../src/url/query.ts';

const places: readonly GuideLocation[] = guidePages.flatMap((page) => [
  { page, entry: null },
  { page, entry: 'an entry & its name' },
]);

describe('the guide in the address', () => {
  it.each(places)('is found again: $page, $entry', (place) => {
    const search = withGuideLocation('?lesson=clerk&step=4', place);
    expect(guideLocationIn(search)).toEqual(place);
    expect(parseLink(search, '')).toMatchObject({ step: 4, page: place.page, problems: [] });
    expect(guideLocationOf(parseLink(search, ''))).toEqual(place);
  });

  it('is added and removed without other changes', () => {
    const search = '?lesson=clerk&step=4';
    for (const place of places)
      expect(writeQuery(withGuideLocation(search, place), guideKeys(null))).toBe(search);
    expect(writeQuery('', guideKeys(null))).toBe('');
  });

  it('drops one page’s entry on another page', () => {
    const search = withGuideLocation('', { page: 'lessons', entry: 'one' });
    expect(withGuideLocation(search, { page: 'lessons', entry: null })).toBe('?page=lessons');
  });

  it('reports an unknown page, and shows the stage', () => {
    const link = parseLink('?page=recipes', '');
    expect(guideLocationOf(link)).toBeNull();
    expect(link.problems).toEqual([{ kind: 'unknown-page', value: 'recipes' }]);
  });
});

describe('the address of a lesson', () => {
  it('keeps the reader’s own choices, and nothing of another run', () => {
    const search = '?page=lessons&lang=ko&theme=dark&present=&strategy=sticky&step=4&compare=replicated';
    expect(parseLink(lessonAddress(search, 'clerk'), '')).toEqual({
      ...parseLink('?lesson=clerk', ''),
      lang: 'ko',
      theme: 'dark',
      present: true,
    });
  });
});
