/** Numbers in the texts of lessons and of the comparison, counted from the runs. */
import { describe, expect, it } from 'vitest';
import replication from '../../src/lessons/replication/lesson.ts';
import roundRobin from '../../src/lessons/round-robin/lesson.ts';
import scaleOut from '../../src/lessons/scale-out/lesson.ts';
import sharedStore from '../../src/lessons/shared-store/lesson.ts';
import sticky from '../../src/lessons/sticky/lesson.ts';
import udp from '../../src/lessons/udp/lesson.ts';
import { isServer, SESSION_STORE } from '../../src/simulation/cluster.ts';
import { memoryOf, type Seen, seenAt, usersOn } from '../support/lesson-scenes.ts';
import { runOf } from '../support/run-of.ts';

/** The first words of the store's commands for one request. */
function commandsFor(request: string, { events }: Seen): string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'message-delivered') return [];
    const { body, to, request: of } = event.message;
    return to === SESSION_STORE && of === request && body.kind === 'store-command' ? [body.name] : [];
  });
}

function answersIn(events: Seen['events']): number[] {
  return events.flatMap((event) =>
    event.kind === 'message-delivered' &&
    event.message.body.kind === 'http-response' &&
    event.message.to.startsWith('client')
      ? [event.message.body.status]
      : [],
  );
}

describe('the texts count right', () => {
  it('a GET and a SET for a request with a session', () => {
    expect(commandsFor('client/2', seenAt(sharedStore, 'any-server'))).toEqual(['GET', 'SET']);
  });

  it('nearly two round trips to the store per request', () => {
    const score = seenAt(scaleOut, 'one-store').run.scores.at(-1);
    const perRequest = (score?.storeRoundTrips ?? 0) / (score?.requestsSettled ?? 1);
    expect(perRequest).toBeGreaterThan(1.5);
    expect(perRequest).toBeLessThan(2);
  });

  it('two more messages for each write with three servers', () => {
    const { run } = seenAt(replication, 'copied');
    const copies = run.events.filter(
      (event) => event.kind === 'message-delivered' && event.message.body.kind === 'session-copy',
    );
    const writes = run.events.filter(
      (event) => event.kind === 'remembered' && event.item.kind === 'session' && event.cause !== null,
    );
    // Each write is remembered once where it happens, and once for each copy.
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.length / (writes.length - copies.length)).toBe(2);
  });

  it('about two of three later requests miss a login that one of three servers has', () => {
    const { run } = seenAt(scaleOut, 'knows-nothing');
    const added = run.events.findIndex((event) => event.kind === 'node-joined' && event.node === 'server-3');
    const later = answersIn(run.events.slice(added));
    const missed = later.filter((status) => status === 401).length / later.length;
    expect(missed).toBeGreaterThan(0.5);
    expect(missed).toBeLessThan(0.75);
  });

  it('200, 401, 200, 401 by round robin', () => {
    expect(answersIn(seenAt(roundRobin, 'every-other-time').events).slice(0, 4)).toEqual([
      200, 401, 200, 401,
    ]);
  });

  it('one in three by round robin over three servers', () => {
    const run = runOf({ ...roundRobin.scenario, servers: 3 }, []);
    // The login itself is not part of it.
    expect(
      answersIn(run.events)
        .slice(1, 4)
        .filter((status) => status === 200),
    ).toHaveLength(1);
  });

  it('three clients on one server and one on the other', () => {
    const seen = seenAt(sticky, 'uneven');
    expect(['server-1', 'server-2'].map((server) => memoryOf(server, seen).length)).toEqual([3, 1]);
  });

  it('three datagrams sent, five arrived', () => {
    const { run } = seenAt(udp, 'twice-and-out-of-order');
    const arrived = run.events.filter(
      (event) =>
        event.kind === 'message-delivered' &&
        isServer(event.message.to) &&
        event.message.body.kind === 'udp-datagram',
    );
    expect(arrived).toHaveLength(5);
  });
});

describe('a rolling deploy', () => {
  it('loses no request, and the session that was in memory', () => {
    const seen = seenAt(sticky, 'deployed');
    expect(usersOn('server-1', seen)).toEqual([]);
    expect(seen.exchanges.slice(0, 3).every((line) => line.includes('200'))).toBe(true);
    expect(seen.exchanges.at(-1)).toContain('401 unknown-session');
    expect(seen.run.events.some(({ kind }) => kind === 'node-crashed')).toBe(false);
  });
});
