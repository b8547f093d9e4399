/** A worker on the caller's own thread, one run at a time, for browsers and pages without workers. */
import type { LabWorker } from './pool.ts';
import { type Batch, BatchRunner, type UnitAnswer, type WorkAnswer, type WorkRequest } from './work.ts';

/** @param later Calls back after the caller's other work. */
export function createSliceWorker(later: (work: () => void) => void): LabWorker {
  let answer: (answer: WorkAnswer) => void = () => {};
  let die = () => {};
  let runner: BatchRunner | null = null;
  let isOver = false;
  const run = ({ from, end, step }: Batch, results: readonly UnitAnswer[], problem: string | null) => {
    if (isOver) return;
    if (from >= end) return answer({ results, problem });
    if (runner === null) return die();
    const one = runner.run({ from, end: from + 1, step });
    const all = [...results, ...one.results];
    later(() => run({ from: from + step, end, step }, all, problem ?? one.problem));
  };
  return {
    listen(onAnswer, onDeath) {
      answer = onAnswer;
      die = onDeath;
    },
    post(request: WorkRequest) {
      if (request.kind === 'batch') later(() => run(request.batch, [], null));
      else runner = new BatchRunner(request);
    },
    terminate() {
      isOver = true;
    },
  };
}
