/**
 * For views that word something of a run or a diagram. The opening run is shown and stepped through before the phrasebook
 * has loaded, which takes a moment after the first paint.
 */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { pendingPhrasebook } from '../player/pending-phrasebook.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { type Loader, useIsFetched, useLoaded } from '../ui/use-loaded.ts';
import { usePlayer } from './player-context.ts';

const LoaderContext = createContext<Loader<unknown>>(() => Promise.resolve(true));

/** Loads the phrasebook into the player. The same promise while it loads; the next call after a failure retries. */
export const PhrasebookLoaderProvider = LoaderContext.Provider;

/** Whether loading has finished, successfully or not. Starts it after the stage's first paint. */
export function usePhrasebookIsFetched(): boolean {
  const load = useContext(LoaderContext);
  return useIsFetched(useMemo(() => afterPaint(load), [load]));
}

/**
 * Renders nothing until the phrasebook has loaded.
 *
 * @throws When loading fails. The next render retries.
 */
export function WithPhrasebook({ children }: { readonly children: ReactNode }) {
  const isPending = usePlayer(({ phrasebook }) => phrasebook === pendingPhrasebook);
  return isPending ? <Loading /> : children;
}

function Loading() {
  useLoaded(useContext(LoaderContext));
  return null;
}
