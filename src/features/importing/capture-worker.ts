/** Reads a recording off the main thread: 50 MB take seconds. */
import { type CaptureAnswer, type CaptureRequest, resultInParts } from './capture-messages.ts';
import { readRecording } from './read-recording.ts';

self.onmessage = async ({ data }: MessageEvent<CaptureRequest>) => {
  const result = await readRecording(data, (done) => answer({ kind: 'progress', done }));
  for (const part of resultInParts(result)) answer(part);
};

function answer(words: CaptureAnswer): void {
  self.postMessage(words);
}
