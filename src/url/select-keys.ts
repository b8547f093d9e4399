/** Parts of a query by what the schema says of its keys: who owns them, whether Share keeps them. */
import type { QueryChanges } from './query.ts';
import type { Owner } from './query-key.ts';
import { type Query, type QueryName, queryNames, schema } from './schema.ts';

/** The values whose rows pass the test, such as those that Share keeps. */
export function selectKeys({ ...query }: Query, isKept: (key: (typeof schema)[QueryName]) => boolean): Query {
  for (const name of queryNames) if (!isKept(schema[name])) delete query[name];
  return query;
}

/** All keys of an owner: their values in a query, and null for those that it lacks, so that writing removes them. */
export function keysOf(owner: Owner, query: Query): QueryChanges {
  return Object.fromEntries(
    queryNames.filter((name) => schema[name].owner === owner).map((name) => [name, query[name] ?? null]),
  );
}
