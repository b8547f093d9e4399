/** Parts of a query by what the schema says of its keys: who owns them, whether Share keeps them. */
import { type Query, type QueryName, queryNames, schema } from './schema.ts';

/** The values whose rows pass the test, such as those that Share keeps. */
export function selectKeys({ ...query }: Query, isKept: (key: (typeof schema)[QueryName]) => boolean): Query {
  for (const name of queryNames) if (!isKept(schema[name])) delete query[name];
  return query;
}
