/** What is shown of the run on the stage, and the way back to all of it. */
import { useCallback } from 'react';
import { showsPartOfRun } from '../../player/shown-part.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { useDispatch, usePlayer } from '../player-context.ts';

interface NodeView {
  readonly hidden: readonly NodeId[];
  readonly isChanged: boolean;
  readonly showAll: () => void;
}

export function useNodeView(): NodeView {
  const dispatch = useDispatch();
  const hidden = usePlayer((player) => player.hidden);
  const isChanged = usePlayer(showsPartOfRun);
  const showAll = useCallback(() => {
    dispatch({ kind: 'set-focus', node: null });
    dispatch({ kind: 'set-hidden', nodes: [] });
  }, [dispatch]);
  return { hidden, isChanged, showAll };
}
