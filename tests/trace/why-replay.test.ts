/** Why a token, a sealed cookie or a session ID still works after a logout: what the logout left, and where. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { type Command, SESSION_STORE } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { reasonsAt } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import {
  crash,
  drop,
  restart,
  type ScenarioChanges,
  scenario,
  whenAnswered,
  whenSent,
} from '../support/scenario.ts';
import { instruct, logIn, logOut, me, SECOND_US, tokens } from '../support/token-runs.ts';

const visit: Line = { kind: 'visit' };
const handOver: Line = { kind: 'hand-over', to: 'client-2' };
const addLaptop: Line = { kind: 'add-to-cart', product: 'laptop' };
const denied = { strategy: 'signed-token', servers: 1, tokens: tokens({ hasDenyList: true }) } as const;
const inTurn = { servers: 2, balancing: 'round-robin' } as const;

/** The owner hands its credentials over and logs out. Long after that, client 2 uses them. */
function reasonsForThief(
  owner: readonly Line[],
  changes: ScenarioChanges,
  commands: readonly Command[] = [],
  thief: readonly Line[] = [me],
  others: readonly (readonly Line[])[] = [],
) {
  const run = runOf(
    scenario({
      ...changes,
      clients: [
        clients(owner),
        clients(thief, { arrivesAtUs: 60 * SECOND_US }),
        ...others.map((lines) => clients(lines, { arrivesAtUs: 30 * SECOND_US })),
      ],
    }),
    commands,
  );
  return reasonsAt(run, `client-2/${thief.length} answer 1`);
}

describe.each(['signed-token', 'sealed-cookie'] as const)('a copy of a %s', (strategy) => {
  const remembered = ['had-logged-out client', 'no-server-remembers-it server-1'];

  it('works because no server remembers the logout', () => {
    const owner = [logIn, handOver, logOut];
    expect(reasonsForThief(owner, { strategy, servers: 1 })).toEqual(remembered);
  });

  it('works so each time, although its user gets others of the same login', () => {
    const owner = [logIn, handOver, addLaptop, logOut];
    expect(reasonsForThief(owner, { strategy, servers: 1 }, [], [addLaptop, me])).toEqual(remembered);
  });
});

describe('a deny list', () => {
  const owner = [logIn, handOver, logOut];
  const had = ['had-logged-out client', 'had-it-on-deny-list session-store'];
  const later = (us: number) => whenAnswered('client/3', us);

  it('refuses the token while it has it', () => {
    expect(reasonsForThief(owner, denied)).toEqual([
      'token-was-revoked server-1',
      'is-always-checked server-1',
    ]);
  });

  it('is lost with the store’s memory', () => {
    const commands = [crash(SESSION_STORE, later(1_000)), restart(SESSION_STORE, later(2_000))];
    expect(reasonsForThief(owner, denied, commands)).toEqual([...had, 'crash-took-it session-store']);
  });

  it('is emptied by a command', () => {
    const commands = [instruct([SESSION_STORE], { kind: 'flush' }, later(1_000))];
    expect(reasonsForThief(owner, denied, commands)).toEqual([...had, 'was-emptied session-store']);
  });

  it('is evicted by a full store', () => {
    const store = { entriesMax: 1, whenFull: 'evict' } as const;
    const other = [[logIn, logOut]];
    expect(reasonsForThief(owner, { ...denied, store }, [], [me], other)).toEqual([
      ...had,
      'was-evicted session-store',
    ]);
  });

  it('hasn’t reached the replica that is read', () => {
    const store = { replica: { readsFrom: 'replica', copyDelayUs: 600 * SECOND_US } } as const;
    expect(reasonsForThief(owner, { ...denied, store })).toEqual([
      ...had,
      'was-behind session-store-replica',
    ]);
  });

  it('has only the token that was shown at the logout', () => {
    // The cart is in the token, so adding to it makes another token.
    expect(reasonsForThief([logIn, handOver, addLaptop, logOut], denied)).toEqual([
      'had-logged-out client',
      'deny-list-has-another server-1',
    ]);
  });

  it('gets no token that the server at the logout refuses', () => {
    // Server 2 is an hour ahead, so the token of ten minutes has expired there.
    const changes = { ...denied, ...inTurn, clockOffsetsUs: [0, 3_600 * SECOND_US] };
    expect(reasonsForThief(owner, changes)).toEqual(['had-logged-out client', 'listed-nothing server-2']);
  });
});

describe('a logout that failed', () => {
  it('is none: its client is still logged in, and that needs no explanation', () => {
    const store = { entriesMax: 1, whenFull: 'refuse' } as const;
    const other = clients([logIn, logOut]);
    const own = clients([logIn, logOut, me], { arrivesAtUs: 60 * SECOND_US });
    const run = runOf(scenario({ ...denied, store, clients: [own, other] }), []);
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual(['had-no-room session-store']);
    expect(reasonsAt(run, 'client/3 answer 1')).toEqual([]);
  });

  it('is none for the client either that never heard that it worked', () => {
    const lost = drop('load-balancer', 'client', whenSent('client/2'));
    const run = runOf(
      scenario({ strategy: 'signed-token', servers: 1, clients: [clients([logIn, logOut, me])] }),
      [lost],
    );
    expect(reasonsAt(run, 'client/3 answer 1')).toEqual([]);
  });
});

describe('a session with copies that one server has ended', () => {
  // The link is cut before the logout at server 1, so server 2 doesn't hear of it.
  const cut: Command = {
    kind: 'cut',
    between: ['server-1', 'server-2'],
    moment: whenAnswered('client/2', 300_000),
  };
  const run = runOf(
    scenario({
      ...inTurn,
      strategy: 'replicated',
      clients: [clients([logIn, me, handOver, logOut]), clients([me, me], { arrivesAtUs: 60 * SECOND_US })],
    }),
    [cut],
  );

  it('goes on at the other one', () => {
    expect(reasonsAt(run, 'client-2/1 answer 1')).toEqual([
      'has-older-data server-2',
      'logout-had-ended-login client',
    ]);
  });

  it('isn’t there where it was ended, which the balancing didn’t decide', () => {
    expect(reasonsAt(run, 'client-2/2 answer 1')).toEqual([
      'has-no-session server-1',
      'logout-had-ended-login client',
      'session-is-on server-2',
    ]);
  });
});

describe('a session ID', () => {
  it('works where the logout went to a server without the session', () => {
    const owner = [logIn, handOver, visit, visit, logOut];
    // Server 1 has the session, and gets requests 1, 3 and 5.
    expect(reasonsForThief(owner, { strategy: 'server-memory', ...inTurn })).toEqual([
      'had-logged-out client',
      'logout-found-nothing server-2',
      'session-is-on server-1',
    ]);
  });

  it('works where the logout went to a server that can’t read the session', () => {
    // Server 1 writes the first version's format. Server 2, which gets the logout, knows only another one.
    const changes = { strategy: 'shared-store', ...inTurn, versions: [1, 2] } as const;
    expect(reasonsForThief([logIn, handOver, logOut], changes)).toEqual([
      'had-logged-out client',
      'logout-could-not-use-it server-2',
      'session-is-on session-store',
    ]);
  });

  it('works where the store was down at the logout, and the server went on without it', () => {
    // The server finds the session in its own copy, so only the store's part of the logout fails.
    const store = { onWriteError: 'ignore', localCopyUs: 20 * SECOND_US, isPersistent: true } as const;
    const commands = [
      crash(SESSION_STORE, whenAnswered('client/1', 500_000)),
      restart(SESSION_STORE, whenAnswered('client/3', 500_000)),
    ];
    const owner = [logIn, handOver, logOut];
    expect(reasonsForThief(owner, { strategy: 'shared-store', servers: 1, store }, commands)).toEqual([
      'had-logged-out client',
      'never-got-the-logout session-store',
      'session-is-on session-store',
    ]);
  });

  it('works at a server with a copy of its own, which is no lack of the latest change', () => {
    const store = { localCopyUs: 600 * SECOND_US };
    const owner = [logIn, me, handOver, logOut];
    expect(reasonsForThief(owner, { strategy: 'shared-store', ...inTurn, store })).toEqual([
      'used-own-copy server-2',
      'logout-had-ended-login client',
    ]);
  });

  it('has copies that outlive the store’s memory, and lack nothing', () => {
    const store = { localCopyUs: 600 * SECOND_US };
    const lost = crash(SESSION_STORE, whenAnswered('client/2', 1_000));
    const run = runOf(
      scenario({ strategy: 'shared-store', servers: 1, store, clients: [clients([logIn, me, me])] }),
      [lost],
    );
    expect(reasonsAt(run, 'client/3 load-balancer>server 1')).toEqual([
      'used-own-copy server-1',
      'crash-took-it session-store',
    ]);
  });
});
