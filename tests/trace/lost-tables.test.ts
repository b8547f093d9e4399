/** A load balancer with a table of bound clients: why a client is sent to another server. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { balancerProfiles } from '../../src/simulation/balancer.ts';
import { type Command, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { RequestId } from '../../src/simulation/kernel/actor.ts';
import { clients } from '../../src/simulation/scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import { whyOf } from '../../src/trace/why.ts';
import { runOf } from '../support/run-of.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';

const SECOND_US = 1_000_000;
const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const visit: Line = { kind: 'visit' };

/** Two servers. Newcomers take turns, and the first client is bound to Server 1. */
function bound(commands: readonly Command[], binding: 'table' | 'cookie' = 'table') {
  return runOf(
    scenario({
      servers: 2,
      balancing: 'cookie',
      balancer: { ...balancerProfiles.ideal, binding },
      clients: [clients([logIn, me, me]), clients([visit], { arrivesAtUs: 2 * SECOND_US })],
    }),
    commands,
  );
}

/** A restart of the load balancer, before the other client arrives. */
const restarted = [
  crash(LOAD_BALANCER, whenAnswered('client/1', SECOND_US / 2)),
  restart(LOAD_BALANCER, whenAnswered('client/1', SECOND_US)),
];
const between = [LOAD_BALANCER, 'server-1'] as const;
const cut = (request: RequestId, offsetUs: number): Command => ({
  kind: 'cut',
  between,
  moment: whenAnswered(request, offsetUs),
});
const heal = (request: RequestId, offsetUs: number): Command => ({
  kind: 'heal',
  between,
  moment: whenAnswered(request, offsetUs),
});

function reasonsFor(run: Run, request: string): string[] {
  const index = run.steps.findIndex(({ key }) => key === `${request} answer 1`);
  return whyOf(run, index).map(({ kind, node }) => `${kind} ${node}`);
}

describe('a load balancer that binds clients in a table', () => {
  it('has lost it in its crash: the client is a newcomer, and it’s the other server’s turn', () => {
    expect(reasonsFor(bound(restarted), 'client/2')).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      `lost-its-table ${LOAD_BALANCER}`,
      'policy-chose server-2',
    ]);
  });

  it('keeps its clients through a restart if the binding is in their cookies', () => {
    expect(reasonsFor(bound(restarted, 'cookie'), 'client/2')).toEqual([]);
  });

  it('has bound the client to another server since the crash', () => {
    const run = bound(restarted);
    expect(reasonsFor(run, 'client/3')).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      'is-bound-to server-2',
    ]);
  });

  it('has bound the client to another server while its own was down', () => {
    const run = bound([cut('client/1', SECOND_US), heal('client/2', SECOND_US / 10)]);
    expect(reasonsFor(run, 'client/2')).toContain('was-marked-down server-1');
    expect(reasonsFor(run, 'client/3')).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      'is-bound-to server-2',
    ]);
  });

  it('has lost nothing of a client that it bound after its crash', () => {
    const run = bound([
      { kind: 'crash', node: LOAD_BALANCER, moment: { atUs: 0 } },
      { kind: 'restart', node: LOAD_BALANCER, moment: { atUs: 1_000 } },
      cut('client/1', SECOND_US),
      heal('client/2', SECOND_US / 10),
    ]);
    for (const request of ['client/2', 'client/3']) {
      expect(reasonsFor(run, request)).not.toContain(`lost-its-table ${LOAD_BALANCER}`);
    }
  });
});
