/** The next step, and the answer to an open question: for the presenter only. */
import { timelineIndex, timelineStep } from '../../../player/comparison.ts';
import { nextPosition } from '../../../player/lesson-state.ts';
import { optionText } from '../../../sequence/question-messages.ts';
import { rowOfStop } from '../../../sequence/walk-stops.ts';
import { Panel } from '../../../ui/panel/panel.tsx';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { DiagramPictures } from './diagram-picture.tsx';
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';
import { useScenes } from './use-scenes.ts';

export function NextStep({ words }: { readonly words: PresenterText }) {
  // For everyone else, a question hides what follows.
  const whole = usePlayer((player) => player.prediction?.whole ?? player);
  const place = usePlayer((player) => timelineIndex(player) + 1);
  const next = timelineStep(whole, place);
  const { diagram } = whole.recording;
  const step =
    next === undefined
      ? -1
      : diagram.imported === undefined
        ? diagram.steps.indexOf(next)
        : rowOfStop(diagram, place);
  return (
    <Panel title={words.next} className={styles.next}>
      <p className={styles.aside}>{words.hidden}</p>
      {step >= 0 && <DiagramPictures shown={[{ diagram, step }]} />}
      <Answer words={words} />
      <p className={styles.nextCaption} data-next>
        {next === undefined ? words.nothingNext : next.caption.map(({ text }) => text).join('')}
      </p>
      <NextScene />
    </Panel>
  );
}

function Answer({ words }: { readonly words: PresenterText }) {
  const asked = usePlayer(({ prediction }) => prediction?.asked ?? null);
  const phrasebook = usePlayer((player) => player.phrasebook);
  const question = useLoaded(useText().loadPredictText);
  if (asked === null || asked.phase === 'revealed' || question === null) return null;
  const right = asked.question.options.findIndex(({ isTrue }) => isTrue);
  const option = asked.question.options[right];
  return (
    <div className={styles.answer}>
      <p>{words.audienceWaits}</p>
      {option !== undefined && (
        <p>
          <span>{question.right}</span>{' '}
          <b>
            {'ABCD'.charAt(right)}. {optionText(question, phrasebook, option.answer)}
          </b>
        </p>
      )}
    </div>
  );
}

/** Where N leads. */
function NextScene() {
  const { scenes } = useText();
  const dispatch = useDispatch();
  const next = usePlayer(nextPosition);
  const scene = useScenes().find(({ position }) => position === next);
  const isRun = usePlayer(({ recording }) => recording.run !== null);
  if (scene === undefined || !isRun) return null;
  return (
    <button type="button" className={styles.nextScene} onClick={() => dispatch({ kind: 'next-scene' })}>
      {scenes.nextScene(scene.heading)}{' '}
      <span className={styles.key} aria-hidden="true">
        N
      </span>
    </button>
  );
}
