/** Makes a GIF of a film. Quantising colours takes long, so a worker does it. */
import { listenTo } from '../../../sequence/ask-worker.ts';
import { type ExportJob, play } from './export-job.ts';
import type { GifAnswer, GifRequest } from './gif-messages.ts';
import GifWorker from './gif-worker.ts?worker';

/** @throws When it's aborted, or when the worker fails. */
export async function makeGif(job: ExportJob): Promise<Blob> {
  const worker = new GifWorker();
  try {
    // The page draws the next frame while the worker has one.
    let taken: Promise<GifAnswer> | null = null;
    await play({ ...job, timeline: joined(job.timeline) }, async ({ durationMs }) => {
      const { width, height } = job.renderer.canvas;
      const context = job.renderer.canvas.getContext('2d');
      const pixels = context?.getImageData(0, 0, width, height).data.buffer;
      if (pixels === undefined) throw new Error('There is no canvas to read from.');
      await taken;
      taken = ask(worker, { kind: 'frame', pixels, width, height, durationMs }, [pixels]);
    });
    await taken;
    const answer = await ask(worker, { kind: 'finish' });
    if (answer.kind !== 'file') throw new Error('No GIF was made.');
    return new Blob([answer.bytes], { type: 'image/gif' });
  } finally {
    worker.terminate();
  }
}

/** A GIF frame can last for any time, so equal frames are merged. */
function joined(timeline: ExportJob['timeline']): ExportJob['timeline'] {
  const all: ExportJob['timeline'][number][] = [];
  for (const frame of timeline) {
    const last = all.at(-1);
    if (last?.step === frame.step && last.progress === frame.progress) {
      all[all.length - 1] = { ...last, durationMs: last.durationMs + frame.durationMs };
    } else all.push(frame);
  }
  return all;
}

function ask(worker: Worker, request: GifRequest, transfer: Transferable[] = []): Promise<GifAnswer> {
  return new Promise((resolve, reject) => {
    listenTo<GifAnswer>(worker, resolve, reject);
    worker.postMessage(request, transfer);
  });
}
