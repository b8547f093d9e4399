/** The stage: heads that stay visible with every node's memory, and the diagram below them. */
import { useRef } from 'react';
import { useSide, useSideName } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import { Canvas } from './canvas.tsx';
import { Heads } from './heads.tsx';
import 'virtual:stage.css';
import styles from './stage.module.css';
import { useLayout } from './use-layout.ts';
import { useStageSize } from './use-stage-size.ts';

export function Stage() {
  const text = useStageText();
  const scroller = useRef<HTMLElement>(null);
  const heads = useRef<HTMLDivElement>(null);
  const size = useStageSize(scroller, heads);
  const layout = useLayout(size);
  const name = useSideName(useSide());
  return (
    <section
      className={styles.stage}
      aria-label={name ?? text.diagram}
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1).
      tabIndex={0}
      data-stage
    >
      <Heads ref={heads} layout={layout} />
      {size !== null && layout !== null && <Canvas scroller={scroller} size={size} layout={layout} />}
    </section>
  );
}
