/** A question with its options: votes are taken, discussed and taken again; then it shows the right answer, and why. */
import { useState } from 'react';
import type { Asked } from '../../player/prediction.ts';
import { wholeOf } from '../../player/recording.ts';
import { optionText, questionText } from '../../sequence/question-messages.ts';
import { Button } from '../../ui/button/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useEscape } from '../../ui/use-escape.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { explanationOf } from './explanation.ts';
import { OptionItem } from './option-item.tsx';
import type { PredictText } from './predict-text.ts';
import styles from './question-panel.module.css';

const letters = ['A', 'B', 'C', 'D'] as const;

export function QuestionPanel() {
  const { loadPredictText } = useText();
  const words = useLoaded(loadPredictText);
  const asked = useAsked();
  return words === null || asked === null ? null : <Panel asked={asked} words={words} />;
}

function useAsked(): Asked | null {
  return usePlayer(({ prediction }) => prediction?.asked ?? null);
}

interface PartProps {
  readonly asked: Asked;
  readonly words: PredictText;
}

function Panel({ asked, words }: PartProps) {
  const { question, phase, votes } = asked;
  const phrasebook = usePlayer((player) => player.phrasebook);
  const dispatch = useDispatch();
  const hasHands = votes.some(({ hands }) => hands.some((count) => count > 0));
  // A teacher counts hands; a single reader has one vote.
  const [isCounting, setIsCounting] = useState(() => document.documentElement.hasAttribute('data-present'));
  useEscape(true, () => dispatch({ kind: 'put-away' }));
  return (
    <section className={styles.panel} aria-label={words.question} data-phase={phase}>
      <p className={styles.question}>{questionText(words, phrasebook, question)}</p>
      <ol className={styles.options}>
        {question.options.map((option, index) => (
          <OptionItem
            key={optionText(words, phrasebook, option.answer)}
            asked={asked}
            index={index}
            letter={letters[index] ?? ''}
            words={words}
            isCounting={isCounting || hasHands}
          />
        ))}
      </ol>
      <div className={styles.foot}>
        <div className={styles.explanations}>
          <Explanations asked={asked} words={words} />
        </div>
        <div className={styles.actions}>
          {(phase === 'first-vote' || phase === 'second-vote') && !hasHands && (
            <Switch label={words.countHands} isOn={isCounting} onToggle={() => setIsCounting(!isCounting)} />
          )}
          <Buttons asked={asked} words={words} />
        </div>
      </div>
    </section>
  );
}

function Buttons({ asked: { phase }, words }: PartProps) {
  const dispatch = useDispatch();
  return (
    <>
      {phase !== 'revealed' && (
        <Button onClick={() => dispatch({ kind: 'skip-question' })}>{words.skip}</Button>
      )}
      {(phase === 'first-vote' || phase === 'discussion') && (
        <Button onClick={() => dispatch({ kind: 'reveal' })}>{words.reveal}</Button>
      )}
      <Button isMain onClick={() => dispatch({ kind: 'go-on' })}>
        {words.onward[phase]}
      </Button>
    </>
  );
}

/** What to do now; at the end, why the answer is right, and why the chosen option isn't. */
function Explanations({ asked, words }: PartProps) {
  const sentences = useExplanations(asked, words);
  if (asked.phase !== 'revealed')
    return <p className={styles.instruction}>{words.instructions[asked.phase]}</p>;
  return sentences.map(({ letter, sentence, isTrue }) => (
    <p key={letter} className={styles.explanation} data-true={isTrue}>
      <b>
        {letter}. {isTrue ? words.right : words.wrong}
      </b>{' '}
      {sentence}
    </p>
  ));
}

interface Explanation {
  readonly letter: string;
  readonly sentence: string;
  readonly isTrue: boolean;
}

/** The true option first, then the last chosen one, if it's another. */
function useExplanations({ question, phase, explained }: Asked, words: PredictText): readonly Explanation[] {
  const text = useText();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const run = usePlayer(({ prediction }) => prediction && wholeOf(prediction.whole.recording).run);
  if (phase !== 'revealed' || run === null) return [];
  const wanted = question.options.filter(({ isTrue }, index) => isTrue || index === explained);
  return wanted
    .toSorted((one, other) => Number(other.isTrue) - Number(one.isTrue))
    .map((option) => ({
      letter: letters[question.options.indexOf(option)] ?? '',
      sentence: explanationOf(run, question, option, { phrasebook, text, words }),
      isTrue: option.isTrue,
    }));
}

/** For screen readers: the question with its options, then the instruction, then the explanations. */
export function QuestionStatus() {
  const { loadPredictText } = useText();
  const words = useLoaded(loadPredictText);
  const asked = useAsked();
  return words === null || asked === null ? null : <StatusWords asked={asked} words={words} />;
}

function StatusWords({ asked, words }: PartProps) {
  const explanations = useExplanations(asked, words);
  const { question, phase } = asked;
  const phrasebook = usePlayer((player) => player.phrasebook);
  const nameOf = (index: number) => {
    const option = question.options[index];
    return option === undefined ? '' : `${letters[index]}: ${optionText(words, phrasebook, option.answer)}.`;
  };
  switch (phase) {
    case 'first-vote': {
      const options = question.options.map((_, index) => nameOf(index)).join(' ');
      return `${questionText(words, phrasebook, question)} ${options} ${words.instructions[phase]}`;
    }
    case 'discussion':
    case 'second-vote':
      return words.instructions[phase];
    case 'revealed': {
      const truth = nameOf(question.options.findIndex(({ isTrue }) => isTrue));
      const spoken = explanations.map(({ letter, sentence, isTrue }) =>
        isTrue ? sentence : `${letter}: ${sentence}`,
      );
      return `${words.right}: ${truth} ${spoken.join(' ')}`;
    }
    default:
      throw new Error(`Unknown phase ${phase satisfies never}`);
  }
}
