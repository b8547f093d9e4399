/** Says what isn't shown of the diagram, or stands out in it, and ends that: by its button, or by Escape. */
import { useCallback, useLayoutEffect } from 'react';
import type { PlayerState } from '../../player/state.ts';
import { isWhole, wholeView } from '../../sequence/whole-view.ts';
import { isLayerOpen } from '../../ui/popover.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './focusing.module.css';
import { useView } from './use-view.ts';

export function ViewNote() {
  const words = useLoaded(useText().loadFocusText);
  const participants = usePlayer(({ recording }) => recording.imported?.participants);
  const [view] = useView();
  const dispatch = useDispatch();
  const nodeName = usePlayer(nodeInFocus);
  const isChanged = nodeName !== undefined || !isWhole(view);
  const showEverything = useCallback(
    () =>
      dispatch(
        participants === undefined
          ? { kind: 'set-focus', node: null }
          : { kind: 'set-view', view: wholeView },
      ),
    [dispatch, participants],
  );
  useEscape(isChanged, showEverything);
  if (words === null || !isChanged) return null;
  const { hidden, folded, focus } = view;
  const name = nodeName ?? participants?.[focus ?? -1]?.name.split('\n').join(' ');
  const said = [
    ...(name === undefined ? [] : [words.focused(name)]),
    ...(hidden.length === 0 ? [] : [words.hidden(hidden.length)]),
    ...(folded.length === 0 ? [] : [words.folded(folded.length)]),
  ];
  return (
    <div className={styles.note} data-view-note>
      <span role="status">{said.join(' · ')}</span>
      <button type="button" onClick={showEverything}>
        {words.showEverything}
      </button>
    </div>
  );
}

/** Of a run: the name of its node in focus. */
function nodeInFocus({ recording: { imported, diagram } }: PlayerState): string | undefined {
  if (imported !== null || diagram.focus === undefined) return undefined;
  return diagram.participants.find(({ id }) => id === diagram.focus?.participant)?.name;
}

/** Before it ends presenting, and as soon as the note is there. */
function useEscape(isOn: boolean, leaveView: () => void): void {
  useLayoutEffect(() => {
    if (!isOn) return;
    const leave = (event: KeyboardEvent) => {
      if (event.code !== 'Escape' || isLayerOpen()) return;
      event.stopPropagation();
      leaveView();
    };
    document.addEventListener('keydown', leave, { capture: true });
    return () => document.removeEventListener('keydown', leave, { capture: true });
  }, [isOn, leaveView]);
}
