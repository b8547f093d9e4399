/** The one sentence that the whole room reads; while comparing one a side, where the sides differ. */
import type { Phrase } from '../diagram/phrasebook.ts';
import type { Player } from '../player/player.ts';
import { placeOf, placesIn } from '../player/rival.ts';
import type { StrategyId } from '../simulation/placement/placement.ts';
import styles from './caption.module.css';
import { usePlayer } from './player-context.ts';
import { useText } from './text-context.ts';

export function Caption() {
  const text = useText();
  const place = usePlayer(placeOf);
  const places = usePlayer(placesIn);
  const own = usePlayer(ownCaption);
  const rival = usePlayer(rivalCaption);
  const ownStrategy = usePlayer((player) => player.recording.run?.scenario.strategy);
  const rivalStrategy = usePlayer((player) => player.rival?.strategy);
  const partsHere = usePlayer(({ rival }) => rival !== null && rival.position === rival.differsAt);
  const isCompared = rivalStrategy !== undefined && textOf(own) !== textOf(rival);
  return (
    <div className={styles.caption}>
      <span className={styles.step} aria-hidden="true">
        {place + 1} / {places}
      </span>
      {isCompared ? (
        <div className={styles.both}>
          <Words phrase={own} strategy={ownStrategy} parting={partsHere ? text.firstDifference : null} />
          <Words phrase={rival} strategy={rivalStrategy} />
        </div>
      ) : (
        <Words phrase={own} />
      )}
    </div>
  );
}

const nothing: Phrase = [];

function ownCaption({ recording, step }: Player): Phrase {
  return recording.diagram.steps[step]?.caption ?? nothing;
}

function rivalCaption({ rival }: Player): Phrase {
  return rival?.recording.diagram.steps[rival.step]?.caption ?? nothing;
}

function textOf(phrase: Phrase): string {
  return phrase.map(({ text }) => text).join('');
}

interface WordsProps {
  readonly phrase: Phrase;
  /** Whose they are, where two stand beside each other. */
  readonly strategy?: StrategyId | undefined;
  /** Said where the two first come to different ends. */
  readonly parting?: string | null;
}

function Words({ phrase, strategy, parting = null }: WordsProps) {
  const text = useText();
  const isLast = usePlayer((player) => placeOf(player) === placesIn(player) - 1);
  const isDrawing = usePlayer((player) => player.recording.drawing !== null);
  return (
    <p className={styles.words}>
      {strategy !== undefined && (
        <small className={styles.whose}>
          {text.strategy(strategy)}
          {parting !== null && <b className={styles.parting}>{parting}</b>}
        </small>
      )}
      {phrase.map(({ text: words, tone }) => (
        <span key={words} data-tone={tone}>
          {words}
        </span>
      ))}
      {isLast && strategy === undefined && (
        <small className={styles.end}>{isDrawing ? text.opening.theEnd : text.atTheEnd}</small>
      )}
    </p>
  );
}

/** Tells a screen reader the new step, and nothing else. */
export function StepStatus() {
  const text = useText();
  const place = usePlayer(placeOf);
  const own = usePlayer(({ recording, step }) => recording.diagram.steps[step]?.sentence ?? '');
  const rival = usePlayer((player) => player.rival?.recording.diagram.steps[player.rival.step]?.sentence);
  const rivalStrategy = usePlayer((player) => player.rival?.strategy);
  const other =
    rivalStrategy === undefined || rival === own ? '' : ` ${text.strategy(rivalStrategy)}: ${rival}`;
  return (
    <p className="visually-hidden" role="status">
      {text.stepSentence(place + 1, own + other)}
    </p>
  );
}
