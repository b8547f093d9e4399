import { describe, expect, it } from 'vitest';
import { guideKeys, guidePlaceIn, guidePlaceOf, withGuidePlace } from '../../src/url/guide-link.ts';
import { type GuidePlace, guidePages } from '../../src/url/guide-pages.ts';
import { lessonAddress } from '../../src/url/lesson-address.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { writeQuery } from '../../src/url/query.ts';

const places: readonly GuidePlace[] = guidePages.flatMap((page) => [
  { page, entry: null },
  { page, entry: 'an entry & its name' },
]);

describe('the guide in the address', () => {
  it.each(places)('is found again: $page, $entry', (place) => {
    const search = withGuidePlace('?lesson=clerk&step=4', place);
    expect(guidePlaceIn(search)).toEqual(place);
    expect(parseLink(search, '')).toMatchObject({ step: 4, page: place.page, problems: [] });
    expect(guidePlaceOf(parseLink(search, ''))).toEqual(place);
  });

  it('is added and removed without other changes', () => {
    const search = '?lesson=clerk&step=4';
    for (const place of places)
      expect(writeQuery(withGuidePlace(search, place), guideKeys(null))).toBe(search);
    expect(writeQuery('', guideKeys(null))).toBe('');
  });

  it('drops one page’s entry on another page', () => {
    const search = withGuidePlace('', { page: 'lessons', entry: 'one' });
    expect(withGuidePlace(search, { page: 'lessons', entry: null })).toBe('?page=lessons');
  });

  it('reports an unknown page, and shows the stage', () => {
    const link = parseLink('?page=recipes', '');
    expect(guidePlaceOf(link)).toBeNull();
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
