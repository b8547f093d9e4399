/** The pages of the guide in the address: which one is open in place of the stage, and where it leads. */
import type { LessonId } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';

export const guidePages = ['lessons', 'comparison', 'cards', 'glossary'] as const;
export type GuidePage = (typeof guidePages)[number];

export interface GuidePlace {
  readonly page: GuidePage;
  /** What is looked for there: the ID of a card, of a term; null for the page as a whole. */
  readonly entry: string | null;
}

const PAGE = 'page';
const ENTRY = 'entry';

/** Null where the address is that of the stage. */
export function guidePlaceIn(search: string): GuidePlace | null {
  const query = new URLSearchParams(search);
  const page = guidePages.find((each) => each === query.get(PAGE));
  return page === undefined ? null : { page, entry: query.get(ENTRY) };
}

/** The query under which that place is open, and all the rest as it is; null closes the guide. */
export function withGuidePlace(search: string, place: GuidePlace | null): string {
  const query = new URLSearchParams(search);
  query.delete(ENTRY);
  if (place === null) query.delete(PAGE);
  else {
    query.set(PAGE, place.page);
    if (place.entry !== null) query.set(ENTRY, place.entry);
  }
  return query.size === 0 ? '' : `?${query}`;
}

/** What concerns the reader and not the run, and stays when another run is opened. */
const OF_THE_READER: readonly string[] = ['lang', 'theme', 'present'];

/** The address of a lesson, or of a place in it. */
export function lessonAddress(
  search: string,
  lesson: LessonId,
  lessonPosition: LessonPosition = 'opening',
): string {
  const query = new URLSearchParams({ lesson });
  // Beats are counted from 1.
  if (lessonPosition !== 'opening')
    query.set('scene', lessonPosition === 'closing' ? lessonPosition : String(lessonPosition + 1));
  for (const [name, value] of new URLSearchParams(search)) {
    if (OF_THE_READER.includes(name)) query.set(name, value);
  }
  return `?${query}`;
}
