/** Worker threads as the lab's pool expects them. */
import { Worker } from 'node:worker_threads';

/**
 * @param {string} file the bundled worker
 * @returns {import('../../src/lab/pool.ts').LabWorker}
 */
export function labThread(file) {
  const worker = new Worker(file);
  return {
    post: (request) => worker.postMessage(request),
    listen(onAnswer, onDeath) {
      worker.on('message', onAnswer);
      worker.on('error', onDeath);
      // Also without an error, such as after `process.exit`.
      worker.on('exit', onDeath);
    },
    terminate: () => void worker.terminate(),
  };
}
