/** Runs SimPy, if it's installed: a general discrete-event simulator, as a baseline. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A computer can have several, and only one of them may have SimPy. */
const pythons = [
  'python3',
  'python',
  '/usr/bin/python3',
  '/usr/local/bin/python3',
  '/opt/homebrew/bin/python3',
];

export interface SimPy {
  readonly python: string;
  readonly version: string;
}

export interface SimPyRun {
  readonly requests: number;
  /** Processor time. */
  readonly seconds: number;
  readonly latencyMeanUs: number;
}

/** The first Python that has SimPy 3 or later, or null. */
export function findSimPy(): SimPy | null {
  for (const python of pythons) {
    const version = output(python, ['-c', 'import simpy; print(simpy.__version__)']);
    if (version !== null && Number.parseInt(version, 10) >= 3) return { python, version };
  }
  return null;
}

export function runSimPy({ python }: SimPy, cluster: object): SimPyRun {
  const script = join(import.meta.dirname, 'simpy_cluster.py');
  return JSON.parse(execFileSync(python, [script, JSON.stringify(cluster)], { encoding: 'utf8' }));
}

function output(command: string, parameters: readonly string[]): string | null {
  try {
    return execFileSync(command, parameters, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // This Python doesn't exist, or lacks SimPy.
    return null;
  }
}
