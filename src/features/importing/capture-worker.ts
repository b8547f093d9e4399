/** Reads a recording off the main thread: 50 MB take seconds. */
import { failInWorker } from '../../sequence/fail-in-worker.ts';
import { type CaptureAnswer, type CaptureRequest, resultInParts } from './capture-messages.ts';
import { readRecording } from './read-recording.ts';

self.onmessage = ({ data }: MessageEvent<CaptureRequest>) => {
  readRecording(data, (done) => answer({ kind: 'progress', done }))
    .then((result) => {
      for (const part of resultInParts(result)) answer(part);
    })
    .catch(failInWorker);
};

function answer(words: CaptureAnswer): void {
  self.postMessage(words);
}
