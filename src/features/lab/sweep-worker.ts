/** A worker of the lab: simulates one batch of runs after the other. */
import { BatchRunner, type WorkAnswer, type WorkRequest } from '../../lab/work.ts';

let runner: BatchRunner | null = null;

self.onmessage = ({ data: request }: MessageEvent<WorkRequest>) => {
  if (request.kind !== 'batch') runner = new BatchRunner(request);
  else if (runner === null) throw new Error('A batch came before its work.');
  else self.postMessage(runner.run(request.batch) satisfies WorkAnswer);
};
