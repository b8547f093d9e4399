/** Answers from data that is older than another node's: which of them are explained so, and by what. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { type Command, SESSION_STORE, SESSION_STORE_REPLICA } from '../../src/simulation/cluster.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { crash, restart, whenAnswered } from '../support/scenario.ts';
import { instruct, logIn, me, SECOND_US } from '../support/token-runs.ts';

const cart: Line = { kind: 'cart' };
const addLaptop: Line = { kind: 'add-to-cart', product: 'laptop' };
const pause: Line = { kind: 'wait', us: 10 * SECOND_US };
const inTurn = { servers: 3, balancing: 'round-robin' } as const;

describe('a replica that is behind', () => {
  const store = { replica: { readsFrom: 'replica', copyDelayUs: 5 * SECOND_US } } as const;
  const run = runWith([logIn, me, pause, me], { ...inTurn, strategy: 'shared-store', store });
  const answers = run.steps.filter(({ key }) => key.endsWith(' answer 1')).map(({ key }) => key);

  it('explains the answer that lacks the change', () => {
    expect(reasonsAt(run, answers[1] ?? '')).toEqual([
      'has-no-session session-store-replica',
      'session-is-on session-store',
      'was-behind session-store-replica',
    ]);
  });

  it('explains nothing about a right answer after the copy has arrived', () => {
    expect(reasonsAt(run, answers[2] ?? '')).toEqual([]);
  });
});

it('a server that has lost its copy names its crash, and the server that still has one', () => {
  // The link is cut, so server 1 doesn't get the session back when it restarts.
  const commands: Command[] = [
    { kind: 'cut', between: ['server-1', 'server-2'], moment: whenAnswered('client/2', SECOND_US) },
    crash('server-1', whenAnswered('client/2', 1_100_000)),
    restart('server-1', whenAnswered('client/2', 1_200_000)),
  ];
  const two = { servers: 2, balancing: 'round-robin', strategy: 'replicated' } as const;
  const run = runWith([logIn, me, pause, me], two, commands);
  const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'))?.key ?? '';
  expect(reasonsAt(run, last)).toEqual([
    'has-no-session server-1',
    'crash-took-it server-1',
    'session-is-on server-2',
    'policy-chose server-1',
  ]);
});

describe('a store that comes back while its peer with the latest change is up, or down', () => {
  const replica = { copyDelayUs: SECOND_US, resyncs: false } as const;
  const changes = { servers: 1, strategy: 'shared-store', store: { isPersistent: true, replica } } as const;
  const script = [logIn, addLaptop, cart] as const;
  // The replica is promoted, and accepts the change alone.
  const failover = [
    crash(SESSION_STORE, whenAnswered('client/1', 2 * SECOND_US)),
    restart(SESSION_STORE, whenAnswered('client/2', 1_000)),
  ];
  const answer = 'client/3 answer 1';

  it('was down when the change was written', () => {
    const run = runWith(script, changes, failover);
    const down = crash(SESSION_STORE_REPLICA, whenAnswered('client/2', SECOND_US));
    expect(reasonsAt(run, answer)).toEqual([
      'has-older-data session-store',
      'session-is-on session-store-replica',
      'came-back-without-it session-store',
    ]);
    expect(reasonsAt(runWith(script, changes, [...failover, down]), answer)).toEqual([
      'has-older-data session-store',
      'has-change-but-is-down session-store-replica',
      'came-back-without-it session-store',
    ]);
  });

  it('or it was up, and its peer went down before it sent the change', () => {
    const slow = { ...changes, store: { isPersistent: true, replica: { copyDelayUs: 600 * SECOND_US } } };
    const down = crash(SESSION_STORE, whenAnswered('client/2', 1_000));
    // The login has to be on the replica, so a copy of all data brings it: the replica restarts.
    const restarted = [
      crash(SESSION_STORE_REPLICA, whenAnswered('client/1', 1_000)),
      restart(SESSION_STORE_REPLICA, whenAnswered('client/1', 2_000)),
    ];
    expect(reasonsAt(runWith(script, slow, [...restarted, down]), answer)).toEqual([
      'has-older-data session-store-replica',
      'has-change-but-is-down session-store',
      'never-got-it session-store-replica',
    ]);
  });
});

describe('servers with copies of their own', () => {
  const run = runWith([logIn, me, me, addLaptop, cart, cart], {
    ...inTurn,
    strategy: 'shared-store',
    store: { localCopyUs: 60 * SECOND_US },
  });

  it.each([
    ['client/5', 'server-2'],
    ['client/6', 'server-3'],
  ])('are each the reason for an answer without the change: %s', (request, server) => {
    expect(reasonsAt(run, `${request} answer 1`)).toEqual([
      `has-older-data ${server}`,
      'session-is-on session-store',
      `used-own-copy ${server}`,
    ]);
  });
});

describe('a server whose clock is set ahead, among servers with copies', () => {
  // Server 2 drops the session as expired with client/5. The others have it, and go on.
  const script = [logIn, me, me, me, me, me, me, me];
  const ahead = { kind: 'set-clock', offsetUs: 3_600 * SECOND_US } as const;
  const commands = [instruct(['server-2'], ahead, whenAnswered('client/3', 1_000))];
  const run = runWith(script, { ...inTurn, strategy: 'replicated' }, commands);

  it('is the reason for its own answer', () => {
    expect(reasonsAt(run, 'client/5 answer 1')).toEqual([
      'session-expired server-2',
      'clock-is-ahead server-2',
    ]);
  });

  it('has ended nothing for the other servers, whose answers are right', () => {
    expect(reasonsAt(run, 'client/6 answer 1')).toEqual([]);
    expect(reasonsAt(run, 'client/7 answer 1')).toEqual([]);
  });

  it('keeps no copies afterwards', () => {
    expect(reasonsAt(run, 'client/8 answer 1').slice(0, 3)).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      'copy-had-expired server-2',
    ]);
  });
});

it('a session whose time was over on its only server has expired, and nobody ended it', () => {
  const sessions = { idleUs: 5 * SECOND_US };
  const run = runWith([logIn, pause, me, me], { servers: 1, strategy: 'server-memory', sessions });
  const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'));
  expect(reasonsAt(run, last?.key ?? '')).toEqual(['has-no-session server-1', 'expired-there server-1']);
});
