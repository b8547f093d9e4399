/** Why keys, clocks and the size of a cookie decide a response. */
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/sequence/facts.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { whyOf } from '../../src/trace/why.ts';
import { runOf } from '../support/run-of.ts';
import {
  crash,
  restart,
  type ScenarioChanges,
  scenario,
  whenAnswered,
  whenSent,
} from '../support/scenario.ts';
import { instruct, logIn, me, SECOND_US } from '../support/token-runs.ts';

const twoInTurn = { servers: 2, balancing: 'round-robin' } as const;
const note: Line = { kind: 'note', characters: 5_000 };

/** `kind node` for each reason of the step where the client gets this request's response. */
function reasonsFor(
  request: string,
  script: readonly Line[],
  changes: ScenarioChanges,
  commands: readonly Command[] = [],
) {
  const run = runOf(scenario({ clients: [clients(script)], ...twoInTurn, ...changes }), commands);
  const index = run.steps.findIndex(({ key }) => key === `${request} answer 1`);
  return whyOf(run, index).map(({ kind, node }) => `${kind} ${node}`);
}

const rotate = (nodes: readonly string[], keepsOld: boolean, moment = whenAnswered('client/1', 10)) =>
  instruct(nodes, { kind: 'rotate-key', kid: '2', keepsOld }, moment);

describe.each(['signed-token', 'sealed-cookie'] as const)('under %s, a key is missing', (strategy) => {
  it('because the server was down when all got it', () => {
    const commands = [
      crash('server-2', whenAnswered('client/1')),
      rotate(['server-1', 'server-2'], true),
      restart('server-2', whenAnswered('client/2')),
    ];
    // Server 1 logs the client in with the new key.
    expect(
      reasonsFor('client/4', [me, logIn, logIn, me, me], { strategy, balancing: 'first' }, [
        ...commands,
        crash('server-1', whenAnswered('client/3')),
      ]),
    ).toEqual(['key-never-received server-2', 'key-is-on server-1', 'was-down-then server-2']);
  });

  it('because only the other server got it', () => {
    expect(reasonsFor('client/4', [me, me, logIn, me], { strategy }, [rotate(['server-1'], true)])).toEqual([
      'key-never-received server-2',
      'key-is-on server-1',
      'was-not-told server-2',
    ]);
  });

  it('because each server makes its own', () => {
    expect(reasonsFor('client/2', [logIn, me], { strategy, keys: { kind: 'own' } })).toEqual([
      'key-never-received server-2',
      'key-is-on server-1',
      'keys-are-own server-2',
    ]);
  });

  it('because the server has not read the store since', () => {
    const keys = { kind: 'in-store', refreshUs: 60 * SECOND_US } as const;
    expect(
      reasonsFor('client/4', [me, me, logIn, me], { strategy, keys }, [
        rotate(['server-1'], true, whenSent('client/3')),
      ]),
    ).toEqual(['key-never-received server-2', 'key-is-on server-1', 'keys-were-read-before server-2']);
  });

  it('because it was removed', () => {
    expect(
      reasonsFor('client/2', [logIn, me], { strategy, servers: 1 }, [rotate(['server-1'], false)]),
    ).toEqual(['key-was-removed server-1', 'was-instructed server-1']);
    const removed = instruct(['server-2'], { kind: 'remove-keys' }, whenAnswered('client/1'));
    expect(reasonsFor('client/2', [logIn, me], { strategy }, [removed])).toEqual([
      'key-was-removed server-2',
      'was-instructed server-2',
    ]);
  });

  it('because the server that made it has crashed', () => {
    const commands = [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', 10)),
    ];
    expect(
      reasonsFor('client/2', [logIn, me], { strategy, servers: 1, keys: { kind: 'own' } }, commands),
    ).toEqual(['crash-took-it server-1', 'keys-are-own server-1']);
  });

  it('that the only server with it has lost', () => {
    const keys = { kind: 'own' } as const;
    // Server 1 is marked down, so server 2 gets the second request.
    const gone = crash('server-1', whenAnswered('client/1', 500_000));
    expect(reasonsFor('client/2', [logIn, me], { strategy, keys }, [gone])).toEqual([
      'key-never-received server-2',
      'key-was-on server-1',
      'crash-took-it server-1',
      'keys-are-own server-2',
    ]);
    // The operator has server 1 make another one.
    expect(reasonsFor('client/2', [logIn, me], { strategy, keys }, [rotate(['server-1'], false)])).toEqual([
      'key-never-received server-2',
      'key-was-removed server-1',
      'keys-are-own server-2',
    ]);
  });

  it('is nothing to explain without a failure', () => {
    expect(reasonsFor('client/2', [logIn, me], { strategy })).toEqual([]);
  });
});

describe('a clock', () => {
  const signed = { strategy: 'signed-token' } as const;

  it('that is ahead where the token was issued makes it too young elsewhere', () => {
    expect(reasonsFor('client/2', [logIn, me], { ...signed, clockOffsetsUs: [300 * SECOND_US] })).toEqual([
      'token-is-from-the-future server-2',
      'clock-is-ahead server-1',
    ]);
  });

  it('that is behind where the token is checked does so, too', () => {
    expect(reasonsFor('client/2', [logIn, me], { ...signed, clockOffsetsUs: [0, -300 * SECOND_US] })).toEqual(
      ['token-is-from-the-future server-2', 'clock-is-behind server-2'],
    );
  });

  it('that is ahead makes a token and a session too old', () => {
    const clockOffsetsUs = [0, 3_600 * SECOND_US];
    expect(reasonsFor('client/2', [logIn, me], { ...signed, clockOffsetsUs })).toEqual([
      'token-expired server-2',
      'clock-is-ahead server-2',
    ]);
    expect(reasonsFor('client/2', [logIn, me], { strategy: 'sealed-cookie', clockOffsetsUs })).toEqual([
      'session-expired server-2',
      'clock-is-ahead server-2',
    ]);
  });
});

describe('a cookie that is too large', () => {
  const sealed = { strategy: 'sealed-cookie' } as const;

  it('is explained where it arrives, and where it’s missed', () => {
    expect(reasonsFor('client/1', [note, me], sealed)).toEqual([
      'cookie-was-too-large client',
      'keeps-the-old-cookie client',
    ]);
    expect(reasonsFor('client/2', [note, me], sealed)).toEqual(['cookie-was-too-large client']);
  });

  it('is one of several that a response sets: the load balancer’s is small', () => {
    const bound = { ...sealed, balancing: 'cookie' } as const;
    expect(reasonsFor('client/2', [note, me], bound)).toEqual(['cookie-was-too-large client']);
  });
});

it('a band names the servers that a command didn’t reach', () => {
  const run = runOf(scenario({ clients: [clients([logIn, me])], ...twoInTurn, strategy: 'signed-token' }), [
    crash('server-2', whenAnswered('client/1')),
    rotate(['server-1', 'server-2'], true),
  ]);
  expect(factsOf(run).find(({ kind }) => kind === 'instruct')).toMatchObject({
    nodes: [{ role: 'server', ordinal: 1 }],
    notReached: [{ role: 'server', ordinal: 2 }],
  });
});
