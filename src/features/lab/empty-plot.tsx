/** Where the plot will be, before the first run. */
import type { ReactNode } from 'react';
import type { MeasureId } from '../../lab/measures.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import styles from './plot.module.css';

interface EmptyPlotProps {
  readonly text: LabText;
  readonly measure: MeasureId;
  /** What begins it. */
  readonly children: ReactNode;
}

export function EmptyPlot({ text, measure, children }: EmptyPlotProps) {
  return (
    <section className={`${styles.plot} ${styles.empty}`} aria-label={text.plot}>
      <h3 className={parts.title}>{text.measures[measure]}</h3>
      <p>{text.empty}</p>
      {children}
    </section>
  );
}
