/** What each command offers in a given state of the cluster: the rules of its descriptor, worked out by hand. */
import { describe, expect, it } from 'vitest';
import type { ClusterView, NodeView } from '../../../src/simulation/commands/cluster-view.ts';
import { type CommandPayload, commands } from '../../../src/simulation/commands/commands.ts';
import { linksOf } from '../../../src/simulation/commands/links.ts';
import type { MemoryItem } from '../../../src/simulation/memory.ts';
import { NEVER_US } from '../../../src/simulation/protocols/store.ts';
import { transportScenario } from '../../../src/simulation/transport-scenario.ts';
import { scenario, scripted } from '../../support/scenario.ts';
import { sessionOf } from '../../support/sessions.ts';

const up: NodeView = { isUp: true, isFrozen: false, membership: 'member', memory: [] };
const down = { ...up, isUp: false };
const absent = { ...down, membership: 'absent' } as const;

function holding(...items: readonly MemoryItem[]): NodeView {
  return { ...up, memory: items.map((item) => ({ item })) };
}

type Changes = Partial<Omit<ClusterView, 'nodes'>> & { readonly nodes?: Readonly<Record<string, NodeView>> };

/** One client, the load balancer, two servers and the database, all up, with empty memories. */
function viewOf({ nodes = {}, ...changes }: Changes = {}): ClusterView {
  const all = { client: up, 'load-balancer': up, 'server-1': up, 'server-2': up, database: up, ...nodes };
  return {
    scenario: scenario(),
    traits: { usesKeys: false, keepsCopies: false },
    nodes: new Map<string, NodeView>(Object.entries(all)) as ClusterView['nodes'],
    cuts: [],
    commands: [],
    nextMessage: () => null,
    hasMoreToSay: () => true,
    ...changes,
  };
}

/** `crash server-1`: kind and parameters, without their names. */
function inWords(payload: CommandPayload): string {
  if (payload.kind !== 'instruct') return words(payload);
  return `${payload.nodes.join(', ')}: ${words(payload.instruction)}`;
}

function words(values: object): string {
  return Object.values(values)
    .map((value: unknown) =>
      typeof value === 'object' && value !== null ? `(${words(value)})` : String(value),
    )
    .join(' ');
}

function menuOf(id: string, view: ClusterView): string[] {
  const node = view.nodes.get(id);
  if (node === undefined) throw new Error(`There is no ${id}.`);
  const at = { ...node, id };
  const links = linksOf(id, view);
  return [
    ...commands.flatMap(({ availableAt }) => availableAt.node?.(at, view) ?? []),
    ...links.flatMap((link) => commands.flatMap(({ availableAt }) => availableAt.link?.(link) ?? [])),
    ...commands.flatMap(({ availableAt }) => availableAt.links?.(at, links) ?? []),
  ].map(inWords);
}

function clusterMenu(view: ClusterView): string[] {
  return commands.flatMap(({ availableAt }) => availableAt.cluster?.(view) ?? []).map(inWords);
}

const cutFromBalancer = 'cut (load-balancer server-1)';

describe('the menu of a server', () => {
  it('has everything that a running member can suffer', () => {
    expect(menuOf('server-1', viewOf())).toEqual([
      'crash server-1',
      'crash server-1 machine',
      'freeze server-1',
      'deploy server-1 2',
      'drain server-1',
      cutFromBalancer,
      'partition (server-1)',
    ]);
  });

  it('says how its process dies where segments are shown', () => {
    const overTcp = viewOf({ scenario: scenario({ connections: 'tcp' }) });
    expect(menuOf('server-1', overTcp)[0]).toBe('crash server-1 process');
    const transport = viewOf({ scenario: transportScenario({ transport: 'udp', script: [] }) });
    expect(menuOf('server-1', transport)[0]).toBe('crash server-1 process');
  });

  it('thaws a frozen one, and starts one that is down', () => {
    const frozen = menuOf('server-1', viewOf({ nodes: { 'server-1': { ...up, isFrozen: true } } }));
    expect(frozen).toEqual([
      'crash server-1',
      'crash server-1 machine',
      'thaw server-1',
      'drain server-1',
      cutFromBalancer,
      'partition (server-1)',
    ]);
    expect(menuOf('server-1', viewOf({ nodes: { 'server-1': down } }))).toEqual([
      'restart server-1',
      'drain server-1',
      cutFromBalancer,
      'partition (server-1)',
    ]);
  });

  it('neither deploys nor drains one that already leaves, or the only one left', () => {
    const leaving = menuOf('server-1', viewOf({ nodes: { 'server-1': { ...up, membership: 'draining' } } }));
    expect(leaving.filter((each) => /^(deploy|drain)/.test(each))).toEqual([]);
    const alone = menuOf('server-1', viewOf({ nodes: { 'server-2': absent } }));
    expect(alone.filter((each) => /^(deploy|drain)/.test(each))).toEqual(['deploy server-1 2']);
  });

  it('deploys the version after the one that is installed', () => {
    const scenarioOfTwo = scenario({ versions: [1, 4] });
    expect(menuOf('server-2', viewOf({ scenario: scenarioOfTwo }))).toContain('deploy server-2 5');
    const installed = holding({ kind: 'code-version', version: 7 });
    expect(
      menuOf('server-2', viewOf({ scenario: scenarioOfTwo, nodes: { 'server-2': installed } })),
    ).toContain('deploy server-2 8');
  });

  it('has links to earlier servers where servers copy sessions', () => {
    const copies = viewOf({ traits: { usesKeys: false, keepsCopies: true } });
    const cuts = (id: string) => menuOf(id, copies).filter((each) => each.startsWith('cut'));
    expect(cuts('server-1')).toEqual([cutFromBalancer]);
    expect(cuts('server-2')).toEqual(['cut (load-balancer server-2)', 'cut (server-1 server-2)']);
  });

  it('heals a link that is cut, in either direction, and then has nobody left to be cut off from', () => {
    for (const cut of [
      ['load-balancer', 'server-1'],
      ['server-1', 'load-balancer'],
    ] as const) {
      const menu = menuOf('server-1', viewOf({ cuts: [cut, ['load-balancer', 'server-2']] }));
      expect(menu.filter((each) => /^(cut|heal|partition)/.test(each))).toEqual([
        'heal (load-balancer server-1)',
      ]);
    }
  });

  it('has keys and clocks where servers sign, and puts a wrong clock right', () => {
    const ring = { verification: [{ kid: '1' }] } as unknown as (MemoryItem & { kind: 'key-ring' })['ring'];
    const signing = { traits: { usesKeys: true, keepsCopies: false } };
    const told = (node: NodeView) =>
      menuOf('server-1', viewOf({ ...signing, nodes: { 'server-1': node } })).filter((each) =>
        each.startsWith('server-1: '),
      );
    const rotations = ['server-1: rotate-key 2 true', 'server-1: rotate-key 2 false'];
    const clocks = ['server-1: set-clock 300000000', 'server-1: set-clock -300000000'];
    expect(told(up).toSorted()).toEqual([...rotations, ...clocks].toSorted());
    expect(told(holding({ kind: 'key-ring', ring })).toSorted()).toEqual(
      [...rotations, ...clocks, 'server-1: remove-keys'].toSorted(),
    );
    expect(told(holding({ kind: 'clock', offsetUs: 5 })).toSorted()).toEqual(
      [...rotations, 'server-1: set-clock 0'].toSorted(),
    );
    expect(told(holding({ kind: 'clock', offsetUs: 0 })).toSorted()).toEqual(
      [...rotations, ...clocks].toSorted(),
    );
    expect(told({ ...holding({ kind: 'key-ring', ring }), isUp: false })).toEqual([]);
  });
});

describe('the menu of other machines', () => {
  it('of the database and the stores has their links to the servers, and the replica’s to its primary', () => {
    const view = viewOf({ nodes: { 'session-store': up, 'session-store-replica': up } });
    const linked = (id: string) => menuOf(id, view).filter((each) => /^(cut|partition)/.test(each));
    expect(linked('database')).toEqual([
      'cut (server-1 database)',
      'cut (server-2 database)',
      'partition (database)',
    ]);
    expect(linked('session-store')).toEqual([
      'cut (server-1 session-store)',
      'cut (server-2 session-store)',
      'partition (session-store)',
    ]);
    expect(linked('session-store-replica')).toEqual([
      'cut (session-store session-store-replica)',
      'partition (session-store-replica)',
    ]);
  });

  it('of the load balancer has its links to three clients; a fourth has its own', () => {
    const many = Object.fromEntries([2, 3, 4].map((ordinal) => [`client-${ordinal}`, up]));
    const view = viewOf({ nodes: many });
    expect(menuOf('load-balancer', view)).toEqual([
      'crash load-balancer',
      'crash load-balancer machine',
      'freeze load-balancer',
      'cut (client load-balancer)',
      'cut (client-2 load-balancer)',
      'cut (client-3 load-balancer)',
    ]);
    const cuts = (id: string) => menuOf(id, view).filter((each) => each.startsWith('cut'));
    expect(cuts('client-3')).toEqual([]);
    expect(cuts('client-4')).toEqual(['cut (load-balancer client-4)']);
  });

  it('has no links to machines that are not in the cluster', () => {
    const menu = menuOf('database', viewOf({ nodes: { 'server-2': absent } }));
    expect(menu.filter((each) => each.startsWith('cut'))).toEqual(['cut (server-1 database)']);
  });

  it('empties a store that has entries, unless it is a replica or down', () => {
    const entry: MemoryItem = {
      kind: 'store-entry',
      entry: { key: 'session:a', value: '{}', expiresAtUs: NEVER_US },
    };
    const flushes = (store: NodeView) =>
      menuOf('session-store', viewOf({ nodes: { 'session-store': store } })).includes('session-store: flush');
    expect(flushes(up)).toBe(false);
    expect(flushes(holding(entry))).toBe(true);
    expect(flushes(holding(entry, { kind: 'store-role', role: 'primary' }))).toBe(true);
    expect(flushes(holding(entry, { kind: 'store-role', role: 'replica' }))).toBe(false);
    expect(flushes({ ...holding(entry), isUp: false })).toBe(false);
  });
});

const sid: MemoryItem = { kind: 'cookie', name: 'sid', value: 'ab12' };
const said = (menu: readonly string[]) =>
  menu.filter((each) => each.startsWith('client: say')).map((each) => each.slice('client: say '.length));

describe('the menu of a client', () => {
  const shopLines = [
    '(shop (laptop))',
    '(shop (americano))',
    '(shop (3))',
    '(shop (card))',
    '(add-to-cart laptop)',
    '(cart)',
  ];
  const secondTab = ['(add-to-cart americano) true', '(me) true'];

  it('has the lines of the shop, and two for a second tab', () => {
    expect(menuOf('client', viewOf())).toEqual(
      [...shopLines, ...secondTab].map((line) => `client: say ${line}`),
    );
  });

  it('has the lines of an account in a script without the shop', () => {
    expect(said(menuOf('client', viewOf({ scenario: scripted([{ kind: 'me' }]) })))).toEqual([
      '(log-in mina)',
      '(log-in jun)',
      '(log-in root)',
      '(me)',
      '(admin)',
      '(pay 50000 false)',
      '(pay 50000 true)',
      '(add-to-cart laptop)',
      '(cart)',
      ...secondTab,
    ]);
  });

  const user = { userId: 'mina', name: 'Mina', role: 'user' } as const;
  const session = (id: string, data: object): MemoryItem => ({
    kind: 'session',
    session: { ...sessionOf(id), data },
  });

  it.each<[string, NodeView, MemoryItem | null, boolean]>([
    ['a cookie of no session', holding(sid), null, false],
    ['the cookie of a session without a user', holding(sid), session('ab12', {}), false],
    ['the cookie of a session with a user', holding(sid), session('ab12', { user }), true],
    ['a cookie of another session than the user’s', holding(sid), session('cd34', { user }), false],
    [
      'a sealed cookie, of five parts',
      holding({ kind: 'cookie', name: 'sid', value: 'a.b.c.d.e' }),
      null,
      true,
    ],
    ['a cookie of four parts', holding({ kind: 'cookie', name: 'sid', value: 'a.b.c.d' }), null, false],
    ['a password', holding({ kind: 'credentials', userId: 'mina', password: 'x' }), null, true],
    ['an access token', holding({ kind: 'access-token', token: 'x' }), null, true],
  ])('logs out with %s: %#', (_, client, onServer, isLoggedIn) => {
    const server = onServer === null ? up : holding(onServer);
    const lines = said(menuOf('client', viewOf({ nodes: { client, 'server-2': server } })));
    expect(lines.filter((line) => line.startsWith('(log-out)'))).toEqual(
      isLoggedIn ? ['(log-out)', '(log-out) true'] : [],
    );
  });

  it('refreshes with a refresh token, in either tab', () => {
    const client = holding({ kind: 'refresh-token', token: 'x' });
    const lines = said(menuOf('client', viewOf({ nodes: { client } })));
    expect(lines.filter((line) => line.startsWith('(refresh)'))).toEqual(['(refresh)', '(refresh) true']);
  });

  it('hands what proves a login to three other clients, and nothing else', () => {
    const others = Object.fromEntries([2, 3, 4, 5].map((ordinal) => [`client-${ordinal}`, up]));
    const handed = (client: NodeView) =>
      said(menuOf('client', viewOf({ nodes: { client, ...others } }))).filter((line) =>
        line.startsWith('(hand-over'),
      );
    const toThree = ['(hand-over client-2)', '(hand-over client-3)', '(hand-over client-4)'];
    expect(handed(holding(sid))).toEqual(toThree);
    expect(handed(holding({ kind: 'credentials', userId: 'mina', password: 'x' }))).toEqual(toThree);
    expect(handed(holding({ kind: 'access-token', token: 'x' }))).toEqual(toThree);
    expect(handed(holding({ kind: 'refresh-token', token: 'x' }))).toEqual([]);
  });

  it('stays away until what it holds has expired, if it has more to say', () => {
    const expiring = scenario({
      sessions: { ...scenario().sessions, idleUs: 7_000_000 },
      tokens: { ...scenario().tokens, lifetimeUs: 9_000_000 },
    });
    const away = (client: NodeView, changes: Changes = {}) =>
      menuOf('client', viewOf({ scenario: expiring, nodes: { client }, ...changes })).filter((each) =>
        each.includes('stay-away'),
      );
    expect(away(up)).toEqual([]);
    expect(away(holding(sid))).toEqual(['client: stay-away 7000000']);
    expect(away(holding(sid, { kind: 'access-token', token: 'x' }))).toEqual(['client: stay-away 9000000']);
    expect(away(holding(sid), { hasMoreToSay: () => false })).toEqual([]);
  });

  it('opens a TCP connection, or uses the one that it has; UDP needs none', () => {
    const done = (transport: 'tcp' | 'udp', client: NodeView) =>
      menuOf(
        'client',
        viewOf({ scenario: transportScenario({ transport, script: [] }), nodes: { client } }),
      ).filter((each) => each.startsWith('client: '));
    const speech = ['client: do (request PING)', 'client: do (send NOTE)'];
    const open = holding({ kind: 'tcp-connection' } as MemoryItem);
    expect(done('tcp', up)).toEqual(['client: do (open)']);
    expect(done('tcp', open)).toEqual([...speech, 'client: do (close)']);
    expect(done('udp', up)).toEqual(speech);
  });
});

describe('the menu of the whole cluster', () => {
  it('adds the server with the first free number', () => {
    expect(clusterMenu(viewOf())).toEqual(['add server-3']);
    expect(clusterMenu(viewOf({ nodes: { 'server-1': absent } }))).toEqual(['add server-1']);
  });

  it('drops the next message, and heals all links once one is cut', () => {
    const next = { from: 'client', to: 'load-balancer' } as const;
    expect(clusterMenu(viewOf({ nextMessage: () => next, cuts: [['client', 'load-balancer']] }))).toEqual([
      'add server-3',
      'drop client load-balancer',
      'heal-all',
    ]);
  });

  it('rotates the key of all servers in the cluster, each time to a new one', () => {
    const signing: Changes = {
      traits: { usesKeys: true, keepsCopies: false },
      nodes: { 'server-2': { ...down, membership: 'draining' }, 'server-3': absent },
    };
    expect(clusterMenu(viewOf(signing))).toEqual([
      'add server-3',
      'server-1, server-2: rotate-key 2 true',
      'server-1, server-2: rotate-key 2 false',
    ]);
    const before = { kind: 'instruct', instruction: { kind: 'rotate-key' } };
    const later = clusterMenu(viewOf({ ...signing, commands: [before, { kind: 'crash' }, before] }));
    expect(later).toContain('server-1, server-2: rotate-key 4 true');
  });

  it('closes a server to newcomers or to everybody, and opens it, where clients are bound to servers', () => {
    const bound = scenario({ balancing: 'cookie' });
    const states = (balancer: NodeView, given = bound) =>
      clusterMenu(
        viewOf({ scenario: given, nodes: { 'load-balancer': balancer, 'server-2': absent } }),
      ).filter((each) => each.includes('set-server-state'));
    const told = (...names: string[]) =>
      names.map((name) => `load-balancer: set-server-state server-1 ${name}`);
    const closed = (to: 'newcomers' | 'everybody') =>
      holding({ kind: 'server-closed', server: 'server-1', to });
    expect(states(up)).toEqual(told('drain', 'maint'));
    expect(states(closed('newcomers'))).toEqual(told('maint', 'ready'));
    expect(states(closed('everybody'))).toEqual(told('drain', 'ready'));
    expect(states(down)).toEqual([]);
    expect(states(up, scenario({ strategy: 'sticky' }))).toEqual(told('drain', 'maint'));
    expect(states(up, scenario({ strategy: 'shared-store', balancing: 'round-robin' }))).toEqual([]);
  });
});
