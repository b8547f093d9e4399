/**
 * Parses the page's own address. The code that finds other lessons and runs is loaded only for a link that names one.
 */
import { firstLesson } from '../lessons/first-lesson.ts';
import type { Link } from '../url/link.ts';
import type { ParsedQuery } from '../url/query.ts';

export async function openingLink(parsed: ParsedQuery, hash: string): Promise<Link> {
  const { lesson, incident, fixed, strategy, compare, scene, ...rest } = parsed.query;
  const asksForMore = [incident, strategy, compare, scene].some((value) => value !== undefined);
  if (hash === '' && !asksForMore && (lesson === undefined || lesson === firstLesson.id))
    return { ...rest, lesson: firstLesson, run: null, problems: parsed.problems };
  const { resolveLink } = await import('../url/resolve-link.ts');
  return resolveLink(parsed, hash);
}
