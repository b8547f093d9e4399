/** Parts of the page that are fetched when first wanted, words among them: once for all who want them. */
import { useEffect, useState } from 'react';

/** The same function for the same part. */
export type Loader<Part> = () => Promise<Part>;

type Loading =
  | { readonly kind: 'there'; readonly part: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

const parts = new Map<Loader<unknown>, Loading>();

function partOf<Part>(load: Loader<Part>): Part | null {
  const loading = parts.get(load);
  // Nothing but what `load` has brought is kept under it.
  return loading?.kind === 'there' ? (loading.part as Part) : null;
}

/** Fetches a part before it is shown, so that it stands at once. Never fails: whoever shows it says what is wrong. */
export async function preload(load: Loader<unknown>): Promise<void> {
  if (partOf(load) !== null) return;
  try {
    parts.set(load, { kind: 'there', part: await load() });
  } catch (error) {
    parts.set(load, { kind: 'failed', error });
  }
}

/**
 * The part, or null until it is there. While another takes its place (words of another language), the former stays.
 *
 * @throws When it cannot be fetched. Drawn anew, it tries again.
 */
export function useLoaded<Part>(load: Loader<Part>): Part | null {
  const [shown, setShown] = useState(() => partOf(load));
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    let isWanted = true;
    preload(load).then(() => {
      const loading = parts.get(load);
      if (!isWanted || loading === undefined) return;
      if (loading.kind === 'failed') setFailure(loading);
      else setShown(() => partOf(load));
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (failure !== null) throw failure.error;
  return partOf(load) ?? shown;
}

/** Whether fetching a part has come to its end, well or not: whoever shows it stands there now, or what is wrong. */
export function useIsFetched(load: Loader<unknown>): boolean {
  const [isFetched, setIsFetched] = useState(() => parts.has(load));
  useEffect(() => {
    let isWanted = true;
    preload(load).then(() => {
      if (isWanted) setIsFetched(true);
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  return isFetched;
}
