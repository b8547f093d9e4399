/** Events per second of the kernel with nearly idle actors, and of its queue alone. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Row } from './row.ts';

const BUDGET_PER_SECOND = 3_000_000;
/** The best round counts: other load can only make a run slower. */
const ROUNDS = 5;

const latencies = ['constant', 'drawn'] as const;
const subjects = ['kernel', 'event-queue', 'flatqueue'] as const;

export async function measure(): Promise<Row[]> {
  const best = new Map<string, number>();
  // Round by round, so that a slow minute of the machine affects all cases and their ratios stay.
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`Round ${round} of ${ROUNDS}`);
    for (const latency of latencies) {
      for (const subject of subjects) {
        const name = `${subject} ${latency}`;
        best.set(name, Math.max(best.get(name) ?? 0, eventsPerSecond(subject, latency)));
      }
    }
  }
  return latencies.flatMap((latency) => {
    const of = (subject: (typeof subjects)[number]) => best.get(`${subject} ${latency}`) ?? Number.NaN;
    const kernel = of('kernel');
    return [
      {
        what: `kernel, trivial actors, ${latency} latency`,
        figure: millions(kernel),
        budget: `≥ ${millions(BUDGET_PER_SECOND)}`,
        isWithin: kernel >= BUDGET_PER_SECOND,
      },
      {
        what: `  the limit: its event queue alone, ${latency} latency`,
        figure: `${millions(of('event-queue'))} (${(of('event-queue') / kernel).toFixed(1)} ×)`,
      },
      {
        what: `  the limit: bare flatqueue, ${latency} latency`,
        figure: `${millions(of('flatqueue'))} (${(of('flatqueue') / kernel).toFixed(1)} ×)`,
      },
    ];
  });
}

function eventsPerSecond(subject: string, latency: string): number {
  // This file is part of the bundle, and the case is beside it.
  const file = join(process.argv[1] ?? '', '../kernel-case.js');
  return Number(execFileSync(process.execPath, [file, subject, latency], { encoding: 'utf8' }));
}

function millions(perSecond: number): string {
  return `${(perSecond / 1e6).toFixed(2)} M events/s`;
}
