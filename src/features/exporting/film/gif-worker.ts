/** The worker that makes a GIF: it finds the colours of each frame and compresses it. */
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { GifAnswer, GifRequest } from './gif-messages.ts';

const COLOURS_MAX = 256;

const encoder = GIFEncoder();

self.onmessage = ({ data: request }: MessageEvent<GifRequest>) => {
  switch (request.kind) {
    case 'frame': {
      const pixels = new Uint8ClampedArray(request.pixels);
      const palette = quantize(pixels, COLOURS_MAX);
      const { width, height, durationMs } = request;
      encoder.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay: durationMs });
      return answer({ kind: 'frame-done' });
    }
    case 'finish':
      encoder.finish();
      return answer({ kind: 'file', bytes: encoder.bytes() });
    default:
      throw new Error(`Unknown request ${request satisfies never}`);
  }
};

function answer(words: GifAnswer): void {
  self.postMessage(words);
}
