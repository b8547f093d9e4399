/** Runs a trial on the lab's pool of workers, and says whether the repair holds. */
import type { LossCause } from '../../simulation/losses/loss.ts';
import { type LabWorker, type PoolState, type RunningJob, startJob } from '../pool.ts';
import type { TroubleId } from './goals.ts';
import { type Break, scheduleCount, type Trial } from './trial.ts';

export interface Verdict {
  readonly status: PoolState['status'];
  readonly planned: number;
  /** Schedules that were run to the end. */
  readonly tried: number;
  /** Runs that failed. Nothing is known of them. */
  readonly failed: number;
  /** In the order of their numbers. */
  readonly breaks: readonly Break[];
  readonly leftMs: number | null;
}

interface TrialOptions {
  readonly workers: number;
  readonly createWorker: () => LabWorker;
  readonly nowMs: () => number;
  readonly onProgress: (verdict: Verdict) => void;
  /** Ends the trial with the first break, for a caller who needs no count. */
  readonly stopsAtFirst?: boolean;
}

export function startTrial(trial: Trial, { stopsAtFirst = false, ...options }: TrialOptions): RunningJob {
  const breaks: Break[] = [];
  let failed = 0;
  let isOver = false;
  const planned = scheduleCount(trial);
  const job = startJob(
    {
      setup: { kind: 'repair', trial },
      units: planned,
      take(answer) {
        if (!('broken' in answer)) failed += 1;
        else if (answer.broken !== null) breaks.push(answer.broken);
      },
      fail() {
        failed += 1;
      },
    },
    {
      ...options,
      onProgress({ status, done, leftMs }) {
        if (isOver) return;
        const isRefused = stopsAtFirst && breaks.length > 0;
        isOver = isRefused || status !== 'running';
        options.onProgress({
          status: isRefused ? 'done' : status,
          planned,
          tried: done - failed,
          failed,
          breaks: [...breaks].sort((one, other) => one.unit - other.unit),
          leftMs,
        });
        if (isRefused) job.cancel();
      },
    },
  );
  return job;
}

/** Whether every schedule was run, and none breaks the goal. */
export function isAccepted({ status, failed, breaks }: Verdict): boolean {
  return status === 'done' && failed === 0 && breaks.length === 0;
}

/** Breaks of one kind, by the one with the fewest faults. */
export interface BreakGroup {
  readonly trouble: TroubleId;
  readonly cause: LossCause | null;
  readonly count: number;
  readonly first: Break;
}

/** The most frequent kind first. */
export function groupsOf(breaks: readonly Break[]): readonly BreakGroup[] {
  const groups = new Map<string, BreakGroup>();
  for (const each of breaks) {
    const { trouble, cause } = each;
    const key = `${trouble} ${cause}`;
    const known = groups.get(key);
    const first = known === undefined || each.faults < known.first.faults ? each : known.first;
    groups.set(key, { trouble, cause, count: (known?.count ?? 0) + 1, first });
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
