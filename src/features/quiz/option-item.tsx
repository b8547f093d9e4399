/** One option of a question: a large button, its counted hands, and bars of the votes once they're in. */
import { Check, Minus, Plus, X } from 'lucide-react';
import { type Asked, countsOf, HANDS_MAX, type Vote } from '../../player/prediction.ts';
import { optionText } from '../../sequence/question-messages.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import type { PredictText } from './predict-text.ts';
import styles from './question-panel.module.css';

interface OptionItemProps {
  readonly asked: Asked;
  readonly index: number;
  readonly letter: string;
  readonly words: PredictText;
  readonly isCounting: boolean;
}

export function OptionItem({ asked, index, letter, words, isCounting }: OptionItemProps) {
  const dispatch = useDispatch();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const { question, phase, explained } = asked;
  const option = question.options[index];
  const vote = presentVote(asked);
  if (option === undefined) return null;
  const isRevealed = phase === 'revealed';
  const isVoting = phase === 'first-vote' || phase === 'second-vote';
  // Between the rounds, an outlined option would look like the answer.
  const isChosen = isRevealed ? index === explained : isVoting && vote.choice === index;
  return (
    <li className={styles.item} data-true={isRevealed && option.isTrue}>
      <button
        type="button"
        className={styles.option}
        aria-pressed={isChosen}
        aria-disabled={phase === 'discussion'}
        onClick={() => dispatch({ kind: 'choose-option', option: index })}
      >
        <span className={styles.letter}>{letter}</span>
        <span className={styles.words}>{optionText(words, phrasebook, option.answer)}</span>
        {isRevealed && <Sign isTrue={option.isTrue} words={words} />}
        {!isVoting && vote.choice === index && !hasHands(vote) && (
          <small className={styles.own}>{words.yourAnswer}</small>
        )}
      </button>
      {isVoting && isCounting && <Stepper hands={vote.hands[index] ?? 0} {...{ index, letter, words }} />}
      {!isVoting && <Bars asked={asked} index={index} words={words} />}
    </li>
  );
}

/** The vote in progress, or the last one. */
function presentVote({ phase, votes: [first, second] }: Asked): Vote {
  if (phase === 'second-vote') return second;
  return phase === 'revealed' && (second.choice !== null || hasHands(second)) ? second : first;
}

function hasHands({ hands }: Vote): boolean {
  return hands.some((count) => count > 0);
}

function Sign({ isTrue, words }: { readonly isTrue: boolean; readonly words: PredictText }) {
  return (
    <span className={styles.sign}>
      {isTrue ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
      <span className="visually-hidden">{isTrue ? words.right : words.wrong}</span>
    </span>
  );
}

interface StepperProps {
  readonly hands: number;
  readonly index: number;
  readonly letter: string;
  readonly words: PredictText;
}

function Stepper({ hands, index, letter, words }: StepperProps) {
  const dispatch = useDispatch();
  const count = (next: number) => dispatch({ kind: 'count-hands', option: index, hands: next });
  return (
    <div className={styles.stepper}>
      <button type="button" aria-label={words.oneFewer(letter)} onClick={() => count(hands - 1)}>
        <Minus aria-hidden="true" />
      </button>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={HANDS_MAX}
        aria-label={words.handsFor(letter)}
        value={hands}
        onChange={({ target }) => count(Number(target.value))}
      />
      <button type="button" aria-label={words.oneMore(letter)} onClick={() => count(hands + 1)}>
        <Plus aria-hidden="true" />
      </button>
    </div>
  );
}

/** For counted hands only: a single vote has nothing to be compared with. */
function Bars({ asked, index, words }: Pick<OptionItemProps, 'asked' | 'index' | 'words'>) {
  const rounds = ([0, 1] as const).filter((round) => hasHands(asked.votes[round]));
  if (rounds.length === 0) return null;
  return (
    <div className={styles.bars}>
      {rounds.map((round) => {
        const counts = countsOf(asked.votes[round]);
        const count = counts[index] ?? 0;
        const share = count / counts.reduce((sum, each) => sum + each, 0);
        return (
          <div key={round} className={styles.bar} data-round={round}>
            <span className={styles.fill} style={{ transform: `scaleX(${share})` }} />
            <span className={styles.count}>{words.votes[round](count, share)}</span>
          </div>
        );
      })}
    </div>
  );
}
