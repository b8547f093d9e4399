/** On a thread of its own: does all runs of a study, one after the other, each time that it's sent one. */
import { parentPort } from 'node:worker_threads';
import { runPoint } from '../../src/lab/run-point.ts';
import { pointsOf, type Study } from '../../src/lab/study.ts';

parentPort?.on('message', (study: Study) => {
  for (const point of pointsOf(study)) {
    for (let round = 0; round < study.runsPerPoint; round += 1) runPoint(study, point, round);
  }
  parentPort?.postMessage('done');
});
