/** Trace T15, and the keys of T18. Outcomes come from the simulation alone. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/simulation/cluster.ts';
import { decodeToken } from '../../../src/simulation/protocols/token.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { crash, restart, whenAnswered } from '../../support/scenario.ts';
import { fatesOf, instruct, keyRingOn, logIn, me, says, tokensGivenTo } from '../../support/token-runs.ts';

const everyServer = ['server-1', 'server-2', 'server-3'];

describe('T15, tokens and servers that come and go', () => {
  it('are valid at every server, even after a crash and a restart', () => {
    const commands = [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/3')),
    ];
    expect(fatesOf(record(says([logIn, me, me, me, me]), commands))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-2: 200',
      'client/4 server-1: 200',
      'client/5 server-1: 200',
    ]);
    expect(fatesOf(record(says([logIn, me, me, me], { balancing: 'round-robin' }), []))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-3: 200',
      'client/4 server-1: 200',
    ]);
  });

  const added = whenAnswered('client/1');
  const add: Command = { kind: 'add', node: 'server-3', moment: added };
  const two = { servers: 2, balancing: 'round-robin' } as const;

  it('are valid at a new server at once', () => {
    expect(fatesOf(record(says([logIn, me, me, me], two), [add]))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-3: 200',
      'client/4 server-1: 200',
    ]);
  });

  it("are rejected by a new server without the key, which can't log any user in either", () => {
    const removeKeys = instruct(['server-3'], { kind: 'remove-keys' }, added);
    expect(fatesOf(record(says([logIn, me, me, me, me, logIn], two), [add, removeKeys]))).toEqual([
      'client/1 server-1: 200',
      'client/2 server-2: 200',
      'client/3 server-3: 401 unknown-key',
      'client/4 server-1: 200',
      'client/5 server-2: 200',
      'client/6 server-3: 503 cannot-sign',
    ]);
  });

  it("stay rejected there after a restart: the server knows only what's on its disk", () => {
    const removeKeys = instruct(['server-1'], { kind: 'remove-keys' }, whenAnswered('client/1'));
    const again = [
      crash('server-1', whenAnswered('client/2')),
      restart('server-1', whenAnswered('client/2', 1)),
    ];
    expect(fatesOf(record(says([logIn, me, me]), [removeKeys, ...again])).slice(1)).toEqual([
      'client/2 server-1: 401 unknown-key',
      'client/3 server-1: 401 unknown-key',
    ]);
  });
});

describe('T18, a new key', () => {
  it('invalidates every token when it replaces the old key, and none when both are kept', () => {
    const rotate = (keepsOld: boolean) =>
      instruct(everyServer, { kind: 'rotate-key', kid: '2', keepsOld }, whenAnswered('client/1'));
    const run = (keepsOld: boolean) =>
      fatesOf(record(says([logIn, me, logIn, me]), [rotate(keepsOld)])).map((fate) => fate.split(': ')[1]);
    expect(run(false)).toEqual(['200', '401 unknown-key', '200', '200']);
    expect(run(true)).toEqual(['200', '200', '200', '200']);
  });

  it("doesn't reach a server that was down during the rotation", () => {
    const rotate = instruct(
      everyServer,
      { kind: 'rotate-key', kid: '2', keepsOld: true },
      whenAnswered('client/1', 1),
    );
    const down = [crash('server-1', whenAnswered('client/1')), restart('server-1', whenAnswered('client/3'))];
    expect(fatesOf(record(says([logIn, me, logIn, me]), [...down, rotate])).slice(1)).toEqual([
      'client/2 server-2: 200',
      'client/3 server-2: 200',
      'client/4 server-1: 401 unknown-key',
    ]);
  });

  it('signs all tokens from then on', () => {
    const rotate = instruct(
      everyServer,
      { kind: 'rotate-key', kid: '2', keepsOld: true },
      whenAnswered('client/1'),
    );
    const events = record(says([logIn, logIn]), [rotate]);
    expect(tokensGivenTo('client', events).map((token) => decodeToken(token)?.header.kid)).toEqual([
      '1',
      '2',
    ]);
    const rings = everyServer.map((node) => keyRingOn(node, events));
    expect(new Set(rings.map((ring) => JSON.stringify(ring))).size).toBe(1);
    expect(rings[0]?.verification.map(({ kid }) => kid)).toEqual(['2', '1']);
  });
});
