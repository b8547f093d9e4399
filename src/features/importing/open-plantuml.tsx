/** Opens a PlantUML sequence diagram. Lines that aren't understood are listed first. */
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import { readPlantUml } from '../../sequence/plantuml/read-plantuml.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';
import { problemText } from './open-messages.ts';

interface OpenPlantUmlProps {
  readonly text: string;
  readonly onImported: (imported: ImportedDiagram) => void;
  readonly onBack: () => void;
}

const LISTED_MAX = 50;

export function OpenPlantUml({ text, onImported, onBack }: OpenPlantUmlProps) {
  const { loadRecordedText } = useText();
  const words = useLoaded(loadRecordedText);
  const { diagram, notUnderstood, problem } = useMemo(() => readPlantUml(text), [text]);
  const isEmpty = !diagram.lines.some(({ kind }) => kind === 'message' || kind === 'note');
  const isShowable = !isEmpty && problem === null;
  const isClean = isShowable && notUnderstood.length === 0;
  const openAtOnce = useEffectEvent(() => onImported(diagram));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text, however often the dialog renders.
  useEffect(() => {
    if (isClean) openAtOnce();
  }, [isClean, diagram]);
  if (words === null || isClean) return null;
  const more = notUnderstood.length - LISTED_MAX;
  return (
    <>
      <div className={styles.problem} role="alert">
        {isEmpty && <p>{words.nothingInPlantUml}</p>}
        {problem !== null && <p>{problemText(words, problem)}</p>}
        {notUnderstood.length > 0 && (
          <>
            <p>{words.notUnderstood(notUnderstood.length)}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1). */}
            <ul className={styles.lines} tabIndex={0}>
              {notUnderstood.slice(0, LISTED_MAX).map((each) => (
                <li key={each.line}>{words.lineOf(each.line, each.text)}</li>
              ))}
              {more > 0 && <li>{words.moreLines(more)}</li>}
            </ul>
          </>
        )}
      </div>
      <div className={styles.actions}>
        {isShowable && (
          <button type="button" data-main onClick={() => onImported(diagram)}>
            {words.showAnyway}
          </button>
        )}
        <button type="button" onClick={onBack}>
          {words.otherFile}
        </button>
      </div>
    </>
  );
}
