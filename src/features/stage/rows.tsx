/**
 * The rows near the viewport, up to the present step. Later rows are hidden by default, but the next one is prepared.
 */
import { memo, useDeferredValue } from 'react';
import { isDimmed } from '../../sequence/is-dimmed.ts';
import type { LaidRow, Layout, Metrics } from '../../sequence/layout-model.ts';
import type { ShownRows } from '../../sequence/walk-stops.ts';
import { usePlayer, useShown, useSide } from '../player-context.ts';
import { useMarks } from '../use-marks.ts';
import { useFurtherDrawing } from './further-context.ts';
import type { FurtherRowProps } from './further-drawing.tsx';
import { MessageRow } from './message-row.tsx';
import { RowBox, type RowMark, type RowState } from './row-box.tsx';
import type { Stretch } from './use-camera.ts';

interface RowsProps {
  readonly layout: Layout;
  readonly step: number;
  readonly shown: ShownRows;
  readonly near: readonly Stretch[];
}

export function Rows({ layout, step, shown, near }: RowsProps) {
  const isMoving = useShown((shown) => shown.isMoving);
  const diagram = useShown((shown) => shown.recording.diagram);
  const showsFuture = usePlayer((player) => player.showsFuture);
  const end = showsFuture ? layout.rows.length : shown.to;
  const drawn = near
    .flatMap(({ first, last }) => layout.rows.slice(first, Math.min(last, end) + 1))
    // Where parts are walked side by side, rows of another part stand between.
    .filter(({ index }) => showsFuture || shown.timeOf(index) !== 'future');
  const differing = useDifference();
  const marks = useMarks();
  const ahead = useRowAhead(layout, shown.to);
  if (ahead !== undefined && !showsFuture) drawn.push(ahead);
  return drawn.map((laid) => (
    <Row
      key={laid.index}
      laid={laid}
      metrics={layout.metrics}
      state={stateOf(laid.index, step, shown, laid !== ahead || showsFuture)}
      isMoving={laid.index === step && isMoving}
      differs={laid.index === differing}
      isDimmed={isDimmed(diagram, laid.index, shown.timeOf(laid.index))}
      mark={laid.index === marks.selected ? 'selected' : marks.causes.has(laid.index) ? 'cause' : null}
    />
  ));
}

function stateOf(index: number, step: number, { timeOf }: ShownRows, isShown: boolean): RowState {
  if (!isShown) return 'ahead';
  const time = timeOf(index);
  if (time === 'present') return index === step ? 'present' : 'arriving';
  // What is passed over is as grey as what comes.
  return time === 'passed-over' ? 'future' : time;
}

/** While comparing: the row at which the two sides first differ in outcome, once it has been reached. */
function useDifference(): number | undefined {
  const side = useSide();
  return usePlayer(({ comparison }) =>
    comparison === null || comparison.differsAt === null || comparison.position < comparison.differsAt
      ? undefined
      : comparison.pairs[comparison.differsAt]?.[side],
  );
}

/** The row after the last one that is shown, once that one is painted. */
function useRowAhead({ rows }: Layout, step: number): LaidRow | undefined {
  const ready = useDeferredValue(step, -1);
  return ready === step ? rows[step + 1] : undefined;
}

interface RowProps {
  readonly laid: LaidRow;
  readonly metrics: Metrics;
  readonly state: RowState;
  readonly isMoving: boolean;
  readonly differs: boolean;
  readonly isDimmed: boolean;
  readonly mark: RowMark | null;
}

const Row = memo(function Row({ laid, metrics, state, isMoving, differs, isDimmed: isGrey, mark }: RowProps) {
  return (
    <RowBox laid={laid} metrics={metrics} state={state} isDimmed={isGrey} mark={mark}>
      <RowContent laid={laid} metrics={metrics} isMoving={isMoving} differs={differs} />
    </RowBox>
  );
});

/** Rendered once. Only its container changes when the step is no longer present. */
const RowContent = memo(function RowContent(props: Omit<RowProps, 'state' | 'isDimmed' | 'mark'>) {
  const { laid, metrics, isMoving, differs } = props;
  return laid.kind === 'message' ? (
    <MessageRow laid={laid} metrics={metrics} isMoving={isMoving} differs={differs} />
  ) : (
    <FurtherRow laid={laid} metrics={metrics} isMoving={isMoving} />
  );
});

function FurtherRow(props: FurtherRowProps) {
  const drawing = useFurtherDrawing(true);
  return drawing !== null && <drawing.Row {...props} />;
}
