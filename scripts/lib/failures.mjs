/** The failures of a stage as text: each test with its file and message, or the end of the log. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Beyond these limits the reader is sent to the log. */
const FAILURES_IN_FULL_MAX = 20;
const MESSAGE_LINES_MAX = 80;
const LOG_LINES_MAX = 100;

/**
 * A failed test, or an error outside the tests, as the reporters send it.
 *
 * @typedef {{ name: string, place: string, message: string }} Failure
 *   place: the file, with the line if it's known.
 */

/**
 * @param {readonly Failure[]} failures
 * @param {string} log how to name the log
 */
export function describeFailures(failures, log) {
  const inFull = failures.slice(0, FAILURES_IN_FULL_MAX).map(({ name, place, message }) => {
    const lines = tidyLines(message);
    const rest = lines.length - MESSAGE_LINES_MAX;
    const shown = rest > 0 ? [...lines.slice(0, MESSAGE_LINES_MAX), `(${rest} more lines in ${log})`] : lines;
    return [`  FAIL  ${name}`, `        ${place}`, ...shown.map((line) => `        ${line}`.trimEnd())].join(
      '\n',
    );
  });
  const byName = failures.slice(FAILURES_IN_FULL_MAX).map(({ name, place }) => `  FAIL  ${name} (${place})`);
  return [...inFull, ...(byName.length > 0 ? [byName.join('\n')] : [])].join('\n\n');
}

/**
 * The last lines of a log, without colours and without runs of empty lines.
 *
 * @param {string} file
 * @param {string} log how to name the log
 */
export function describeLog(file, log) {
  const lines = tidyLines(readLog(file));
  const earlier = lines.length - LOG_LINES_MAX;
  const shown = earlier > 0 ? [`(${earlier} earlier lines in ${log})`, ...lines.slice(earlier)] : lines;
  return shown.map((line) => `  ${line}`.trimEnd()).join('\n');
}

/** @param {string} file */
function readLog(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '(There is no log.)';
  }
}

/** @param {string} text */
function tidyLines(text) {
  return stripVTControlCharacters(text)
    .replaceAll('\r', '')
    .replace(/\n\s*\n(\s*\n)+/g, '\n\n')
    .trim()
    .split('\n');
}
