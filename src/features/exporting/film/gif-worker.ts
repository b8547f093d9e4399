/** The worker that makes a GIF: it finds the colours of each frame and compresses it. */
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { GifAnswer, GifOrder } from './gif.ts';

const COLOURS_MAX = 256;

const encoder = GIFEncoder();

self.onmessage = ({ data: order }: MessageEvent<GifOrder>) => {
  switch (order.kind) {
    case 'frame': {
      const pixels = new Uint8ClampedArray(order.pixels);
      const palette = quantize(pixels, COLOURS_MAX);
      const { width, height, durationMs } = order;
      encoder.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay: durationMs });
      return answer({ kind: 'frame-done' });
    }
    case 'finish':
      encoder.finish();
      return answer({ kind: 'file', bytes: encoder.bytes() });
    default:
      throw new Error(`Unknown order ${order satisfies never}`);
  }
};

function answer(words: GifAnswer): void {
  self.postMessage(words);
}
