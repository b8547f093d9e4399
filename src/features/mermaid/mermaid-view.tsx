/** Mermaid's own SVG of the whole run, shown up to the present step, which is marked. */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SequenceDiagram } from '../../sequence/model.ts';
import { toMermaid } from '../../sequence/to-mermaid.ts';
import { shownRows } from '../../sequence/walk-stops.ts';
import { useKeptInView } from '../../ui/use-kept-in-view.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './mermaid-panel.module.css';
import { showStep } from './show-step.ts';
import { useMermaidSvg } from './use-mermaid-svg.ts';

/** Mermaid draws on the page's own thread. More steps than these take it seconds, in which the page doesn't answer. */
const UNASKED_STEPS_MAX = 250;

export function MermaidView() {
  const { exporting } = useText();
  const diagram = usePlayer((player) => player.recording.diagram);
  const [wanted, setWanted] = useState<SequenceDiagram | null>(null);
  const { length } = diagram.steps;
  if (length <= UNASKED_STEPS_MAX || wanted === diagram) return <MermaidDrawing diagram={diagram} />;
  return (
    <div className={styles.question}>
      <p>{exporting.mermaidTakesLong(length)}</p>
      <button type="button" onClick={() => setWanted(diagram)}>
        {exporting.drawAnyway}
      </button>
    </div>
  );
}

function MermaidDrawing({ diagram }: { readonly diagram: SequenceDiagram }) {
  const { exporting } = useText();
  const diagramStep = usePlayer((player) => player.step);
  // A note or a heading that arrives with the message is shown with it.
  const step = shownRows(diagram, diagramStep).present[1];
  const scroller = useRef<HTMLElement>(null);
  const workshop = useRef<HTMLDivElement>(null);
  // Without menus: Mermaid puts their handlers into the SVG text, where this page runs none. Links could also leave the
  // page.
  const mermaid = useMemo(
    () => toMermaid(diagram, { links: false, settings: false, formulas: 'text' }),
    [diagram],
  );
  const mermaidSvg = useMermaidSvg(mermaid.text, workshop);
  useLayoutEffect(() => {
    if (scroller.current === null || mermaidSvg?.text !== mermaid.text) return;
    showStep(scroller.current, mermaid.drawn, step);
  }, [mermaidSvg, mermaid, step]);
  useKeptInView(scroller);
  return (
    <>
      <section
        ref={scroller}
        className={styles.mermaidSvg}
        aria-label={exporting.mermaidSvg}
        aria-busy={mermaidSvg?.text !== mermaid.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1).
        tabIndex={0}
      >
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: Mermaid has purified it, and the policy of the page runs no script. */}
        <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: mermaidSvg?.svg ?? '' }} />
      </section>
      <div ref={workshop} className={styles.workshop} aria-hidden="true" />
    </>
  );
}
