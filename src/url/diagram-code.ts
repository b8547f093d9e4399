/** An imported diagram in a link: its Mermaid text, compressed, as base64url. The input is untrusted. */
import { base64urlnopad, utf8 } from '@scure/base';

/** First character of a code, for later ways of writing one. */
const VERSION = '1';
/** Messengers and browsers take addresses of this length. A QR code takes about a third, and says when it's too long. */
export const DIAGRAM_CODE_CHARACTERS_MAX = 8_000;
/** A bound on hostile input: a small code can expand to a thousand times its size. */
const CODE_READ_MAX = 2_000_000;
const TEXT_BYTES_MAX = 4_000_000;

export type DiagramCodeProblem = 'bad-diagram' | 'later-version';

export async function encodeDiagram(text: string): Promise<string> {
  const bytes = await collected(through(utf8.decode(text), new CompressionStream('deflate-raw')));
  return VERSION + base64urlnopad.encode(bytes);
}

/** @returns The text, or the problem with the code. Never rejects. */
export async function decodeDiagram(
  code: string,
): Promise<{ readonly text: string } | { readonly problem: DiagramCodeProblem }> {
  if (/^[2-9]/.test(code)) return { problem: 'later-version' };
  if (!code.startsWith(VERSION) || code.length > CODE_READ_MAX) return { problem: 'bad-diagram' };
  try {
    const packed = base64urlnopad.decode(code.slice(VERSION.length));
    const bytes = await collected(through(packed, new DecompressionStream('deflate-raw')));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'bad-diagram' };
  }
}

function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  const writer = stream.writable.getWriter();
  // A failure reaches the reader as well.
  writer.write(new Uint8Array(bytes)).catch(() => {});
  writer.close().catch(() => {});
  return stream.readable;
}

/** @throws For more bytes than any diagram has. */
async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > TEXT_BYTES_MAX) throw new Error('Too long.');
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
