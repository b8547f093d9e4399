/** Says what isn't shown of the diagram or the run, or stands out in it, and ends that: by its button, or by Escape. */
import { hiddenLifelines, hiddenSteps, lifelineInFocus } from '../../player/shown-part.ts';
import { isWhole, wholeView } from '../../sequence/whole-view.ts';
import { useEscape } from '../../ui/use-escape.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './focusing.module.css';
import { useNodeView } from './use-node-view.ts';
import { useView } from './use-view.ts';

export function ViewNote() {
  const words = useLoaded(useText().loadFocusText);
  const participants = usePlayer(({ recording }) => recording.imported?.participants);
  const [view] = useView();
  const dispatch = useDispatch();
  const nodeName = usePlayer((player) => lifelineInFocus(player)?.name);
  const lifelines = usePlayer(hiddenLifelines);
  const steps = usePlayer(hiddenSteps);
  const nodes = useNodeView();
  const isRun = participants === undefined;
  const isChanged = isRun ? nodes.isChanged : !isWhole(view);
  const showEverything = () => (isRun ? nodes.showAll() : dispatch({ kind: 'set-view', view: wholeView }));
  useEscape(isChanged, showEverything, 'view');
  if (words === null || !isChanged) return null;
  const { hidden, folded, focus } = view;
  const missing = isRun ? lifelines : hidden.length;
  const name = nodeName ?? participants?.[focus ?? -1]?.name.split('\n').join(' ');
  const said = [
    ...(name === undefined ? [] : [words.focused(name)]),
    ...(missing === 0 ? [] : [words.hidden(missing)]),
    ...(steps === 0 ? [] : [words.passedOver(steps)]),
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
