/** What the page and the worker that makes a GIF say to each other. */

/** What the worker is told. */
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

/** What it answers: that a frame is done, or with the file. */
export type GifAnswer =
  | { readonly kind: 'frame-done' }
  | { readonly kind: 'file'; readonly bytes: Uint8Array<ArrayBuffer> };
