/**
 * For views that word something of a run or a diagram, or read a run's trace. The opening run is shown and stepped through
 * before phrasebook and trace have loaded, which takes a moment after the first paint.
 */
import { createContext, type ReactNode, useContext } from 'react';
import { isPending } from '../player/pending-run.ts';
import { FaultBoundary } from '../ui/panel/panel.tsx';
import { type Loader, useIsFetched, useLoaded } from '../ui/use-loaded.ts';
import { usePlayer } from './player-context.ts';
import { useHasViewText } from './text-context.ts';

const LoaderContext = createContext<Loader<unknown>>(() => Promise.resolve(true));

/**
 * Loads the phrasebook into the player, after the stage's first paint. The same promise while it loads; the next call after a
 * failure retries.
 */
export const PhrasebookLoaderProvider = LoaderContext.Provider;

/** Loads the simulation with the phrasebook. After that, each action applies at once. */
export function usePhrasebookLoader(): Loader<unknown> {
  return useContext(LoaderContext);
}

/** Whether loading has finished, successfully or not. Starts it if it hasn't. */
export function usePhrasebookIsFetched(): boolean {
  const isFetched = useIsFetched(usePhrasebookLoader());
  return !useIsWaiting() || isFetched;
}

interface WithPhrasebookProps {
  /** What waits, for the message when loading fails. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Renders nothing until the phrasebook and all words have loaded, and a message while it can't be loaded. */
export function WithPhrasebook({ name, children }: WithPhrasebookProps) {
  if (!useIsWaiting()) return children;
  // Its own boundary, so that the message goes when another attempt succeeds.
  return (
    <FaultBoundary name={name}>
      <Loading />
    </FaultBoundary>
  );
}

function useIsWaiting(): boolean {
  const runIsPending = usePlayer(isPending);
  return !useHasViewText() || runIsPending;
}

/** @throws When loading fails. The next render retries. */
function Loading() {
  useLoaded(usePhrasebookLoader());
  return null;
}
