/** Reads a file of runs in slices, because it can be longer than a string can be, and take longer than a frame. */
import { type ReadFile, RunsReader } from '../../lab/lines-of-file.ts';
import { pauses } from '../../sequence/interruptible.ts';

const SLICE_BYTES = 1_048_576;
/** No line of such a file is nearly that long. Another file can be one line. */
const LINE_CHARACTERS_MAX = 1_048_576;

interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly sliceBytes?: number;
  /** @param share From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * @param file Anything at all.
 * @throws When it can't be read, or is aborted.
 */
export async function readRuns(file: Blob, options: ReadOptions = {}): Promise<ReadFile> {
  const { signal, sliceBytes = SLICE_BYTES, onProgress } = options;
  const reader = new RunsReader();
  // A character can begin in one slice and end in the next.
  const decoder = new TextDecoder();
  const pause = pauses(signal);
  let rest = '';
  for (let from = 0; from < file.size; from += sliceBytes) {
    const bytes = await file.slice(from, from + sliceBytes).arrayBuffer();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    if ((lines.at(-1)?.length ?? 0) > LINE_CHARACTERS_MAX) lines.push('');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!reader.read(line)) return reader.end();
      const paused = pause();
      if (paused !== undefined) await paused;
    }
    onProgress?.(Math.min(1, (from + sliceBytes) / file.size));
  }
  reader.read(rest + decoder.decode());
  return reader.end();
}
