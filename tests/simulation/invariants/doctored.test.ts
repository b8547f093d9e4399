/** Each checker gets traces that break its rule in one place. */
import { describe, expect, it } from 'vitest';
import { type ClusterEvent, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { agreementBefore } from '../../support/invariants/agreement.ts';
import { type AnyEvent, type Checker, problemsIn, type Report } from '../../support/invariants/checker.ts';
import * as delivery from '../../support/invariants/delivery.ts';
import { ledgerProblems } from '../../support/invariants/ledger.ts';
import * as order from '../../support/invariants/order.ts';
import { settlements as settling } from '../../support/invariants/requests.ts';
import * as sessions from '../../support/invariants/sessions.ts';
import { runOf } from '../../support/run-of.ts';
import { crash, restart, scenario, whenAnswered, whenArrived } from '../../support/scenario.ts';
import { sessionOf } from '../../support/sessions.ts';

type Check = (events: readonly ClusterEvent[]) => string[];

function checkOf(invariant: (report: Report) => Checker | Checker<AnyEvent>): Check {
  return (events) => problemsIn(events, invariant);
}

const orderOfEvents = checkOf(order.orderOfEvents);
const endOfRun = checkOf(order.endOfRun);
const causes = checkOf(order.causes);
const settlements = checkOf(settling);
const deliveries = checkOf(delivery.deliveries);
const silenceOfTheDown = checkOf(delivery.silenceOfTheDown);
const lossOfSessions = checkOf(sessions.lossOfSessions);
const { sessionsLost } = sessions;

/** A run with every kind of event: a lost session, a reset request, a restarted server, and a new session. */
const commands = [
  crash('server-1', whenAnswered('client/1')),
  crash('server-2', whenArrived('client/2', 100)),
  restart('server-1', whenAnswered('client/2')),
];
const good = record(scenario(), commands);

/** The good trace with one event replaced by others, renumbered. */
function broken(
  isMeant: (event: ClusterEvent) => boolean,
  replace: (event: ClusterEvent) => readonly ClusterEvent[],
): ClusterEvent[] {
  const index = good.findIndex(isMeant);
  const meant = good[index];
  if (meant === undefined) throw new Error('The good trace has no such event.');
  return [...good.slice(0, index), ...replace(meant), ...good.slice(index + 1)].map((event, id) => {
    return { ...event, id };
  });
}

function is<Kind extends ClusterEvent['kind']>(kind: Kind) {
  return (event: ClusterEvent): event is Extract<ClusterEvent, { kind: Kind }> => event.kind === kind;
}

const isRestart = (event: ClusterEvent) => event.kind === 'node-started' && event.epoch === 2;
const isDeliveryToServer1 = (event: ClusterEvent) =>
  event.kind === 'message-delivered' && event.message.to === 'server-1';
const isCrash = is('node-crashed');
const removed = () => [];
const doubled = (event: ClusterEvent) => [event, event];

describe('a checker reports', () => {
  it('nothing in a good trace', () => {
    const checks = [
      ...[orderOfEvents, endOfRun, causes, settlements, deliveries, silenceOfTheDown, lossOfSessions],
    ];
    expect(checks.flatMap((check) => check(good))).toEqual([]);
    expect(agreementBefore(good, good, 0)).toEqual([]);
  });

  it('time that goes back', () => {
    expect(
      orderOfEvents(broken(isCrash, (event) => [{ ...event, atUs: event.atUs - 1_000_000 }])),
    ).not.toEqual([]);
  });

  it('time that is no whole number', () => {
    expect(
      orderOfEvents(broken(is('run-ended'), (event) => [{ ...event, atUs: event.atUs + 0.5 }])),
    ).not.toEqual([]);
  });

  it('a cause that comes later, or is the event itself', () => {
    for (const later of [0, 1]) {
      const trace = broken(isCrash, (event) => [{ ...event, cause: event.id + later }]);
      expect(causes(trace)).not.toEqual([]);
    }
  });

  it('a missing event number', () => {
    expect(orderOfEvents(good.slice(1))).not.toEqual([]);
  });

  it('a run without an end, with two, with an end in the middle, or cut off', () => {
    const end = is('run-ended');
    const first = good[0];
    if (first === undefined) throw new Error('The good trace is empty.');
    const unended = broken(end, removed);
    for (const trace of [
      unended,
      broken(end, doubled),
      broken(end, (event) => [event, first]),
      broken(end, (event) => [{ ...event, kind: 'run-ended', reason: 'time-limit' }]),
    ]) {
      expect(endOfRun(trace)).not.toEqual([]);
    }
  });

  it('a request that never settles, settles twice, is sent twice, or settles without being sent', () => {
    const isSent = (event: ClusterEvent) => event.kind === 'request-reached' && event.milestone === 'sent';
    for (const trace of [
      broken(is('request-settled'), removed),
      broken(is('request-settled'), doubled),
      broken(isSent, doubled),
      broken(isSent, removed),
    ]) {
      expect(settlements(trace)).not.toEqual([]);
    }
  });

  it('a message delivered twice, never sent, or delivered to a crashed node', () => {
    const delivery = good.find(isDeliveryToServer1);
    if (delivery?.kind !== 'message-delivered')
      throw new Error('The good trace delivers nothing to server-1.');
    const anew = { ...delivery, message: { ...delivery.message, id: -1 } };
    const sent: ClusterEvent = { ...anew, kind: 'message-sent' };
    expect(deliveries(broken(isDeliveryToServer1, doubled))).not.toEqual([]);
    expect(deliveries(broken(isDeliveryToServer1, (event) => [event, anew]))).not.toEqual([]);
    expect(deliveries(broken(isDeliveryToServer1, (event) => [event, sent, anew]))).toEqual([]);
    expect(deliveries(broken(isCrash, (event) => [event, sent, anew]))).not.toEqual([]);
    expect(deliveries(broken(isRestart, (event) => [event, sent, anew]))).toEqual([]);
  });

  it('a crashed node that sends, remembers, looks up or wakes', () => {
    const acts = good.filter(
      (event) =>
        (event.kind === 'remembered' && event.node === 'server-1') ||
        (event.kind === 'message-sent' && event.message.from === 'server-1'),
    );
    const timerFired: ClusterEvent[] = good.flatMap((event) =>
      event.kind === 'timer-fired' ? [{ ...event, node: 'server-1' }] : [],
    );
    expect([acts.length, timerFired.length].every((count) => count > 0)).toBe(true);
    for (const act of [...acts, ...timerFired]) {
      expect(silenceOfTheDown(broken(isCrash, (event) => [event, act]))).not.toEqual([]);
      expect(silenceOfTheDown(broken(isRestart, (event) => [event, act]))).toEqual([]);
    }
  });

  it('a session that outlives the crash of its only server', () => {
    const missed = (event: ClusterEvent) => event.kind === 'recalled' && !event.found;
    const found = broken(missed, (event) => [{ ...event, found: true } as ClusterEvent]);
    expect(lossOfSessions(found)).not.toEqual([]);
  });

  it('a session that is lost although no server that kept it crashed', () => {
    const undisturbed = record(scenario(), []);
    expect(lossOfSessions(undisturbed)).toEqual([]);
    const missed = undisturbed.map((event) =>
      event.kind === 'recalled' ? { ...event, found: false } : event,
    );
    expect(lossOfSessions(missed)).not.toEqual([]);
  });

  it('an event before the moment that differs, is missing, or is in one run only', () => {
    const moved = broken(is('request-settled'), (event) => [{ ...event, atUs: event.atUs + 1 }]);
    expect(agreementBefore(good, moved, commands.length)).not.toEqual([]);
    expect(agreementBefore(good, broken(is('request-settled'), removed), commands.length)).not.toEqual([]);
    const longer = broken(is('run-ended'), (event) => [
      { ...event, kind: 'timer-fired', node: LOAD_BALANCER, timer: 'late' },
      event,
    ]);
    expect(agreementBefore(good, longer, commands.length)).not.toEqual([]);
  });

  it('no difference after the moment', () => {
    expect(agreementBefore(good, record(scenario(), []), 0)).toEqual([]);
    expect(agreementBefore(good, record(scenario(), commands.slice(0, 1)), 1)).toEqual([]);
    expect(agreementBefore(good, record(scenario(), commands.slice(0, 1)), 2)).not.toEqual([]);
  });
});

describe('the sessions that a crash takes', () => {
  function kept(node: string, session: string): ClusterEvent {
    const item = { kind: 'session', session: sessionOf(session) } as const;
    return { ...unstamped, kind: 'remembered', node, key: session, item, durable: false };
  }
  function crashed(node: string): ClusterEvent {
    return { ...unstamped, kind: 'node-crashed', forgets: true, node, epoch: 1 };
  }
  const unstamped = { id: 0, atUs: 0, cause: null, background: false } as const;

  it('are exactly those whose only copy was on the crashed server', () => {
    const both = [kept('server-1', 'copied'), kept('server-2', 'copied'), kept('server-1', 'alone')];
    expect(sessionsLost([...both, crashed('server-1'), crashed('server-2')])).toEqual([
      ['alone'],
      ['copied'],
    ]);
  });

  it('exclude sessions that were deleted before', () => {
    const forgot: ClusterEvent = { ...unstamped, kind: 'forgot', node: 'server-1', key: 'ended' };
    expect(sessionsLost([kept('server-1', 'ended'), forgot, crashed('server-1')])).toEqual([[]]);
  });

  it("include the client's session in a run", () => {
    expect(sessionsLost(good).map((lost) => lost.length)).toEqual([1, 0]);
  });
});

describe('snapshots and ledger', () => {
  const run = runOf(scenario(), commands);

  it('agree with the events', () => {
    expect(ledgerProblems(run)).toEqual([]);
  });

  it('disagree when a state is shown a step too late', () => {
    const [first, ...rest] = run.states;
    if (first === undefined) throw new Error('The run has no step.');
    expect(ledgerProblems({ ...run, states: [first, first, ...rest] })).not.toEqual([]);
  });

  it('disagree when nodes remember nothing any more', () => {
    const emptied = run.states.map((state) => ({ ...state, snapshot: new Map() }));
    expect(ledgerProblems({ ...run, states: emptied })).not.toEqual([]);
  });
});
