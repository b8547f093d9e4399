/** What the look of a head depends on. */
import type { Head } from '../model.ts';

export type HeadState = 'idle' | 'active' | 'failing' | 'frozen' | 'down' | 'absent';

type Looks = Pick<Head, 'isUp' | 'isFrozen' | 'isThere' | 'activity'>;

export function stateOf({ isUp, isFrozen, isThere, activity }: Looks): HeadState {
  if (!isThere) return 'absent';
  if (isFrozen) return 'frozen';
  return isUp ? activity : 'down';
}
