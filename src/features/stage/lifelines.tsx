/** Lifelines, and the boxes around some. They stay where they are while everything else scrolls: a line is the same wherever it is seen. */
import { memo } from 'react';
import { edgesOfGroup } from '../../sequence/geometry/enclosures.ts';
import type { Layout } from '../../sequence/layout-model.ts';
import type { SequenceDiagram } from '../../sequence/model.ts';
import styles from './canvas.module.css';

interface LifelinesProps {
  readonly groups: SequenceDiagram['groups'];
  readonly columns: Layout['columns'];
  readonly metrics: Layout['metrics'];
  /** Of the heads above them. */
  readonly top: number;
  /** Of the screen's part that shows them. */
  readonly height: number;
}

export const Lifelines = memo(function Lifelines({ groups, columns, metrics, top, height }: LifelinesProps) {
  return (
    <div className={styles.lifelines} style={{ width: metrics.width, top, height }}>
      {groups.map((group) => {
        const { left, right } = edgesOfGroup(group, { columns, metrics });
        const style = { left, width: right - left, '--tint': group.tint };
        return <div key={group.participants[0]} className={styles.group} style={style} data-group />;
      })}
      {[...columns].map(([id, x]) => (
        <div key={id} className={styles.lifeline} style={{ left: x }} />
      ))}
    </div>
  );
});
