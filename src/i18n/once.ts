/** Words that are fetched when they are first wanted. */

/** The same promise each time, as React wants it; after a failure another attempt is made. */
export function once<Value>(fetch: () => Promise<Value>): () => Promise<Value> {
  let fetched: Promise<Value> | undefined;
  return () => {
    fetched ??= fetch().catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  };
}
