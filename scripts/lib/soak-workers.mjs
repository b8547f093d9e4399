/** The soak's worker threads. */
import { Worker } from 'node:worker_threads';
import { fail } from './process.mjs';

/**
 * @typedef {import('../../tests/soak/main.ts').Share} Share
 * @typedef {import('../../tests/soak/main.ts').Report} Report
 * @typedef {Exclude<Report, { kind: 'progress' }>} Result
 */

/**
 * Runs a share of the schedules in a thread of its own.
 *
 * @param {string} main the bundled worker
 * @param {Share} share
 * @param {(schedules: number) => void} onProgress
 * @returns {Promise<Result>} at the end of the share, or at its first violation
 */
export function soakShare(main, share, onProgress = () => {}) {
  return new Promise((resolve) => {
    const worker = new Worker(main, { workerData: share });
    worker.on('error', (error) => fail(`\nA worker thread failed: ${error.stack}`));
    worker.on('message', (/** @type {Report} */ report) => {
      if (report.kind === 'progress') onProgress(report.done);
      else resolve(report);
    });
  });
}
