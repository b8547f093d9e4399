/** The one sentence that the whole room reads; while comparing, one per side if the sides differ. */
import type { ReactNode } from 'react';
import { timelineIndex, timelineLength } from '../../player/comparison.ts';
import { isPending } from '../../player/pending-run.ts';
import type { Player } from '../../player/player.ts';
import { hidesMore, isAtTheEnd } from '../../player/prediction.ts';
import type { Phrase } from '../../sequence/phrasebook.ts';
import { shownStep } from '../../sequence/walk-stops.ts';
import { wasCutOff } from '../../trace/was-cut-off.ts';
import { usePlayer, useSide, useSideName } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import styles from './caption.module.css';

interface CaptionProps {
  /** Renders the words, each part with its tone. */
  readonly renderPhrase: (phrase: Phrase) => ReactNode;
}

export function Caption({ renderPhrase }: CaptionProps) {
  const text = useStageText();
  const place = usePlayer(timelineIndex);
  const places = usePlayer(timelineLength);
  const isOpen = usePlayer(hidesMore);
  const own = usePlayer(ownCaption);
  const comparison = usePlayer(comparisonCaption);
  const ownName = useSideName('own');
  const comparisonName = useSideName('comparison');
  const partsHere = usePlayer(
    ({ comparison }) => comparison !== null && comparison.position === comparison.differsAt,
  );
  const isCompared = comparisonName !== null && textOf(own) !== textOf(comparison);
  return (
    <div className={styles.caption} data-compared={comparisonName !== null}>
      <span className={styles.step} aria-hidden="true">
        {place + 1} / {isOpen ? '?' : places}
      </span>
      {isCompared ? (
        <div className={styles.both}>
          <Words
            phrase={own}
            renderPhrase={renderPhrase}
            whose={ownName}
            parting={partsHere ? text.firstDifference : null}
          />
          <Words phrase={comparison} renderPhrase={renderPhrase} whose={comparisonName} />
        </div>
      ) : (
        <Words phrase={own} renderPhrase={renderPhrase} />
      )}
    </div>
  );
}

/** On a narrow screen, where the reader swipes between the sides, each side has its own caption. */
export function SideCaption({ renderPhrase }: CaptionProps) {
  const side = useSide();
  const phrase = usePlayer(side === 'own' ? ownCaption : comparisonCaption);
  const partsHere = usePlayer(
    ({ comparison }) => comparison !== null && comparison.position === comparison.differsAt,
  );
  const { firstDifference } = useStageText();
  return (
    <div className={styles.ofSide}>
      {partsHere && <small className={styles.parting}>{firstDifference}</small>}
      <Words phrase={phrase} renderPhrase={renderPhrase} />
    </div>
  );
}

const nothing: Phrase = [];

function ownCaption({ recording, step }: Player): Phrase {
  return shownStep(recording.diagram, step)?.caption ?? nothing;
}

function comparisonCaption({ comparison }: Player): Phrase {
  return comparison?.recording.diagram.steps[comparison.step]?.caption ?? nothing;
}

/** Longer than any caption of this page. Only imported diagrams exceed it, and are truncated. */
const LONG = 400;

function textOf(phrase: Phrase): string {
  return phrase.map(({ text }) => text).join('');
}

interface WordsProps extends CaptionProps {
  readonly phrase: Phrase;
  /** What the words belong to, when there are two. */
  readonly whose?: string | null;
  /** Shown where the two sides first differ in outcome. */
  readonly parting?: string | null;
}

function Words({ phrase, renderPhrase, whose = null, parting = null }: WordsProps) {
  const text = useStageText();
  const isLast = usePlayer(isAtTheEnd);
  const isImported = usePlayer((player) => player.recording.imported !== null);
  const isCutOff = usePlayer((player) => {
    const { run } = player.recording;
    return run !== null && !isPending(player) && wasCutOff(run);
  });
  return (
    <p className={styles.words} data-long={textOf(phrase).length > LONG ? '' : undefined}>
      {whose !== null && (
        <small className={styles.whose}>
          {whose}
          {parting !== null && <b className={styles.parting}>{parting}</b>}
        </small>
      )}
      {renderPhrase(phrase)}
      {isLast && whose === null && (
        <small className={styles.end}>
          {isImported ? text.endOfDiagram : isCutOff ? text.cutOff : text.atTheEnd}
        </small>
      )}
    </p>
  );
}

/** Announces the new step to screen readers, or the question in its place. */
interface StepStatusProps {
  /** Announced in place of the step, unless it's null. */
  readonly question?: ReactNode;
}

export function StepStatus({ question = null }: StepStatusProps) {
  const text = useStageText();
  const place = usePlayer(timelineIndex);
  const own = usePlayer(({ recording, step }) => shownStep(recording.diagram, step)?.sentence ?? '');
  const comparison = usePlayer(
    (player) => player.comparison?.recording.diagram.steps[player.comparison.step]?.sentence,
  );
  const comparisonName = useSideName('comparison');
  const other = comparisonName === null || comparison === own ? '' : ` ${comparisonName}: ${comparison}`;
  return (
    <p className="visually-hidden" role="status">
      {question ?? text.stepSentence(place + 1, own + other)}
    </p>
  );
}
