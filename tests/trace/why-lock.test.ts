/** Why a request doesn't get its session's lock: who has it, and whose process is frozen. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { type ScenarioChanges, whenArrived } from '../support/scenario.ts';
import { logIn, SECOND_US } from '../support/token-runs.ts';

const atOnce: Line = {
  kind: 'at-once',
  lines: [
    { kind: 'add-to-cart', product: 'laptop' },
    { kind: 'add-to-cart', product: 'americano' },
  ],
};
const sessions = {
  writes: 'lock',
  lock: { ttlUs: 30 * SECOND_US, pollUs: 20_000, timeoutUs: 2 * SECOND_US },
} as const;
const patient = { serverTimeoutUs: 8 * SECOND_US, clientTimeoutUs: 9 * SECOND_US };

const spell = (node: string, fromUs: number, toUs: number): Command[] => [
  { kind: 'freeze', node, moment: whenArrived('client/2', fromUs) },
  { kind: 'thaw', node, moment: whenArrived('client/2', toUs) },
];

describe('of two requests at two servers', () => {
  const changes: ScenarioChanges = {
    strategy: 'shared-store',
    servers: 2,
    balancing: 'round-robin',
    sessions,
    timing: patient,
  };
  // Requests take about 25 ms, so one has the lock after 4.2 ms, and the other one tries again after 20 ms.
  const answersWith503 = (commands: readonly Command[]) => {
    const run = runWith([logIn, atOnce], changes, commands);
    const refused = run.steps.find(
      ({ key, ...step }) =>
        key.endsWith(' answer 1') &&
        step.kind === 'message' &&
        step.message.body.kind === 'http-response' &&
        step.message.body.status === 503,
    );
    return reasonsAt(run, refused?.key ?? '');
  };

  it('the one that is frozen while it waits is too late, although the lock is free by then', () => {
    expect(answersWith503(spell('server-1', 4_200, 2_500_000))).toEqual([
      'holds-the-lock server-2',
      'was-frozen-waiting server-1',
    ]);
  });

  it('the one whose holder is frozen waits in vain', () => {
    expect(answersWith503(spell('server-2', 4_200, 5_000_000))).toEqual([
      'holds-the-lock server-2',
      'was-frozen server-2',
    ]);
  });
});

it('a lock in a server’s memory has a holder, too', () => {
  const slow = { ...sessions, lock: { ...sessions.lock, timeoutUs: 0 } };
  const run = runWith([logIn, atOnce], { servers: 1, strategy: 'server-memory', sessions: slow });
  expect(reasonsAt(run, 'client/2+1 answer 1')).toEqual(['holds-the-lock server-1']);
});
