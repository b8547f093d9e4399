/**
 * Where serializers write. A message is written piece by piece, and what becomes of the pieces is the writer's
 * affair: one joins them into the text that is shown, the other weighs them without joining anything. So the bytes
 * that are counted are those of the text that is shown, by construction.
 */
import { utf8Bytes } from './utf8.ts';

export interface Writer {
  /** Words of the protocol itself, which its grammar keeps within ASCII: as many bytes as characters. */
  ascii(piece: string): void;
  /** Whatever somebody else may have written. */
  text(piece: string): void;
  /** Fields that travel as bits and are shown as words. */
  binary(bytes: number, shown: string): void;
}

export class TextWriter implements Writer {
  #written = '';

  get written(): string {
    return this.#written;
  }

  ascii(piece: string): void {
    this.#written += piece;
  }

  text(piece: string): void {
    this.#written += piece;
  }

  binary(_bytes: number, shown: string): void {
    this.#written += shown;
  }
}

export class ByteCounter implements Writer {
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  ascii(piece: string): void {
    this.#bytes += piece.length;
  }

  text(piece: string): void {
    this.#bytes += utf8Bytes(piece);
  }

  binary(bytes: number): void {
    this.#bytes += bytes;
  }
}
