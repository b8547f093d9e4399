import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const project = join(import.meta.dirname, '../..');

/** An empty folder that lasts until the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'statescope-scripts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The address of a module of `scripts`, for an import in a script that lies elsewhere. */
export function scriptUrl(path: string): string {
  return pathToFileURL(join(project, 'scripts', path)).href;
}

/** Starts Node on a module that is written into the folder. */
export function startScript(folder: string, code: string, env: Record<string, string> = {}) {
  const file = join(folder, 'script.mjs');
  writeFileSync(file, code);
  // The variables of the npm and Vitest that run the tests mean something else to the script.
  const { npm_lifecycle_event: _npm, NODE_ENV: _node, ...inherited } = process.env;
  const child = spawn(process.execPath, [file], { cwd: folder, env: { ...inherited, ...env } });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [exitCode]]) => ({ stdout, stderr, exitCode: exitCode as number | null }),
  );
  return { child, ended };
}
