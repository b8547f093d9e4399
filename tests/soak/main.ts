/** A worker of the soak: runs its share of the schedules, and reports progress and findings. */
import { parentPort, workerData } from 'node:worker_threads';
import { expectedCells } from './expected.ts';
import { soakSchedule } from './schedule.ts';
import { Situations } from './situations.ts';

/** The schedules `first`, `first + step`, … below `end`. */
export interface Share {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly end: number;
  /** Whether a violation is reported with the smallest schedule that shows it. Finding that one takes a while. */
  readonly shrinks: boolean;
}

export type Report =
  | { readonly kind: 'progress'; readonly done: number }
  /** The schedule with this number shows a violation. */
  | {
      readonly kind: 'violation';
      readonly number: number;
      readonly problems: readonly string[];
      /** The smallest failing schedule found, as JSON. */
      readonly shortest: string;
    }
  | {
      readonly kind: 'done';
      readonly situations: readonly (readonly [cell: string, times: number])[];
      readonly expected: readonly string[];
    };

const REPORT_EVERY = 50;

function soak({ seed, first, step, end, shrinks }: Share): void {
  const situations = new Situations();
  let unreported = 0;
  for (let number = first; number < end; number += step) {
    const violation = soakSchedule({ seed, number, shrinks }, situations);
    if (violation !== null) {
      const { problems, schedule } = violation;
      tell({ kind: 'violation', number, problems, shortest: JSON.stringify(schedule, null, 1) });
      return;
    }
    unreported += 1;
    if (unreported < REPORT_EVERY) continue;
    tell({ kind: 'progress', done: unreported });
    unreported = 0;
  }
  tell({ kind: 'progress', done: unreported });
  tell({ kind: 'done', situations: situations.entries(), expected: expectedCells });
}

function tell(report: Report): void {
  parentPort?.postMessage(report);
}

soak(workerData);
