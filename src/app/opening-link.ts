/**
 * Parses the page's own address. The code that finds other lessons and runs is loaded only for a link that names one.
 */
import { firstLesson } from '../lessons/first-lesson.ts';
import { type Link, linkOf } from '../url/link.ts';
import type { ParsedQuery } from '../url/query.ts';

export async function openingLink(parsed: ParsedQuery, hash: string): Promise<Link> {
  const { lesson, incident } = parsed.query;
  if (hash === '' && incident === undefined && (lesson === undefined || lesson === firstLesson.id))
    return linkOf(parsed, firstLesson);
  const { resolveLink } = await import('../url/resolve-link.ts');
  return resolveLink(parsed, hash);
}
