/** In the menu at a node of a run: look at it, hide it, and show all nodes again. */
import { useMemo } from 'react';
import { wholeOf } from '../../player/recording.ts';
import { lifelineOf } from '../../player/run-focus.ts';
import { canHideNodes } from '../../sequence/without-participants.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { useNodeView } from './use-node-view.ts';
import { ViewChoices } from './view-choices.tsx';

interface NodeChoicesProps {
  readonly node: NodeId;
  readonly onClose: () => void;
}

export function NodeChoices({ node, onClose }: NodeChoicesProps) {
  const words = useLoaded(useText().loadFocusText);
  const recording = usePlayer((player) => player.recording);
  const dispatch = useDispatch();
  const { hidden, isChanged, showAll } = useNodeView();
  const lifeline = lifelineOf(recording.diagram, node);
  // Idle servers share a lifeline, which is hidden as a whole.
  const nodes = useMemo(
    () => [...hidden, ...(lifeline === undefined ? [] : (lifeline.folded ?? [lifeline.id]))],
    [hidden, lifeline],
  );
  // While predicting, the stage has less than what is hidden from.
  const played = usePlayer(({ prediction }) => prediction?.whole.recording ?? recording);
  const mayHide = useMemo(() => canHideNodes(wholeOf(played).diagram, new Set(nodes)), [played, nodes]);
  if (words === null || lifeline === undefined) return null;
  const isFocused = recording.diagram.focus?.participant === lifeline.id;
  const closing = (change: () => void) => () => {
    onClose();
    change();
  };
  return (
    <ViewChoices
      words={words}
      isFocused={isFocused}
      mayHide={mayHide}
      isChanged={isChanged}
      onFocus={closing(() => dispatch({ kind: 'set-focus', node: isFocused ? null : node }))}
      onHide={closing(() => dispatch({ kind: 'set-hidden', nodes }))}
      onShowAll={closing(showAll)}
    />
  );
}
