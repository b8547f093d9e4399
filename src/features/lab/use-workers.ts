/** Loads the workers. Without a network, or after a new version of the page, that fails, and the reader can retry. */
import { useCallback, useEffect, useState } from 'react';
import type { MissingPart } from '../../ui/panel/panel.tsx';
import type { Workers } from './lab-workers.ts';

export type LoadWorkers = () => Promise<Workers>;

interface LoadedWorkers {
  /** Null until they're loaded. */
  readonly workers: Workers | null;
  /** Null unless loading them failed. */
  readonly missing: MissingPart | null;
}

export async function loadBrowserWorkers(): Promise<Workers> {
  return (await import('./browser-workers.ts')).browserWorkers();
}

export function useWorkers(load: LoadWorkers): LoadedWorkers {
  const [workers, setWorkers] = useState<Workers | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try loads again.
  useEffect(() => {
    let isWanted = true;
    load().then(
      (loaded) => isWanted && setWorkers(loaded),
      (error: unknown) => isWanted && setFailure({ error }),
    );
    return () => {
      isWanted = false;
    };
  }, [load, tries]);
  const onRetry = useCallback(() => {
    setFailure(null);
    setTries((before) => before + 1);
  }, []);
  return { workers, missing: failure && { ...failure, onRetry } };
}
