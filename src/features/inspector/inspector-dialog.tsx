/** The inspector as a dialog, where there's no column beside the stage: while comparing, presenting, or embedded. */
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { Inspector } from './inspector.tsx';

export function InspectorDialog() {
  const text = useText();
  const dispatch = useDispatch();
  const selection = usePlayer((player) => player.selection);
  const shown = usePlayer(({ selection: looked, ...player }) =>
    looked?.side === 'comparison' && player.comparison !== null ? player.comparison : null,
  );
  const recording = usePlayer((player) => (shown ?? player).recording);
  const step = usePlayer((player) => (shown ?? player).step);
  if (selection === null) return null;
  return (
    <Dialog title={text.details} isOpen onClose={() => dispatch({ kind: 'select', selection: null })}>
      <Inspector recording={recording} step={step} selection={selection} onLess={null} />
    </Dialog>
  );
}
