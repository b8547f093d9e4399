/** Lifelines, dotted while their participant is down, and the bars that say who is at work. */
import { memo } from 'react';
import type { Layout } from '../../diagram/layout.ts';
import type { SequenceDiagram, Span } from '../../diagram/model.ts';
import styles from './drawing.module.css';

interface LifelinesProps {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly height: number;
}

export const Lifelines = memo(function Lifelines({ diagram, layout, step, height }: LifelinesProps) {
  return diagram.participants.map(({ id }) => {
    const x = layout.columns.get(id) ?? 0;
    const outages = diagram.outages.filter(({ participant, from }) => participant === id && from <= step);
    return (
      <g key={id} data-lifeline={id}>
        {stretchesOf(outages, layout, step, height).map(({ from, to, isUp }) => (
          <line
            key={from}
            className={isUp ? styles.lifeline : styles.outage}
            x1={x}
            x2={x}
            y1={from}
            y2={to}
          />
        ))}
      </g>
    );
  });
});

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly isUp: boolean;
}

/** A lifeline from top to bottom, cut where its participant goes down and comes back. Pixels. */
function stretchesOf(outages: readonly Span[], layout: Layout, step: number, height: number): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const outage of outages) {
    const crash = layout.rows[outage.from]?.y ?? 0;
    const hasEnded = outage.to !== null && outage.to <= step;
    const restart = hasEnded ? (layout.rows[outage.to ?? 0]?.y ?? height) : height;
    stretches.push({ from, to: crash, isUp: true }, { from: crash, to: restart, isUp: false });
    from = restart;
  }
  return [...stretches, { from, to: height, isUp: true }].filter(({ from: top, to }) => to > top);
}

interface ActivationsProps {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly visible: { readonly top: number; readonly bottom: number };
}

const BAR_EM = 0.75;

export const Activations = memo(function Activations({ diagram, layout, step, visible }: ActivationsProps) {
  const begun = diagram.activations.filter(({ from, to }) => {
    const top = layout.rows[from]?.y ?? 0;
    const last = layout.rows[to ?? step];
    return (
      from <= step && top <= visible.bottom && (last === undefined || last.top + last.height >= visible.top)
    );
  });
  return begun.map(({ participant, from, to, tone }) => {
    const top = layout.rows[from]?.y ?? 0;
    const last = layout.rows[Math.min(to ?? step, step)];
    const isOpen = to === null || to > step;
    const bottom = last === undefined ? top : isOpen ? last.top + last.height : last.y;
    const width = BAR_EM * layout.fontPx;
    const x = (layout.columns.get(participant) ?? 0) - width / 2;
    return (
      <rect
        key={`${participant} ${from}`}
        className={styles.activation}
        data-tone={tone}
        x={x}
        y={top}
        width={width}
        height={Math.max(width, bottom - top)}
        rx={width / 3}
      />
    );
  });
});
