/** Why a segment, a datagram or a message got no answer of its receiver's process. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/simulation/cluster.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import { whyOf } from '../../src/trace/why.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { restart, whenAnswered, whenSent } from '../support/scenario.ts';
import { logIn, me } from '../support/token-runs.ts';

/** A connection is open and idle: requests 1 and 2 are done. */
const script = [
  { kind: 'open' },
  { kind: 'request', text: 'one' },
  { kind: 'request', text: 'two' },
] as const;
const idle = whenAnswered('client/2');
const dead: Command = { kind: 'crash', node: 'server-1', how: 'process', moment: idle };
const dark: Command = { kind: 'crash', node: 'server-1', how: 'machine', moment: idle };

/** The reasons of the first step with a message from one node to another one that has any. */
function reasonsBetween(run: Run, from: string, to: string): string[] {
  const reasons = run.steps.map((step, index) =>
    step.kind === 'message' && step.from === from && step.to === to ? whyOf(run, index) : [],
  );
  return (reasons.find(({ length }) => length > 0) ?? []).map(({ kind, node }) => `${kind} ${node}`);
}

describe('a TCP connection', () => {
  it('is closed by the operating system of a process that died', () => {
    const run = runOf(transportScenario({ transport: 'tcp', script }), [dead]);
    expect(reasonsBetween(run, 'server-1', 'client')).toEqual([
      'had-crashed server-1',
      'system-answers server-1',
    ]);
  });

  it('is unknown to a machine that was off, and is on again', () => {
    const run = runOf(transportScenario({ transport: 'tcp', script }), [dark, restart('server-1', idle)]);
    expect(reasonsBetween(run, 'server-1', 'client')).toEqual([
      'has-no-connection server-1',
      'darkness-took-it server-1',
    ]);
  });

  it('is unknown to the server that answers at the same address instead', () => {
    const run = runOf(transportScenario({ transport: 'tcp', servers: 2, script }), [dark]);
    expect(reasonsBetween(run, 'server-2', 'client')).toEqual([
      'has-no-connection server-2',
      'connection-was-on server-1',
      'darkness-took-it server-1',
    ]);
  });

  it('needs no reasons while both ends are up', () => {
    const run = runOf(transportScenario({ transport: 'tcp', script }), []);
    expect(run.steps.flatMap((_, index) => whyOf(run, index))).toEqual([]);
  });
});

it('a datagram to a process that died is refused by its operating system', () => {
  const run = runOf(transportScenario({ transport: 'udp', script }), [dead]);
  expect(reasonsBetween(run, 'client', 'server-1')).toEqual([
    'had-crashed server-1',
    'system-answers server-1',
  ]);
});

describe('a message to a server', () => {
  const forward = 'client/2 load-balancer>server 1';

  it('is lost where the machine is dark, and its sender isn’t told', () => {
    const moment = whenSent('client/2');
    const run = runWith([logIn, me], {}, [{ kind: 'crash', node: 'server-1', how: 'machine', moment }]);
    expect(reasonsAt(run, forward)).toEqual([
      'message-was-lost server-1',
      'had-gone-dark server-1',
      'no-check-had-failed server-1',
    ]);
  });

  it('is lost on a link that is cut, and its sender waits', () => {
    const between = ['load-balancer', 'server-1'] as const;
    const run = runWith([logIn, me], {}, [{ kind: 'cut', between, moment: whenSent('client/2') }]);
    expect(reasonsAt(run, forward)).toEqual(['message-was-lost server-1', 'sender-waits load-balancer']);
  });
});

it('a client gives up while its request is still on its way', () => {
  const run = runWith([me], {
    network: { internet: { minUs: 2_000_000, maxUs: 2_000_000 } },
    timing: { clientTimeoutUs: 1_000_000 },
  });
  expect(reasonsAt(run, 'client/1 gave-up 1')).toEqual(['was-on-its-way load-balancer']);
});
