/** What a server does for a request that has waited belongs to that request, and not to the one that freed the worker. */
import { describe, expect, it } from 'vitest';
import type { ClusterEvent, Command } from '../../src/simulation/cluster.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { servedBy } from '../../src/trace/losses.ts';
import { evidenceFor } from '../../src/trace/why.ts';
import { runOf } from '../support/run-of.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';
import { logIn, me } from '../support/token-runs.ts';

/** Several clients that arrive at once at one server with one worker. */
function queueing(commands: readonly Command[] = []) {
  return runOf(
    scenario({
      servers: 1,
      capacity: { workers: 1, queueMax: 10 },
      timing: { service: { kind: 'fixed', us: 100_000 } },
      clients: [clients([logIn, { kind: 'wait', us: 60_000_000 }, me, me], { count: 3 })],
    }),
    commands,
  );
}

/** By session: the client whose cookie names it. */
function ownersIn(events: readonly ClusterEvent[]): ReadonlyMap<string, NodeId> {
  return new Map(
    events.flatMap((event) =>
      event.kind === 'remembered' && event.item.kind === 'cookie'
        ? [[event.item.value, event.node] as const]
        : [],
    ),
  );
}

describe('a request that waited in a server’s queue', () => {
  const run = queueing();
  const owners = ownersIn(run.events);

  it('waits in this run', () => {
    const waits = run.events.filter((event) => event.kind === 'request-begun' && event.queuedUs > 0);
    expect(waits.length).toBeGreaterThanOrEqual(1);
  });

  it('is the one that reads and writes its session', () => {
    const uses = run.events.flatMap((event) => {
      const isUse = event.kind === 'recalled' || event.kind === 'remembered';
      const owner = isUse && event.node === 'server-1' ? owners.get(event.key) : undefined;
      return owner === undefined ? [] : [[owner, servedBy(run.events, event)?.split('/')[0]] as const];
    });
    // Each of the three clients writes its session at the login, and reads it twice.
    expect(uses.length).toBeGreaterThanOrEqual(9);
    expect(uses.map(([, request]) => request)).toEqual(uses.map(([owner]) => owner));
  });

  it('is the one whose step shows the change of its session', () => {
    const owned = run.states.flatMap(({ changes }) =>
      changes.flatMap(({ node, request, ...change }) => {
        if (node !== 'server-1' || change.kind === 'missed' || change.item.kind !== 'session') return [];
        return [[owners.get(change.item.session.id), request?.split('/')[0]] as const];
      }),
    );
    expect(owned.length).toBeGreaterThanOrEqual(9);
    expect(owned.map(([, request]) => request)).toEqual(owned.map(([owner]) => owner));
  });

  it('is refused for its own session', () => {
    const lost = queueing([
      crash('server-1', whenAnswered('client-3/1', 1_000_000)),
      restart('server-1', whenAnswered('client-3/1', 2_000_000)),
    ]);
    const sessions = ownersIn(lost.events);
    const missed = lost.steps.flatMap((step, index) => {
      if (step.kind !== 'message' || step.message.body.kind !== 'http-response') return [];
      const found = evidenceFor(lost, index).find(({ reason: { kind } }) => kind === 'has-no-session');
      const event = lost.events[found?.event ?? -1];
      return event?.kind === 'recalled' ? [[sessions.get(event.key), step.request?.split('/')[0]]] : [];
    });
    expect(missed.length).toBeGreaterThanOrEqual(3);
    expect(missed.map(([, request]) => request)).toEqual(missed.map(([owner]) => owner));
  });
});
