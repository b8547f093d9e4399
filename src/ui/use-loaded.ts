/** Lazy-loaded parts of the page, including words. Each part loads once for all its users. */
import { startTransition, useEffect, useState } from 'react';

/** The same function for the same part. */
export type Loader<Part> = () => Promise<Part>;

type Loading =
  | { readonly kind: 'there'; readonly part: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

const parts = new Map<Loader<unknown>, Loading>();

/** A part that has been loaded or preloaded; null if it isn't there. */
export function partOf<Part>(load: Loader<Part>): Part | null {
  const loading = parts.get(load);
  // The cache holds only results of `load` itself.
  return loading?.kind === 'there' ? (loading.part as Part) : null;
}

/**
 * Loads a part before it's shown, so that it renders at once. Never rejects: the view that shows it reports the
 * failure.
 *
 * @returns Whether it's loaded.
 */
export async function preload(load: Loader<unknown>): Promise<boolean> {
  if (partOf(load) !== null) return true;
  try {
    parts.set(load, { kind: 'there', part: await load() });
    return true;
  } catch (error) {
    parts.set(load, { kind: 'failed', error });
    return false;
  }
}

/**
 * Loads a part for all its users. They find it there as soon as the promise settles.
 *
 * @throws When loading fails.
 */
export async function loaded<Part>(load: Loader<Part>): Promise<Part> {
  await preload(load);
  const loading = parts.get(load);
  if (loading?.kind === 'failed') throw loading.error;
  return loading?.part as Part;
}

/**
 * The part, or null until it has loaded. While another one loads (words of another language), the old one stays.
 *
 * @throws When loading fails. The next render retries.
 */
export function useLoaded<Part>(load: Loader<Part>): Part | null {
  const [shown, setShown] = useState(() => partOf(load));
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    let isWanted = true;
    preload(load).then(() => {
      const loading = parts.get(load);
      if (!isWanted || loading === undefined) return;
      // A transition is rendered in slices, so that the page answers meanwhile.
      startTransition(() => {
        if (loading.kind === 'failed') setFailure(loading);
        else setShown(() => partOf(load));
      });
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (failure !== null) throw failure.error;
  return partOf(load) ?? shown;
}

/** The part, or null while it isn't there: for a view that something else reports the failure of. */
export function useFetched<Part>(load: Loader<Part>): Part | null {
  useIsFetched(load);
  return partOf(load);
}

/** Whether loading has finished, successfully or not. */
export function useIsFetched(load: Loader<unknown>): boolean {
  const [isFetched, setIsFetched] = useState(() => parts.has(load));
  useEffect(() => {
    let isWanted = true;
    preload(load).then(() => {
      if (isWanted) startTransition(() => setIsFetched(true));
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  return isFetched;
}
