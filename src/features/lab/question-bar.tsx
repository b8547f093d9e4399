/** A study's question with its answers to choose from, and the button that draws the rest of the line. */
import { Check } from 'lucide-react';
import type { StudyName } from '../../lab/studies.ts';
import { Button } from '../../ui/button/button.tsx';
import { useText } from '../text-context.ts';
import type { LabText } from './lab-text.ts';
import type { PlotData } from './plot-data.ts';
import type { PlotOption } from './prediction.ts';
import styles from './question-bar.module.css';
import { QuestionSentence } from './question-sentence.tsx';

import type { PredictionControl } from './use-prediction.ts';
import { measureValue, parameterValue } from './words.ts';

interface QuestionBarProps {
  readonly text: LabText;
  /** Null where the study's form has the question. */
  readonly study: StudyName | null;
  readonly data: PlotData | null;
  readonly control: PredictionControl;
}

export function QuestionBar({ text, study, data, control }: QuestionBarProps) {
  const { prediction, hasQuestion, isAsked, options, hide, reveal } = control;
  const isHidden = prediction !== null;
  if (study === null && !hasQuestion) return null;
  return (
    <section className={styles.question} aria-label={text.question}>
      {study !== null && (
        <p>
          <span className={styles.sign}>{text.question}</span>
          <QuestionSentence text={text} study={study} />
        </p>
      )}
      {isAsked && data !== null && options.length > 0 && (
        <Answers text={text} data={data} options={options} isRevealed={!isHidden} />
      )}
      {hasQuestion && (
        <Button onClick={isHidden ? reveal : hide}>{isHidden ? text.reveal : text.predictFirst}</Button>
      )}
    </section>
  );
}

interface AnswersProps {
  readonly text: LabText;
  readonly data: PlotData;
  readonly options: readonly PlotOption[];
  readonly isRevealed: boolean;
}

function Answers({ text, data, options, isRevealed }: AnswersProps) {
  const view = useText();
  const [axis] = data.study.axes;
  const asksForAxis = options.every(({ y }) => y === options[0]?.y);
  const wordsOf = ({ x, y }: PlotOption) =>
    asksForAxis && axis !== undefined
      ? parameterValue(text, view, axis.parameter, x)
      : measureValue(text, data.measure, y);
  const answer = isRevealed ? options.find(({ isTrue }) => isTrue) : undefined;
  return (
    <>
      <ol className={styles.answers} aria-label={text.answers}>
        {options.map((option) => (
          <li key={option.letter} data-true={option === answer}>
            <strong>{option.letter}</strong>
            {wordsOf(option)}
            {option === answer && <Check aria-hidden="true" />}
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {answer !== undefined && text.answerIs(answer.letter, wordsOf(answer))}
      </p>
    </>
  );
}
