/** Types for gifenc, which has none: only the used part, according to its README. */
declare module 'gifenc' {
  /** Red, green and blue, one byte each. */
  type Colour = readonly [number, number, number];

  interface FrameOptions {
    readonly palette: readonly Colour[];
    /** Milliseconds. */
    readonly delay: number;
  }

  interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, request: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }

  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8ClampedArray, maxColors: number): readonly Colour[];
  export function applyPalette(rgba: Uint8ClampedArray, palette: readonly Colour[]): Uint8Array;
}
