/** A RESP2 parser, written from the specification (redis.io), independently of the writer under test. */

export type Resp = string | number | null | readonly Resp[];

const CR = 13;
const LF = 10;

/** All values in a text. */
export function readResp(text: string): Resp[] {
  const reader = new RespReader(Buffer.from(text));
  const values: Resp[] = [];
  while (!reader.isAtEnd) values.push(reader.value());
  return values;
}

class RespReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(): Resp {
    const line = this.#line();
    const rest = line.slice(1);
    switch (line[0]) {
      case '+':
        return rest;
      case '-':
        return `-${rest}`;
      case ':':
        return Number(rest);
      case '$':
        return rest === '-1' ? null : this.#bulk(Number(rest));
      case '*':
        return Array.from({ length: Number(rest) }, () => this.value());
      default:
        throw new Error(`No RESP2 value starts with ${line[0]}.`);
    }
  }

  #line(): string {
    const end = this.#bytes.indexOf('\r\n', this.#at);
    if (end < 0) throw new Error('Unterminated line.');
    const line = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end + 2;
    return line;
  }

  #bulk(length: number): string {
    const end = this.#at + length;
    if (this.#bytes[end] !== CR || this.#bytes[end + 1] !== LF) throw new Error('Unterminated bulk string.');
    const text = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end + 2;
    return text;
  }
}
