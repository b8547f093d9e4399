import { describe, expect, it } from 'vitest';
import { guidePlaceIn, guidePlaceOf, withGuidePlace } from '../../src/url/guide-link.ts';
import { type GuidePlace, guidePages } from '../../src/url/guide-pages.ts';
import { lessonAddress } from '../../src/url/lesson-address.ts';
import { parseLink } from '../../src/url/parse-link.ts';

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

  it('goes as it came, and leaves the rest', () => {
    const search = '?lesson=clerk&step=4';
    for (const place of places) expect(withGuidePlace(withGuidePlace(search, place), null)).toBe(search);
    expect(withGuidePlace('', null)).toBe('');
  });

  it('loses the entry of one page on another', () => {
    const search = withGuidePlace('', { page: 'lessons', entry: 'one' });
    expect(withGuidePlace(search, { page: 'lessons', entry: null })).toBe('?page=lessons');
  });

  it('that has no such page is the stage, and says so', () => {
    const link = parseLink('?page=recipes', '');
    expect(guidePlaceOf(link)).toBeNull();
    expect(link.problems).toEqual([{ kind: 'unknown-page', value: 'recipes' }]);
  });
});

describe('the address of a lesson', () => {
  it('keeps what is the reader’s own choice, and nothing of another run', () => {
    const search = '?page=lessons&lang=ko&theme=dark&present=&strategy=sticky&step=4&compare=replicated';
    expect(parseLink(lessonAddress(search, 'clerk'), '')).toEqual({
      ...parseLink('?lesson=clerk', ''),
      lang: 'ko',
      theme: 'dark',
      present: true,
    });
  });
});
