/** Reads a recording from the text of a file: HAR, or OpenTelemetry traces as JSON or as one JSON object a line. */
import type { Capture, CaptureProblem } from './capture.ts';
import { isHar, readHar } from './har.ts';
import { readOtlp } from './otlp.ts';
import { isOtlp } from './otlp-spans.ts';

/** Yields the part that is done, from 0 to 1. */
export function* readCapture(
  text: string,
): Generator<number, Capture | { readonly problem: CaptureProblem }> {
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if ('problem' in parsed) return { problem: { kind: parsed.problem } };
  const { values, skipped } = parsed;
  const [value] = values;
  yield 0;
  const read =
    values.length === 1 && isHar(value)
      ? yield* readHar(value)
      : isOtlp(values)
        ? yield* readOtlp(values)
        : null;
  if (read === null) return { problem: { kind: 'unknown-format' } };
  if (read.calls.length === 0) return { problem: { kind: 'no-calls' } };
  return { ...read, skipped: read.skipped + skipped };
}

type Parsed =
  | { readonly values: readonly unknown[]; readonly skipped: number }
  | { readonly problem: 'not-json' | 'truncated' | 'no-calls' };

function parse(text: string): Parsed {
  if (text.trim() === '') return { problem: 'no-calls' };
  const whole = parsedJson(text);
  if (whole !== undefined) return { values: Array.isArray(whole) ? whole : [whole], skipped: 0 };
  const lines = parseLines(text);
  if (lines !== null) return lines;
  return { problem: isCutOff(text) ? 'truncated' : 'not-json' };
}

/** One JSON object a line. The last line is incomplete if the file was copied while it was written. */
function parseLines(text: string): Parsed | null {
  const firstLine = text.trimStart().split('\n', 1)[0] ?? '';
  if (parsedJson(firstLine) === undefined) return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parsedJson).filter((value) => value !== undefined);
  return { values: values.flat(), skipped: lines.length - values.length };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** It begins like JSON, and its last character doesn't close what the first one opened. */
function isCutOff(text: string): boolean {
  const trimmed = text.trim();
  const closing = trimmed.startsWith('{') ? '}' : trimmed.startsWith('[') ? ']' : null;
  if (closing === null || !/^[{[]\s*(?:["{[}\]]|$)/.test(trimmed.slice(0, 100))) return false;
  return !trimmed.endsWith(closing) || isUnbalanced(trimmed);
}

/** Whether more brackets open than close outside of strings. */
function isUnbalanced(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (isInString) {
      if (character === 92) index += 1;
      else if (character === 34) isInString = false;
    } else if (character === 34) isInString = true;
    else if (character === 123 || character === 91) depth += 1;
    else if (character === 125 || character === 93) depth -= 1;
  }
  return isInString || depth > 0;
}
