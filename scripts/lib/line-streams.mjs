/** Lines of files that can be longer than a string. */
import { once } from 'node:events';

/** A write for each line takes longer than the lines. */
const CHUNK_CHARACTERS = 65_536;

/**
 * Splits a text that comes in chunks. The last line has no line break after it and can be empty.
 *
 * @param {AsyncIterable<string>} chunks
 * @returns {AsyncGenerator<string>}
 */
export async function* linesIn(chunks) {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/**
 * Writes all lines. It makes the next ones when the stream has room, so they're never in memory together.
 *
 * @param {Iterable<string>} lines each with its line break
 * @param {import('node:stream').Writable} stream stays open
 */
export async function writeLines(lines, stream) {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    await write(chunk, stream);
    chunk = '';
  }
  if (chunk !== '') await write(chunk, stream);
}

/**
 * @param {string} chunk
 * @param {import('node:stream').Writable} stream
 */
async function write(chunk, stream) {
  if (!stream.write(chunk)) await once(stream, 'drain');
}
