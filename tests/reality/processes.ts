/** Child processes of one cluster. All of them end with it, also when a story fails. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { connect } from 'node:net';

const READY_WITHIN_MS = 60_000;
const POLL_MS = 20;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** @throws When it hasn't come true in time. `what` says what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}.`);
    await pause(POLL_MS);
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Every process that is running, so that none outlives this one. */
const all = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of all) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

export class Processes {
  readonly #running = new Map<string, ChildProcess>();

  /** Starts a program that listens on a port, and waits until it does. */
  async start(
    name: string,
    command: readonly [program: string, ...args: string[]],
    port: number,
    options: SpawnOptions = {},
  ): Promise<void> {
    const [program, ...args] = command;
    // Another process would answer in its place.
    if (await isListening(port)) throw new Error(`Port ${port} is in use.`);
    let error = '';
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
    child.stderr?.on('data', (text) => {
      error = `${error}${text}`.slice(-2_000);
    });
    this.#running.set(name, child);
    all.add(child);
    let hasEnded = false;
    child.on('error', (reason) => {
      error = String(reason);
      hasEnded = true;
    });
    child.on('exit', () => {
      hasEnded = true;
      all.delete(child);
    });
    await until(`${name} listens on port ${port}`, async () => {
      if (hasEnded) throw new Error(`${name} ended at once. ${error}`);
      return isListening(port);
    });
  }

  signal(name: string, signal: NodeJS.Signals): void {
    this.#process(name).kill(signal);
  }

  /** Kills a process and waits until it has ended. */
  async kill(name: string): Promise<void> {
    const child = this.#process(name);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    this.#running.delete(name);
  }

  async killAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((name) => this.kill(name).catch(() => {})));
  }

  #process(name: string): ChildProcess {
    const child = this.#running.get(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`${name} isn’t running.`);
    }
    return child;
  }
}
