/** Lifelines, and the boxes around some. They don't scroll, because a line looks the same everywhere. */
import { memo } from 'react';
import { edgesOfGroup } from '../../sequence/geometry/enclosures.ts';
import type { Layout } from '../../sequence/layout-model.ts';
import type { SequenceDiagram } from '../../sequence/model.ts';
import styles from './canvas.module.css';

interface LifelinesProps {
  readonly groups: SequenceDiagram['groups'];
  readonly columns: Layout['columns'];
  readonly halves: Layout['halves'];
  readonly metrics: Layout['metrics'];
  /** Height of the heads above them. */
  readonly top: number;
  /** Height of the viewport. */
  readonly height: number;
}

export const Lifelines = memo(function Lifelines(props: LifelinesProps) {
  const { groups, columns, halves, metrics, top, height } = props;
  return (
    <div className={styles.lifelines} style={{ width: metrics.width, top, height }}>
      {groups.map((group) => {
        const { left, right } = edgesOfGroup(group, { columns, halves, metrics });
        const style = { left, width: right - left, '--tint': group.tint };
        return <div key={group.participants[0]} className={styles.group} style={style} data-group />;
      })}
      {[...columns].map(([id, x]) => (
        <div key={id} className={styles.lifeline} style={{ left: x }} />
      ))}
    </div>
  );
});
