/** A worker of the lab: simulates one batch of runs after the other. */
import { BatchRunner, type WorkAnswer, type WorkRequest } from '../../lab/work.ts';

let runner: BatchRunner | null = null;

self.onmessage = ({ data: request }: MessageEvent<WorkRequest>) => {
  if (request.kind === 'study') runner = new BatchRunner(request.study);
  else if (runner === null) throw new Error('A batch came before its study.');
  else self.postMessage(runner.run(request.batch) satisfies WorkAnswer);
};
