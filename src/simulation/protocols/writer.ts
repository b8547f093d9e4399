/**
 * Output of serializers. A serializer writes a message in pieces: one writer joins them into the displayed text,
 * another only counts bytes. So byte counts match the displayed text by construction.
 */
import { utf8Bytes } from './utf8.ts';

export interface Writer {
  /** The protocol's own words, which are ASCII: one byte per character. */
  ascii(piece: string): void;
  /** Text from users or other nodes, which can be non-ASCII. */
  text(piece: string): void;
  /** Binary fields that are displayed as words. */
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
