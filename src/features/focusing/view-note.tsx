/** Says what isn't shown of the imported diagram, and brings it back: by its button, or by Escape. */
import { useLayoutEffect } from 'react';
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
  const isChanged = !isWhole(view);
  useEscape(isChanged);
  if (words === null || !isChanged) return null;
  const { hidden, folded, focus } = view;
  const name = participants?.[focus ?? -1]?.name.split('\n').join(' ');
  const said = [
    ...(name === undefined ? [] : [words.focused(name)]),
    ...(hidden.length === 0 ? [] : [words.hidden(hidden.length)]),
    ...(folded.length === 0 ? [] : [words.folded(folded.length)]),
  ];
  return (
    <div className={styles.note} data-view-note>
      <span role="status">{said.join(' · ')}</span>
      <button type="button" onClick={() => dispatch({ kind: 'set-view', view: wholeView })}>
        {words.showEverything}
      </button>
    </div>
  );
}

/** Before it ends presenting, and as soon as the note is there. */
function useEscape(isOn: boolean): void {
  const dispatch = useDispatch();
  useLayoutEffect(() => {
    if (!isOn) return;
    const leave = (event: KeyboardEvent) => {
      if (event.code !== 'Escape' || isLayerOpen()) return;
      event.stopPropagation();
      dispatch({ kind: 'set-view', view: wholeView });
    };
    document.addEventListener('keydown', leave, { capture: true });
    return () => document.removeEventListener('keydown', leave, { capture: true });
  }, [isOn, dispatch]);
}
