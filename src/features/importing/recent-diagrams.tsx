/** Diagrams that were opened last: each can be opened again, or forgotten. */
import { X } from 'lucide-react';
import { useState } from 'react';
import { byData, useFocusAfter } from '../../ui/use-focus-after.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { forgetDiagram, type KeptDiagram, keptDiagrams } from '../../url/kept-diagrams.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';
import type { RecordedText } from './recorded-text.ts';

interface RecentDiagramsProps {
  /** @returns Why the diagram can't be opened; null if it can. */
  readonly onOpen: (diagram: KeptDiagram) => Promise<keyof RecordedText['recentProblems'] | null>;
  /** Called when the last one was forgotten. */
  readonly onNone: () => void;
}

export function RecentDiagrams({ onOpen, onNone }: RecentDiagramsProps) {
  const { opening, loadRecordedText } = useText();
  const words = useLoaded(loadRecordedText);
  const [diagrams, setDiagrams] = useState(keptDiagrams);
  const [fault, setFault] = useState<{
    readonly diagram: KeptDiagram;
    readonly kind: keyof RecordedText['recentProblems'];
  } | null>(null);
  const [list, focusAfter] = useFocusAfter<HTMLElement>();
  if (diagrams.length === 0) return null;
  const open = async (diagram: KeptDiagram) => {
    setFault(null);
    const kind = await onOpen(diagram);
    if (kind !== null) setFault({ diagram, kind });
  };
  const forget = ({ id }: KeptDiagram) => {
    forgetDiagram(id);
    setFault(null);
    const left = keptDiagrams();
    setDiagrams(left);
    const next =
      left[
        Math.min(
          diagrams.findIndex((each) => each.id === id),
          left.length - 1,
        )
      ];
    if (next === undefined) onNone();
    else focusAfter(byData('forget', next.id));
  };
  return (
    <section aria-labelledby="recent-diagrams" ref={list}>
      <h3 id="recent-diagrams">{opening.recent}</h3>
      {fault !== null && words !== null && (
        <div className={styles.problem} role="alert">
          <p>{words.recentProblems[fault.kind](fault.diagram.title)}</p>
          <div className={styles.actions}>
            <button type="button" onClick={() => forget(fault.diagram)}>
              {opening.forget(fault.diagram.title)}
            </button>
          </div>
        </div>
      )}
      <ul className={styles.recent}>
        {diagrams.map((each) => (
          <li key={each.id}>
            <button type="button" onClick={() => void open(each)}>
              {each.title}
            </button>
            <button
              type="button"
              aria-label={opening.forget(each.title)}
              title={opening.forget(each.title)}
              data-forget={each.id}
              onClick={() => forget(each)}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
