/** What is shown of the imported diagram on the stage, and how to change it. */
import type { Action, PlayerState } from '../../player/state.ts';
import type { DiagramView } from '../../sequence/model.ts';
import { wholeView } from '../../sequence/whole-view.ts';
import { useDispatch, usePlayer } from '../player-context.ts';

type SetView = Extract<Action, { kind: 'set-view' }>['view'];

/** @returns A stable view: the same one until it changes. */
export function useView(): readonly [DiagramView, (changes: Partial<SetView>) => void] {
  const dispatch = useDispatch();
  const view = usePlayer(viewOf);
  return [view, (changes) => dispatch({ kind: 'set-view', view: { ...view, ...changes } })];
}

function viewOf({ recording }: PlayerState): DiagramView {
  return recording.diagram.imported?.walk.options.view ?? wholeView;
}
