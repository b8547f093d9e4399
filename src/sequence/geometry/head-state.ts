/** What the look of a head depends on. */
import type { Head } from '../model.ts';

export type HeadState = 'idle' | 'active' | 'failing' | 'down' | 'absent';

export function stateOf({ isUp, isThere, activity }: Pick<Head, 'isUp' | 'isThere' | 'activity'>): HeadState {
  if (!isThere) return 'absent';
  return isUp ? activity : 'down';
}
