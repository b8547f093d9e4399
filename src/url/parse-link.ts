/** Reads any link at once: its query, and then the lesson and the run that it asks for. */
import type { Link } from './link.ts';
import { parseQuery } from './query.ts';
import { resolveLink } from './resolve-link.ts';

export function parseLink(search: string, hash: string): Link {
  return resolveLink(parseQuery(search), hash);
}
