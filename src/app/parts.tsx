/** Tells the panels inside which failures are of loading, and whether only a reload helps. */
import { type ReactNode, useMemo } from 'react';
import { PartsProvider } from '../ui/panel/panel.tsx';
import { isLoadFailure, missPart, useReloadReason } from './parts-gone.ts';

export function Parts({ children }: { readonly children: ReactNode }) {
  const needReload = useReloadReason() !== null;
  const parts = useMemo(() => ({ isLoadFailure, needReload, onMissed: missPart }), [needReload]);
  return <PartsProvider value={parts}>{children}</PartsProvider>;
}
