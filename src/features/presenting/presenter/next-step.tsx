/** The next step, and the answer to an open question: for the presenter only. */
import { timelineIndex, timelineStep } from '../../../player/comparison.ts';
import { optionText } from '../../../sequence/question-messages.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';

export function NextStep({ words }: { readonly words: PresenterText }) {
  // For everyone else, a question hides what follows.
  const caption = usePlayer(
    (player) => timelineStep(player.prediction?.whole ?? player, timelineIndex(player) + 1)?.caption,
  );
  return (
    <>
      <Answer words={words} />
      <p className={styles.nextCaption}>
        {caption === undefined ? words.nothingNext : caption.map(({ text }) => text).join('')}
      </p>
    </>
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
