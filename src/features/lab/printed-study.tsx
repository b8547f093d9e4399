/** The name and the question of the study that the plot shows. On paper only: the panel that has them is a form. */
import type { StudyName } from '../../lab/studies.ts';
import styles from './lab-page.module.css';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import { QuestionSentence } from './question-sentence.tsx';

interface PrintedStudyProps {
  readonly text: LabText;
  /** Null for a study of the reader's own. */
  readonly name: StudyName | null;
}

export function PrintedStudy({ text, name }: PrintedStudyProps) {
  const words = name === null ? null : text.studies[name];
  return (
    <div className={styles.printed} data-printed-study>
      <h3>{words?.title ?? text.ownStudy}</h3>
      {name !== null && words !== null && (
        <>
          <p className={parts.secondary}>{words.about}</p>
          <p>
            <QuestionSentence text={text} study={name} />
          </p>
        </>
      )}
    </div>
  );
}
