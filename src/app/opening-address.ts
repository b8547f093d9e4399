/** The address that the page opens with: the present one, or a later one that the browser has kept for a reload. */

import { keptLink } from '../url/kept-work.ts';
import { pageHash, pageSearch } from '../url/page-address.ts';
import { parseQuery, writeQuery } from '../url/query.ts';
import { keysOf } from '../url/select-keys.ts';
import { replace } from './history-entries.ts';

interface Address {
  readonly search: string;
  readonly hash: string;
}

/** @param work The work of the present entry. */
export function openingAddress(work: string): Address {
  const shown = { search: pageSearch(), hash: pageHash() };
  const link = keptLink(work);
  if (link === null) return shown;
  const latest = latestAddress(shown, link);
  const isSame = latest.search === shown.search && latest.hash === shown.hash;
  if (!isSame) replace(`${location.pathname}${latest.search}${latest.hash}`);
  return latest;
}

/** The run of the link. How the window shows it stays as in the address, such as the page of the guide. */
function latestAddress({ search }: Address, link: string): Address {
  const hashAt = link.includes('#') ? link.indexOf('#') : link.length;
  const { query } = parseQuery(link.slice(0, hashAt));
  const changes = { ...keysOf('run', query), predict: query.predict ?? null };
  return { search: writeQuery(search, changes), hash: link.slice(hashAt) };
}
