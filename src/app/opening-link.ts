/** What the page's own address asks for. What reads the rest of a link is fetched with a link that has more than a place. */
import { firstLesson } from '../lessons/first-lesson.ts';
import { fetchParts } from '../simulation/fetch-parts.ts';
import { type Link, linkIn } from '../url/link.ts';

/** What it asks of the page itself, such as the language: it can be told at once. */
export type PageSettings = Pick<Link, 'language' | 'theme' | 'isPresenting' | 'isEmbedded'>;

export function pageSettings({ search }: Pick<Location, 'search'>): PageSettings {
  return plainLink(search);
}

export async function openingLink({ search, hash }: Pick<Location, 'search' | 'hash'>): Promise<Link> {
  const lesson = new URLSearchParams(search).get('lesson');
  if (hash === '' && (lesson === null || lesson === firstLesson.id)) return plainLink(search);
  // What such a run needs comes at the same time; that it cannot be had is said when it is simulated.
  const [{ parseLink }] = await Promise.all([import('../url/parse-link.ts'), fetchParts().catch(() => {})]);
  return parseLink(search, hash);
}

/** One of the first lesson, without a run of its own. */
function plainLink(search: string): Link {
  return linkIn(search, '', { lessonById: () => firstLesson, readRun: () => ({ problem: 'bad-run' }) });
}
