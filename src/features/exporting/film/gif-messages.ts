/** Messages between the page and the GIF worker. */

/** To the worker. */
export type GifRequest =
  | {
      readonly kind: 'frame';
      /** RGBA. */
      readonly pixels: ArrayBuffer;
      readonly width: number;
      readonly height: number;
      readonly durationMs: number;
    }
  | { readonly kind: 'finish' };

/** From the worker: a frame is done, or the finished file. */
export type GifAnswer =
  | { readonly kind: 'frame-done' }
  | { readonly kind: 'file'; readonly bytes: Uint8Array<ArrayBuffer> };
