/** Outcomes come from the simulation alone; cookies are opened by jose. */
import fc from 'fast-check';
import { compactDecrypt, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import { isUserState } from '../../../src/simulation/memory.ts';
import { clients } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { anyCommands, anyScenario } from '../../support/arbitraries.ts';
import { memoriesAfter } from '../../support/node-memories.ts';
import { crash, whenAnswered } from '../../support/scenario.ts';
import {
  fatesOf,
  instruct,
  keyRingOn,
  logIn,
  logOut,
  me,
  messagesOf,
  SECOND_US,
  says,
} from '../../support/token-runs.ts';

const sealed = { strategy: 'sealed-cookie' } as const;
const note = (characters: number): Line => ({ kind: 'note', characters });

/** Values of the session cookie that clients kept, in order. */
function cookiesKept(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'remembered' && event.item.kind === 'cookie' && event.item.name === 'session'
      ? [event.item.value]
      : [],
  );
}

function tamperings(...kinds: readonly ('flip-signature-bit' | 'sign-with-own-key' | 'set-payload')[]) {
  return kinds.map((kind) =>
    instruct(
      ['client'],
      {
        kind: 'tamper',
        tampering:
          kind === 'flip-signature-bit'
            ? { kind, bit: 3 }
            : kind === 'set-payload'
              ? { kind, payload: '{"role":"admin"}' }
              : { kind },
      },
      whenAnswered('client/1'),
    ),
  );
}

describe('a sealed session', () => {
  const events = record(says([logIn, me, me], sealed), []);

  it('is answered by one server without a query, and its cookie is opened by jose', async () => {
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/2 server-1: 200',
      'client/3 server-1: 200',
    ]);
    expect(messagesOf('client/2', events)).toEqual([
      'client > load-balancer http-request',
      'load-balancer > server-1 http-request',
      'server-1 > load-balancer http-response',
      'load-balancer > client http-response',
    ]);
    const [key] = keyRingOn('server-2', events)?.verification ?? [];
    const { plaintext, protectedHeader } = await compactDecrypt(
      cookiesKept(events).at(-1) ?? '',
      await importJWK({ ...key }),
    );
    expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM', kid: '1' });
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toMatchObject({
      data: { user: { userId: 'mina', name: 'Mina', role: 'user' } },
      version: 3,
    });
  });

  it('is unreadable in the cookie, which changes with each use', () => {
    const cookies = cookiesKept(events);
    expect(new Set(cookies).size).toBe(3);
    expect(Buffer.from(cookies[0] ?? '', 'base64url').toString('latin1')).not.toContain('mina');
  });

  it('leaves nothing on the servers but keys, so no crash loses it', () => {
    const crashed = record(says([logIn, me, me], sealed), [crash('server-1', whenAnswered('client/1'))]);
    expect(fatesOf(crashed).slice(1)).toEqual(['client/2 server-2: 200', 'client/3 server-2: 200']);
    for (const node of ['server-2', 'server-3']) {
      expect(
        memoriesAfter(crashed)
          .on(node)
          .map(({ kind }) => kind),
      ).toEqual(['key-ring']);
    }
  });

  it('expires by the time of its last use, and by its age', () => {
    const sessions = { idleUs: 3 * SECOND_US, absoluteUs: 600 * SECOND_US, renewsIdAtLogin: true };
    expect(fatesOf(record(says([logIn, me], { ...sealed, sessions }), []))[1]).toBe(
      'client/2 server-1: 401 expired-session',
    );
    const old = { ...sessions, idleUs: 6 * SECOND_US, absoluteUs: 10 * SECOND_US };
    expect(fatesOf(record(says([logIn, me, me, me], { ...sealed, sessions: old }), [])).slice(1)).toEqual([
      'client/2 server-1: 200',
      'client/3 server-1: 200',
      'client/4 server-1: 401 expired-session',
    ]);
  });

  it.each([
    ['flip-signature-bit', 'bad-seal'],
    ['sign-with-own-key', 'bad-seal'],
    ['set-payload', 'bad-seal'],
  ] as const)('is refused after %s', (kind, error) => {
    expect(fatesOf(record(says([logIn, me], sealed), tamperings(kind)))[1]).toBe(
      `client/2 server-1: 401 ${error}`,
    );
  });

  it('opens with an old key that is kept after a rotation, and is sealed again with the new one', () => {
    const rotate = (keepsOld: boolean) =>
      instruct(
        ['server-1', 'server-2', 'server-3'],
        { kind: 'rotate-key', kid: '2', keepsOld },
        whenAnswered('client/1'),
      );
    const kept = record(says([logIn, me, me], sealed), [rotate(true)]);
    expect(fatesOf(kept).slice(1)).toEqual(['client/2 server-1: 200', 'client/3 server-1: 200']);
    const kids = cookiesKept(kept).map(
      (cookie) => JSON.parse(Buffer.from(cookie.split('.')[0] ?? '', 'base64url').toString()).kid,
    );
    expect(kids).toEqual(['1', '2', '2']);
    expect(fatesOf(record(says([logIn, me], sealed), [rotate(false)]))[1]).toBe(
      'client/2 server-1: 401 unknown-key',
    );
  });
});

describe('a copy of a sealed cookie', () => {
  it('still works after its owner has logged out, until it expires', () => {
    const theft: Line[] = [logIn, { kind: 'hand-over', to: 'client-2' }, logOut, me];
    const thief = clients([me, me], {
      arrivesAtUs: 20 * SECOND_US,
      think: { kind: 'fixed', us: 115 * SECOND_US },
    });
    const sessions = { idleUs: 60 * SECOND_US, absoluteUs: 100 * SECOND_US, renewsIdAtLogin: true };
    const events = record(says(theft, { ...sealed, sessions, clients: [clients(theft), thief] }), []);
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/3 server-1: 200',
      'client/4 server-1: 401 none-presented',
      'client-2/1 server-1: 200',
      'client-2/2 server-1: 401 expired-session',
    ]);
  });
});

describe('a cookie over 4,096 octets', () => {
  it('is answered with 200 and not kept: the client goes on with the one it had', () => {
    const events = record(says([logIn, note(1_000), note(5_000), me], sealed), []);
    expect(fatesOf(events)).toEqual([
      'client/1 server-1: 200',
      'client/2 server-1: 200',
      'client/3 server-1: 200',
      'client/4 server-1: 200',
    ]);
    const sizes = cookiesKept(events).map((value) => 'session'.length + value.length);
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4_096);
  });

  it('of a client without any leaves it without one', () => {
    const events = record(says([note(5_000), me], sealed), []);
    expect(cookiesKept(events)).toEqual([]);
    expect(fatesOf(events)[1]).toBe('client/2 server-1: 401 none-presented');
  });

  it('is the first that the browser ignores: 4,096 octets of name and value are kept', () => {
    const sizeFor = (characters: number) => {
      const [value = ''] = cookiesKept(record(says([note(characters)], sealed), []));
      return value.length;
    };
    // Base64url has four characters for three octets, so sizes grow in steps of one or two.
    let characters = 2_800;
    while (sizeFor(characters + 1) > 0) characters += 1;
    const largest = 'session'.length + sizeFor(characters);
    expect(largest).toBeLessThanOrEqual(4_096);
    expect(largest).toBeGreaterThan(4_096 - 3);
  });
});

describe('after any crashes', () => {
  it('no server keeps user state', () => {
    fc.assert(
      fc.property(anyScenario, anyCommands, (any, commands) => {
        const events = record({ ...any, ...sealed }, commands);
        const known = events.filter(
          (event) =>
            event.kind === 'remembered' && event.node.startsWith('server-') && isUserState(event.item),
        );
        expect(known).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
