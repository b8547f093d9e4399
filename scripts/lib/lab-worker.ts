/** A worker thread of `npm run lab`: simulates one batch of runs after the other. */
import { parentPort } from 'node:worker_threads';
import { BatchRunner, type WorkRequest } from '../../src/lab/work.ts';

let runner: BatchRunner | null = null;

parentPort?.on('message', (request: WorkRequest) => {
  if (request.kind !== 'batch') runner = new BatchRunner(request);
  else if (runner === null) throw new Error('A batch came before its work.');
  else parentPort?.postMessage(runner.run(request.batch));
});
