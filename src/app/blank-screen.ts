/** Whether the screen is black: one setting per page, or per presentation with several windows. */
import type { BlankScreen } from '../features/presenting/player-session.ts';

export function createBlankScreen(): BlankScreen {
  let isBlank = false;
  const listeners = new Set<() => void>();
  return {
    isBlank: () => isBlank,
    setBlank: (next) => {
      if (next === isBlank) return;
      isBlank = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
