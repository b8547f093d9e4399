/** What the look of a head depends on. */
import type { Head } from '../model.ts';

export type HeadState = 'idle' | 'active' | 'failing' | 'frozen' | 'down' | 'absent' | 'focused' | 'dimmed';

type Looks = Pick<Head, 'isUp' | 'isFrozen' | 'isThere' | 'activity' | 'emphasis'>;

export function stateOf({ isUp, isFrozen, isThere, activity, emphasis }: Looks): HeadState {
  if (!isThere) return 'absent';
  if (isFrozen) return 'frozen';
  if (!isUp) return 'down';
  return activity === 'idle' && emphasis !== undefined ? emphasis : activity;
}
