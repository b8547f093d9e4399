/** Workers in a browser: threads where there are any, and otherwise slices on the page's own thread. */
import type { LabWorker } from '../../lab/pool.ts';
import { createSliceWorker } from '../../lab/slices.ts';
import type { WorkAnswer, WorkRequest } from '../../lab/work.ts';
import { listenTo } from '../../sequence/ask-worker.ts';
import { nextTask } from '../../sequence/interruptible.ts';
import type { Workers } from './lab-workers.ts';
import SweepWorker from './sweep-worker.ts?worker';

/** Started before they're needed, so that the first point doesn't wait for them. */
const idle: Worker[] = [];

/** Starts as many workers as there are cores. */
export function browserWorkers(): Workers {
  const count = Math.max(1, navigator.hardwareConcurrency || 1);
  const areThreads = warmUp(count);
  return { count: areThreads ? count : 1, areThreads, create: createWorker };
}

/** @returns Whether workers can be started. A page's policy may forbid them. */
function warmUp(count: number): boolean {
  if (typeof Worker !== 'function') return false;
  try {
    while (idle.length < count) idle.push(startWorker());
    return true;
  } catch {
    return false;
  }
}

/** One whose script can't be fetched never answers, so it isn't given out. */
function startWorker(): Worker {
  const worker = new SweepWorker();
  worker.onerror = (event) => {
    event.preventDefault();
    idle.splice(idle.indexOf(worker), 1);
  };
  return worker;
}

function createWorker(): LabWorker {
  try {
    return threadOf(idle.pop() ?? new SweepWorker());
  } catch {
    return createSliceWorker((work) => void nextTask().then(work));
  }
}

function threadOf(worker: Worker): LabWorker {
  return {
    post: (request: WorkRequest) => worker.postMessage(request),
    listen: (onAnswer, onDeath) => listenTo<WorkAnswer>(worker, onAnswer, onDeath),
    terminate: () => worker.terminate(),
  };
}
