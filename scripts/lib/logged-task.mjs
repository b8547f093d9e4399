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
 * @param {string} log relative to the folder
 * @param {string} [folder] the working directory
 */
export async function runLogged(title, command, log, folder = root) {
  const file = join(folder, log);
  const progress = startProgress(title);
  const exitCode = await run(command, { folder, log: file });
  progress.finish(exitCode === 0 ? 'ok' : 'FAILED');
  if (exitCode !== 0) fail(`\n${describeLog(file, log)}\n\nFull log: ${log}`);
}
