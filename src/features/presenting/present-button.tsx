/** The buttons beside the caption while presenting: the presenter's tools, and the way out. */
import { SlidersHorizontal, X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { timelineIndex } from '../../player/comparison.ts';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { hasPopovers } from '../../ui/popover.ts';
import { useLightDismiss } from '../../ui/use-light-dismiss.ts';
import { usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './present.module.css';
import type { PresenterTools } from './presenter-tools.ts';

const ToolsPanel = deferred(async () => (await import('./tools-panel.tsx')).ToolsPanel);

interface PresentToolsProps {
  readonly tools: PresenterTools;
  /** Buttons before those for the tools. */
  readonly children?: ReactNode;
}

export function PresentTools({ tools, children }: PresentToolsProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const close = useCallback(() => {
    if (hasPopovers()) panel.current?.hidePopover();
    else setIsOpen(false);
  }, []);
  useLightDismiss(panel, isOpen, close);
  useClosedByStep(isOpen, close);
  return (
    <div className={styles.tools} data-tools>
      {/* The header, which usually has it, is hidden. */}
      <h1 className="visually-hidden">Statescope</h1>
      {children}
      <button
        type="button"
        className={styles.tool}
        aria-label={text.presentTools}
        title={text.presentTools}
        popoverTarget={id}
        {...(!hasPopovers() && { 'aria-expanded': isOpen, onClick: () => setIsOpen(!isOpen) })}
      >
        <SlidersHorizontal aria-hidden="true" />
      </button>
      <section
        id={id}
        ref={panel}
        popover="auto"
        hidden={!hasPopovers() && !isOpen}
        className={styles.panel}
        aria-label={text.presentTools}
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {isOpen && (
          <FaultBoundary name={text.presentTools}>
            <ToolsPanel tools={tools} onClose={close} />
          </FaultBoundary>
        )}
      </section>
      <button
        type="button"
        className={styles.tool}
        aria-label={text.leavePresenting}
        title={text.leavePresenting}
        onClick={() => tools.leave()}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}

/** The panel lies over the diagram. A step of the run, from any window, means that the audience looks there again. */
function useClosedByStep(isOpen: boolean, close: () => void): void {
  const player = usePlayerStore();
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const opened = player.getState();
    return player.subscribe((state) => {
      const isElsewhere =
        timelineIndex(state) !== timelineIndex(opened) ||
        state.recording !== opened.recording ||
        state.prediction?.asked !== opened.prediction?.asked;
      if (isElsewhere) latest.current();
    });
  }, [isOpen, player]);
}
