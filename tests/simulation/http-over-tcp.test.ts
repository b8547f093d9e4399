/** T24: a stateless protocol on a stateful one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { ClusterEvent, Command } from '../../src/simulation/cluster.ts';
import { notation } from '../../src/simulation/protocols/tcp/segment.ts';
import { type ClusterScenario, clients } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { anyCommands, anyScenario } from '../support/arbitraries.ts';
import { problemsIn } from '../support/invariants/checker.ts';
import { kernelProblemsIn } from '../support/invariants/kernel-invariants.ts';
import { settlements } from '../support/invariants/requests.ts';
import { crash, linesOf, purchase, restart, scenario, whenAnswered } from '../support/scenario.ts';
import { honestAcknowledgments, numbersGoForward } from '../support/tcp-invariants.ts';

function run(changes: Partial<ClusterScenario>, commands: readonly Command[] = []): readonly ClusterEvent[] {
  return record(scenario({ connections: 'tcp', servers: 2, ...changes }), commands);
}

/** The status lines that clients received, and how each request ended. */
function outcomes(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.kind === 'request-settled') return [`${event.request} ${event.outcome}`];
    if (event.kind !== 'message-delivered' || event.message.body.kind !== 'tcp-segment') return [];
    const { data } = event.message.body;
    return data.startsWith('HTTP/1.1') ? [`${event.message.from}: ${data.split('\r\n')[0]?.slice(9)}`] : [];
  });
}

/** The SYNs that were sent, with their sender and request. */
function opened(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-sent' &&
    event.message.body.kind === 'tcp-segment' &&
    notation(event.message.body).endsWith('<CTL=SYN>')
      ? [`${event.message.request} to ${event.message.to}`]
      : [],
  );
}

describe('HTTP over a kept-alive TCP connection', () => {
  it('completes the purchase as it does without TCP, over one connection', () => {
    const events = run({ strategy: 'server-memory' });
    expect(outcomes(events)).toEqual(
      [1, 2, 3].flatMap((line) => ['server-1: 200 OK', `client/${line} answered`]),
    );
    expect(opened(events)).toEqual(['client/1 to server-1']);
  });

  it('loses the connection with the server, but not the session that the client carries (T24)', () => {
    const script = linesOf([...purchase('laptop'), { product: 'americano' }]);
    const events = run({ strategy: 'client-state', clients: [clients(script)] }, [
      crash('server-1', whenAnswered('client/1')),
    ]);
    // The second request reaches a server that has no such connection; the third opens one to it.
    expect(outcomes(events)).toEqual([
      'server-1: 200 OK',
      'client/1 answered',
      'client/2 failed',
      'server-2: 200 OK',
      'client/3 answered',
      'server-2: 200 OK',
      'client/4 answered',
    ]);
    expect(opened(events)).toEqual(['client/1 to server-1', 'client/3 to server-2']);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'recalled', node: 'server-2', key: 'tcp client:49152', found: false }),
    );
  });

  it('loses no session that is kept outside the servers (T10, T24)', () => {
    const script: Line[] = [{ kind: 'log-in', user: 'mina' }, { kind: 'me' }, { kind: 'me' }];
    const events = run({ strategy: 'shared-store', clients: [clients(script)] }, [
      crash('server-1', whenAnswered('client/1')),
    ]);
    expect(outcomes(events)).toEqual([
      'server-1: 200 OK',
      'client/1 answered',
      'client/2 failed',
      'server-2: 200 OK',
      'client/3 answered',
    ]);
  });

  it('loses no login that travels with every request (T14, T24)', () => {
    const script: Line[] = [{ kind: 'log-in', user: 'mina' }, { kind: 'me' }, { kind: 'me' }];
    const events = run({ strategy: 'signed-token', clients: [clients(script)] }, [
      crash('server-1', whenAnswered('client/1')),
    ]);
    expect(outcomes(events)).toEqual([
      'server-1: 200 OK',
      'client/1 answered',
      'client/2 failed',
      'server-2: 200 OK',
      'client/3 answered',
    ]);
  });

  it('gets its response on a new connection when the client retries', () => {
    const script = linesOf(purchase('laptop'));
    const events = run({ strategy: 'client-state', clients: [clients(script, { retries: 1 })] }, [
      crash('server-1', whenAnswered('client/1')),
    ]);
    expect(outcomes(events).filter((line) => line.startsWith('client/'))).toEqual([
      'client/1 answered',
      'client/2 answered',
      'client/3 answered',
    ]);
  });

  it('loses session and connection when both were in the server’s memory', () => {
    const events = run(
      { strategy: 'server-memory', clients: [clients(linesOf(purchase('laptop')), { retries: 1 })] },
      [crash('server-1', whenAnswered('client/1'))],
    );
    expect(outcomes(events)).toContain('server-2: 422 Unprocessable Content');
  });

  it('is reset by a server that restarted without its memory', () => {
    const events = run({ strategy: 'client-state', servers: 1 }, [
      // By then the acknowledgment of the response has arrived, too.
      crash('server-1', whenAnswered('client/1', 50_000)),
      restart('server-1', whenAnswered('client/1', 60_000)),
    ]);
    expect(outcomes(events)).toEqual([
      'server-1: 200 OK',
      'client/1 answered',
      'client/2 failed',
      'server-1: 200 OK',
      'client/3 answered',
    ]);
  });

  it('lets a server that drains close its connections first', () => {
    const events = run({ strategy: 'client-state' }, [
      { kind: 'drain', node: 'server-1', moment: whenAnswered('client/1') },
    ]);
    expect(outcomes(events).filter((line) => line.startsWith('client/'))).toEqual([
      'client/1 answered',
      'client/2 answered',
      'client/3 answered',
    ]);
    expect(opened(events)).toEqual(['client/1 to server-1', 'client/2 to server-2']);
    expect(events.some(({ kind }) => kind === 'node-left')).toBe(true);
  });

  it('gives up a connection that may still deliver a response', () => {
    const events = run({ strategy: 'client-state', servers: 1 }, [
      { kind: 'cut', between: ['client', 'server-1'], moment: whenAnswered('client/1') },
      { kind: 'heal-all', moment: whenAnswered('client/2') },
    ]);
    expect(outcomes(events)).toEqual([
      'server-1: 200 OK',
      'client/1 answered',
      'client/2 timed-out',
      'server-1: 200 OK',
      'client/3 answered',
    ]);
    expect(opened(events)).toEqual(['client/1 to server-1', 'client/3 to server-1']);
  });

  it('settles every request once, after any losses, delays, crashes and restarts', () => {
    const anyLoss = fc.constantFrom(0, 20_000, 200_000);
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyScenario, anyLoss, anyCommands, (given, lossPerMillion, commands) => {
        const network = { ...given.network, lossPerMillion };
        const events = record({ ...given, network, connections: 'tcp' }, commands);
        for (const event of events) if (event.kind === 'request-settled') seen.add(event.outcome);
        const transportChecks = [honestAcknowledgments, numbersGoForward];
        expect([
          ...kernelProblemsIn(events),
          ...problemsIn(events, settlements),
          ...transportChecks.flatMap((check) => check(events)),
        ]).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['answered', 'failed', 'timed-out']));
  });
});
