/** Tells the page which parts can't be loaded, and whether only a reload helps. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { PartsProvider } from '../ui/panel/panel.tsx';
import { isLoadFailure, missPart } from './parts-gone.ts';
import { type PageReload, usePageReload } from './use-page-reload.ts';

const ReloadContext = createContext<PageReload | null>(null);

/** Null if there's no reason to reload. */
export function useReload(): PageReload | null {
  return useContext(ReloadContext);
}

interface PartsProps {
  /** Whether to cache the page for offline use. */
  readonly isKept: boolean;
  readonly children: ReactNode;
}

export function Parts({ isKept, children }: PartsProps) {
  const reload = usePageReload(isKept);
  const needReload = reload?.isNeeded ?? false;
  const parts = useMemo(() => ({ isLoadFailure, needReload, onMissed: missPart }), [needReload]);
  return (
    <ReloadContext.Provider value={reload}>
      <PartsProvider value={parts}>{children}</PartsProvider>
    </ReloadContext.Provider>
  );
}
