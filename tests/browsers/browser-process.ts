/** A browser, or a driver of one, as a child process in a profile of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The path of an installed program, or null. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) =>
    name.startsWith('/') ? [name] : folders.map((each) => join(each, name)),
  );
  return candidates.find((each) => existsSync(each)) ?? null;
}

export interface BrowserProcess {
  readonly child: ChildProcess;
  /** Lines of both outputs since the last call. */
  readLines(): readonly string[];
  /** Resolves with the result of `find` as soon as a line gives one. */
  waitFor<Result>(find: (line: string) => Result | null): Promise<Result>;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

export function startProcess(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): BrowserProcess {
  // A process group, so that the processes of a browser end with it.
  const child = spawn(program, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const kill = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid, 'SIGKILL');
  };
  // An interrupted run must not leave browsers behind.
  process.once('exit', kill);
  let lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  for (const stream of child.stdio.slice(1)) {
    let rest = '';
    stream?.on('data', (chunk) => {
      const parts = `${rest}${chunk}`.split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      for (const line of parts) for (const listener of listeners) listener(line);
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    child,
    readLines: () => {
      const read = lines;
      lines = [];
      return read;
    },
    waitFor: (find) =>
      new Promise((resolve, reject) => {
        const give = (why: string) => reject(new Error(`${program} ${why}:\n${lines.join('\n')}`));
        const timer = setTimeout(() => give('did not start'), START_TIMEOUT_MS);
        const listener = (line: string) => {
          const found = find(line);
          if (found === null) return;
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(found);
        };
        listeners.add(listener);
        for (const line of lines) listener(line);
        ended.then(() => give('ended'));
      }),
    stop: async () => {
      kill();
      await ended;
      process.off('exit', kill);
    },
  };
}

export interface Profile {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function newProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'statescope-browser-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
