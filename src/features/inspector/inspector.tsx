/** The inspector's content: a step with its message, a node, or one item of a node's memory. */
import { X } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { indexOfStep } from '../../player/comparison.ts';
import { participantName } from '../../player/participant-name.ts';
import type { Player } from '../../player/player.ts';
import type { Selection } from '../../player/selection.ts';
import { useEscape } from '../../ui/use-escape.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './inspector.module.css';
import { ItemView } from './item-view.tsx';
import { NodeView } from './node-view.tsx';
import { StepView } from './step-view.tsx';

interface InspectorProps extends Pick<Player, 'recording' | 'step'> {
  /** Null for the present step. */
  readonly selection: Selection | null;
  /** Leaves the explanations; null while an item is selected. */
  readonly onLess: (() => void) | null;
}

export function Inspector({ recording, step, selection, onLess }: InspectorProps) {
  const text = useText();
  const words = useLoaded(text.inspecting);
  const dispatch = useDispatch();
  useEscape(selection !== null, () => dispatch({ kind: 'select', selection: null }));
  const [content, keepFocus] = useFocusKept(selection);
  const { run } = recording;
  if (words === null || run === null) return null;
  const shown = { recording, run, words, side: selection?.side ?? 'own' };
  return (
    <div className={styles.inspector} data-inspecting onClickCapture={keepFocus}>
      {selection !== null && <SelectionBar recording={recording} present={step} selection={selection} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1). */}
      <div ref={content} className={styles.content} tabIndex={0}>
        {selection === null || selection.kind === 'step' ? (
          <StepView {...shown} index={selection?.step ?? step} present={step} onLess={onLess} />
        ) : selection.kind === 'node' ? (
          <NodeView {...shown} step={step} node={selection.node} />
        ) : (
          <ItemView {...shown} step={step} node={selection.node} itemKey={selection.key} />
        )}
      </div>
    </div>
  );
}

/** A link inside leads to another view, and is gone then. The focus stays inside, which matters in a dialog. */
function useFocusKept(selection: Selection | null): [RefObject<HTMLDivElement | null>, () => void] {
  const content = useRef<HTMLDivElement>(null);
  const wasInside = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs once for each view.
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body) {
      content.current?.focus({ preventScroll: true });
    }
    wasInside.current = false;
  }, [selection]);
  const keepFocus = useCallback(() => {
    wasInside.current = true;
  }, []);
  return [content, keepFocus];
}

interface SelectionBarProps extends Pick<Player, 'recording'> {
  readonly present: number;
  readonly selection: Selection;
}

function SelectionBar({ recording, present, selection }: SelectionBarProps) {
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  // On a narrow screen it's far down the page, so it scrolls into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at next is shown as well.
  useEffect(() => {
    bar.current?.scrollIntoView({ block: 'nearest' });
  }, [selection]);
  const dispatch = useDispatch();
  const player = usePlayerStore();
  const isStep = selection.kind === 'step';
  const name = isStep ? `${text.step} ${selection.step + 1}` : participantName(recording, selection.node);
  return (
    <div className={styles.bar} ref={bar}>
      <span className={styles.looking}>{text.lookingAt(name)}</span>
      {isStep && selection.side === 'own' && selection.step !== present && (
        <button
          type="button"
          className={styles.link}
          onClick={() => dispatch({ kind: 'go-to', step: indexOfStep(player.getState(), selection.step) })}
        >
          {text.goToStep(selection.step + 1)}
        </button>
      )}
      <button
        type="button"
        className={styles.leave}
        aria-label={text.backToPresent}
        title={text.backToPresent}
        onClick={() => dispatch({ kind: 'select', selection: null })}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
