/** Reads a recording in steps: the file's bytes, then its entries. Used by the worker, and by a page without one. */
import { readCapture } from '../../sequence/recorded/read-capture.ts';
import type { CaptureRequest, CaptureResult } from './capture-messages.ts';

const BYTES_PER_MEGABYTE = 1_000_000;
const MEGABYTES_MAX = 200;
/** Of the whole work, reading the bytes. Parsing them takes as long, and can't report. */
const BYTES_SHARE = 0.3;
const PARSED_SHARE = 0.6;

/** @param onProgress Is awaited, so that a page can render in between. */
export async function readRecording(
  given: CaptureRequest,
  onProgress: (done: number) => void | Promise<void>,
): Promise<CaptureResult> {
  const size = typeof given === 'string' ? given.length : given.size;
  const megabytes = Math.ceil(size / BYTES_PER_MEGABYTE);
  if (megabytes > MEGABYTES_MAX) {
    return { problem: { kind: 'too-large', megabytes, megabytesMax: MEGABYTES_MAX } };
  }
  const text = typeof given === 'string' ? given : await textOf(given, onProgress).catch(() => null);
  if (text === null) return { problem: { kind: 'not-read' } };
  await onProgress(BYTES_SHARE);
  const reading = readCapture(text);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return next.value;
    await onProgress(PARSED_SHARE + next.value * (1 - PARSED_SHARE));
  }
}

const CHUNK_BYTES = 4_000_000;

async function textOf(file: File, onProgress: (done: number) => void | Promise<void>): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    const bytes = await file.slice(from, from + CHUNK_BYTES).arrayBuffer();
    parts.push(decoder.decode(bytes, { stream: true }));
    await onProgress((BYTES_SHARE * Math.min(file.size, from + CHUNK_BYTES)) / file.size);
  }
  return parts.join('') + decoder.decode();
}
