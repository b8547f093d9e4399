/** A program that a person only hears about if it fails. */
import { join } from 'node:path';
import { describeLog } from './failures.mjs';
import { fail, root, run } from './process.mjs';
import { startProgress } from './progress.mjs';

/**
 * Shows one line while the program runs. If it fails, this process prints the end of its log and ends as well.
 *
 * @param {string} title
 * @param {import('./process.mjs').Command} command
 * @param {string} log from the project root
 */
export async function runLogged(title, command, log) {
  const file = join(root, log);
  const progress = startProgress(title);
  const exitCode = await run(command, { log: file });
  progress.finish(exitCode === 0 ? 'ok' : 'FAILED');
  if (exitCode !== 0) fail(`\n${describeLog(file, log)}\n\nFull log: ${log}`);
}
