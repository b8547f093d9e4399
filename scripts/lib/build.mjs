/** Builds the page and prints one line. */
import { runLogged } from './logged-task.mjs';

/** Ends this process if Vite can't build the page. */
export async function buildPage() {
  // In a process of its own, because Vite and its plugins write to the terminal of the process that they run in.
  const command = { program: process.execPath, args: ['scripts/build-page.mjs'] };
  await runLogged('Building the page', command, 'reports/build.log');
}
