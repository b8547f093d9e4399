/** The buttons beside the caption while presenting: the presenter's tools, and the way out. */
import { SlidersHorizontal, X } from 'lucide-react';
import { type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { hasPopovers, useLightDismiss } from '../../ui/popover.ts';
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
  const close = useCallback(() => setIsOpen(false), []);
  useLightDismiss(panel, isOpen, close);
  return (
    <div className={styles.tools}>
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
            <ToolsPanel tools={tools} />
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
