/** Re-runs of the run on the stage, for the point of no return. */
import { useEffect, useState } from 'react';
import { type RunningJob, startJob } from '../../../lab/pool.ts';
import { Reruns, rerunCount, rerunPlanOf, withoutFaults } from '../../../lab/search/no-return.ts';
import type { PropertyId } from '../../../lab/search/properties.ts';
import { runForPage } from '../../../player/run-for-page.ts';
import type { Run } from '../../../trace/run.ts';
import type { Workers } from '../lab-workers.ts';

const PER_STEP = 50;

interface RerunState {
  readonly run: Run;
  readonly property: PropertyId;
  readonly shares: readonly (number | null)[];
  readonly perStep: number;
  readonly isRunning: boolean;
}

interface RerunControl {
  /** Null before, and for another run or property. */
  readonly reruns: RerunState | null;
  start(workers: Workers, lastStep: number): void;
}

export function useReruns(run: Run, property: PropertyId): RerunControl {
  const [state, setState] = useState<RerunState | null>(null);
  const [job, setJob] = useState<RunningJob | null>(null);
  // A job for an earlier run, or of a closed panel, is of no use any more.
  useEffect(() => () => job?.cancel(), [job]);
  const start = ({ count, create }: Workers, lastStep: number) => {
    const calm = runForPage({ ...run, commands: withoutFaults(run.commands) });
    const plan = rerunPlanOf({ run, calm }, { property, lastStep, perStep: PER_STEP });
    const reruns = new Reruns(plan);
    const started = startJob(
      {
        setup: { kind: 'reruns', plan },
        units: rerunCount(plan),
        take(answer) {
          if ('isBroken' in answer) reruns.add(answer.unit, answer.isBroken);
        },
        // Its share is taken of the others.
        fail: () => {},
      },
      {
        workers: count,
        createWorker: create,
        nowMs: () => performance.now(),
        onProgress: ({ status }) => {
          if (status === 'cancelled') return;
          const isRunning = status === 'running';
          setState({ run, property, shares: reruns.shares(), perStep: PER_STEP, isRunning });
        },
      },
    );
    setJob(started);
  };
  const isOfThisRun = state?.run === run && state.property === property;
  return { reruns: isOfThisRun ? state : null, start };
}
