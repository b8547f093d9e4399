/** Reads a recording off the main thread: 50 MB take seconds. */
import type { CaptureAnswer, CaptureRequest } from './capture-messages.ts';
import { readRecording } from './read-recording.ts';

self.onmessage = async ({ data }: MessageEvent<CaptureRequest>) => {
  const result = await readRecording(data, (done) => answer({ kind: 'progress', done }));
  answer({ kind: 'result', result });
};

function answer(words: CaptureAnswer): void {
  self.postMessage(words);
}
