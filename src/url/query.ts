/** Reads and writes the query of an address by the rows of the schema. It needs no lessons and no simulation. */
import type { Problem } from './problem.ts';
import type { QueryKey } from './query-key.ts';
import { type Query, type QueryName, queryNames, schema } from './schema.ts';

export interface ParsedQuery {
  readonly query: Query;
  /** In the order of the rows. */
  readonly problems: readonly Problem[];
}

/** Null or false takes a key out. What is absent stays as it is. */
export type QueryChanges = { readonly [Name in QueryName]?: Query[Name] | null };

/** @param search With its question mark or without; anything at all. Never throws. */
export function parseQuery(search: string): ParsedQuery {
  const parameters = new URLSearchParams(search);
  const values: [QueryName, unknown][] = [];
  const problems: Problem[] = [];
  for (const name of queryNames) {
    const { parse } = schema[name];
    const text = spellingsOf(name)
      .map((spelling) => parameters.get(spelling))
      .find((each) => each !== null);
    if (text === undefined || text === null) continue;
    const parsed = parse(text);
    if ('problem' in parsed) problems.push(parsed.problem);
    else values.push([name, parsed.value]);
  }
  return { query: Object.fromEntries(values), problems };
}

/**
 * The query with these changes. Keys that the schema doesn't know stay as they are.
 *
 * @returns With its question mark, or empty without any key.
 */
export function writeQuery(search: string, changes: QueryChanges): string {
  const parameters = new URLSearchParams(search);
  // New keys come in the order of the changes.
  for (const name of Object.keys(changes) as QueryName[]) {
    for (const spelling of spellingsOf(name).slice(1)) parameters.delete(spelling);
    const text = textOf(name, changes);
    if (text === null) parameters.delete(name);
    else parameters.set(name, text);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The present name first. */
function spellingsOf(name: QueryName): readonly string[] {
  return [name, ...(schema[name].aliases ?? [])];
}

/** Null takes the key out. An absent value does, too: the name alone asks for a change. */
function textOf(name: QueryName, changes: QueryChanges): string | null {
  const value = changes[name] ?? null;
  if (value === null || value === false) return null;
  // The row and the value have the same name, so their types match, which TypeScript can't infer.
  return (schema[name] as QueryKey<typeof value>).format(value);
}
