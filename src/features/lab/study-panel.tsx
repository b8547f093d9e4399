/** The study at the left: its words, the form, Run and Cancel, and the progress. On a phone the form folds. */
import { X } from 'lucide-react';
import type { StudyProblem } from '../../lab/check-study.ts';
import type { MeasureId } from '../../lab/measures.ts';
import type { StudyName } from '../../lab/studies.ts';
import type { Study } from '../../lab/study.ts';
import { Button } from '../../ui/button/button.tsx';
import { Broken, type MissingPart } from '../../ui/panel/panel.tsx';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import type { Workers } from './lab-workers.ts';
import { SweepProgress } from './progress.tsx';
import { QuestionSentence } from './question-sentence.tsx';
import { StudyForm } from './study-form.tsx';
import styles from './study-panel.module.css';
import type { ShownSweep } from './sweep-store.ts';
import { useIsNarrow } from './use-size.ts';
import { problemText } from './words.ts';

interface StudyPanelProps {
  readonly text: LabText;
  readonly name: StudyName | null;
  /** Differs for each study that the form didn't make itself. */
  readonly opened: number;
  readonly draft: Study;
  readonly measure: MeasureId;
  readonly problems: readonly StudyProblem[];
  /** As far as its runs are drawn. */
  readonly progress: ShownSweep | null;
  readonly isRunning: boolean;
  /** Whether cancelled runs of this study go on. */
  readonly canResume: boolean;
  /** Null while they're loading. */
  readonly workers: Workers | null;
  readonly missing: MissingPart | null;
  readonly onChange: (changes: Partial<Study>) => void;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

export function StudyPanel(props: StudyPanelProps) {
  const {
    text,
    name,
    opened,
    draft,
    measure,
    problems,
    progress,
    isRunning,
    canResume,
    workers,
    missing,
    onChange,
    onRun,
    onCancel,
  } = props;
  const isNarrow = useIsNarrow();
  const words = name === null ? null : text.studies[name];
  const form = (
    <StudyForm
      key={opened}
      text={text}
      study={draft}
      measure={measure}
      problems={problems}
      onChange={onChange}
    />
  );
  return (
    <form
      className={styles.panelForm}
      aria-label={text.study}
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <h3 className={styles.studyTitle}>{words?.title ?? text.ownStudy}</h3>
      {name !== null && words !== null && (
        <>
          <p className={parts.secondary}>{words.about}</p>
          <p className={styles.ask}>
            <QuestionSentence text={text} study={name} />
          </p>
        </>
      )}
      {problems.length > 0 && (
        <ul className={styles.problems} role="alert">
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>{problemText(text, problem)}</li>
          ))}
        </ul>
      )}
      <div className={styles.runs}>
        {progress !== null && <SweepProgress text={text} sweep={progress} />}
        {missing !== null && <Broken name={text.study} {...missing} />}
        {workers !== null && !workers.areThreads && <p className={parts.secondary}>{text.noThreads}</p>}
        <div className={styles.pair}>
          <Button type="submit" isMain disabled={workers === null || isRunning}>
            {canResume ? text.resume : text.run}
          </Button>
          {isRunning && (
            <Button onClick={onCancel}>
              <X aria-hidden="true" />
              {text.cancel}
            </Button>
          )}
        </div>
      </div>
      {isNarrow ? (
        <details className={styles.fold}>
          <summary>{text.study}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </form>
  );
}
