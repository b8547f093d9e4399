/**
 * Main-thread work per key press, read from a trace.
 *
 * Chromium's metrics (`Performance.getMetrics`, TaskDuration) are simpler, but sum up everything between two readings:
 * timers, later frames, and the readings themselves. A trace shows which tasks lie between the key and its frame. The
 * thread's processor time counts, not wall time, so other programs on a noisy machine don't; CDP throttling spins on
 * the thread, so it does.
 */
interface TraceEvent {
  readonly name: string;
  /** `X` for an event with a duration. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, like `dur` and the thread's processor time `tdur`, which some platforms lack. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/** Milliseconds of the main thread. */
export interface KeyWork {
  /** From the key event to the end of the frame that shows its effect. */
  readonly toPaint: number;
  /** Parts of `toPaint`; the rest is script. */
  readonly styleAndLayout: number;
  readonly paint: number;
  /** Everything later in the trace. */
  readonly afterwards: number;
}

/** Trace categories that `readKeyWork` needs. */
export const traceCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

const styleAndLayoutEvents = new Set(['UpdateLayoutTree', 'Layout']);
const paintEvents = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit']);

/**
 * @returns One entry per key press, in order.
 * @throws Error when a key press led to no frame.
 */
export function readKeyWork(trace: string): KeyWork[] {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace);
  const thread = traceEvents.find(isKey);
  const events = traceEvents
    .filter(({ pid, tid, ph }) => pid === thread?.pid && tid === thread.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts);
  const keys = events.filter(isKey);
  return keys.map((key, index) => {
    const nextKey = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    return workOf(
      events.filter((event) => endOf(event) > key.ts && endOf(event) <= nextKey),
      key,
    );
  });
}

/** Busy milliseconds, over the whole trace, of the thread that handled the first key. */
export function readBusyTime(trace: string): number {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace);
  const key = traceEvents.find(isKey);
  if (key === undefined) throw new Error('The trace has no key press.');
  return sum(
    traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && pid === key.pid && tid === key.tid),
  );
}

function isKey({ name, args }: TraceEvent): boolean {
  return name === 'EventDispatch' && args.data?.type === 'keydown';
}

/** @param events From the key's task, inclusive, to the next key's, exclusive. */
function workOf(events: readonly TraceEvent[], key: TraceEvent): KeyWork {
  // The key handler renders synchronously, so the first frame committed after it shows the step.
  const frame = events.find(({ name, ts }) => name === 'Commit' && ts > key.ts);
  if (frame === undefined) throw new Error('A key press led to no frame.');
  const tasks = events.filter(({ name }) => name === 'RunTask');
  const toPaint = tasks.filter(({ ts }) => ts <= frame.ts);
  const end = Math.max(...toPaint.map(endOf));
  const inside = events.filter(({ ts }) => ts < end);
  return {
    toPaint: sum(toPaint),
    styleAndLayout: sum(outermost(inside, styleAndLayoutEvents)),
    paint: sum(outermost(inside, paintEvents)),
    afterwards: sum(tasks) - sum(toPaint),
  };
}

/** Events with these names that aren't nested in another of them. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return events.filter((event) => {
    if (!names.has(event.name) || event.ts < end) return false;
    end = endOf(event);
    return true;
  });
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

function sum(events: readonly TraceEvent[]): number {
  return events.reduce((total, { dur = 0, tdur = dur }) => total + tdur / 1000, 0);
}
