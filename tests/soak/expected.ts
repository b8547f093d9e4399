/** Situations that a sufficiently long soak must reach: the possible outcomes of each fault, by strategy. */
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { type Cell, cellOf, type Ending, type Fate } from './situations.ts';

type Outcomes = readonly (Ending | Fate)[];

/** Under every strategy, a login can be missing, a page forbidden, or a purchase incomplete. */
const everywhere: Readonly<Record<string, Outcomes>> = {
  nothing: [200, 401, 403, 422, 503, 504, 'timed-out'],
  loss: [200, 401, 422, 503, 504, 'timed-out'],
  'crash server': [200, 401, 422, 502, 503, 504, 'timed-out', 'held none'],
  'crash process of server': [200, 401, 502, 503, 504, 'timed-out'],
  'crash machine of server': [200, 401, 503, 504, 'timed-out'],
  'freeze server': [200, 401, 503, 504, 'timed-out'],
  'thaw server': [200, 401],
  'freeze load-balancer': ['timed-out'],
  'deploy server': [200, 401],
  'set-server-state': [200, 401],
  'restart server': [200, 401, 503],
  'add server': [200, 401],
  'drain server': [200, 401, 503, 'held none'],
  'crash load-balancer': ['refused', 'reset', 'timed-out'],
  'restart load-balancer': [200],
  'crash database': [503],
  'restart database': [200],
  cut: [200, 503, 504, 'timed-out'],
  heal: [200],
  partition: [200, 503, 504, 'timed-out'],
  'heal-all': [200],
  drop: [200, 503, 504, 'timed-out'],
  say: [200, 401],
  'stay-away': [200, 401],
  tamper: [200, 401],
  'rotate-key': [200, 401],
  'remove-keys': [200, 401],
  'set-clock': [200, 401],
};

/** Modes that every strategy has. */
const modesEverywhere: Readonly<Record<string, Outcomes>> = {
  'balancer haproxy': [200, 401, 503, 504, 'timed-out'],
  'balancer haproxy-redispatch': [200, 401, 503, 504, 'timed-out'],
  'balancer nginx': [200, 401, 502, 504, 'timed-out'],
  'idle connections close': [200, 401, 422, 502, 503, 504, 'refused', 'reset', 'timed-out'],
  'browser resends': [200, 401, 422, 502, 503, 504, 'refused', 'reset', 'timed-out'],
  'retry budget': [200, 401, 422, 502, 503, 504, 'refused', 'reset', 'timed-out'],
  'cut links delay': [200, 401, 422, 502, 503, 504, 'refused', 'reset', 'timed-out'],
  'several versions': [200, 401, 422, 502, 503, 504, 'timed-out'],
  'clocks apart': [200, 401, 422, 502, 503, 504, 'refused', 'reset', 'timed-out'],
};

const ofRefreshTokens: Outcomes = [200, 400, 401, 503, 504, 'timed-out'];
const ofKeys: Outcomes = [200, 401, 503, 504, 'timed-out'];
const ofStores: Outcomes = [200, 401, 422, 502, 503, 504, 'timed-out'];
const onServers = {
  'session crashed': ['session lost'],
  'session left': ['session lost'],
} as const satisfies Readonly<Record<string, Outcomes>>;

/** Modes of some strategies, and what becomes of their sessions. */
const modesByStrategy: Readonly<Record<string, Readonly<Record<string, Outcomes>>>> = {
  'server-memory': { ...onServers, 'session replaced': ['session lost'] },
  sticky: onServers,
  replicated: {
    ...onServers,
    'session overwritten': ['session lost'],
    'session replaced': ['session lost'],
  },
  'shared-store': {
    'writes last-write-wins': ofStores,
    // A session that keeps changing is a conflict.
    'writes if-unchanged': [...ofStores, 409],
    'writes lock': ofStores,
    'full store: evict': ofStores,
    'full store: refuse': ofStores,
    'write errors ignored': ofStores,
    'store client waits': ofStores,
    'local copies': ofStores,
    'reads from the replica': ofStores,
    'session crashed': ['session lost'],
    'session evicted': ['session lost'],
    'session not-stored': ['session lost'],
    'session diverged': ['session lost'],
    'session stale': ['session lost'],
    'session overwritten': ['session lost'],
    'session replaced': ['session lost'],
  },
  'signed-token': {
    'keys own': ofKeys,
    'keys in-store': ofKeys,
    'key pairs': ofKeys,
    'deny list': ofKeys,
    'refresh tokens revoke': ofRefreshTokens,
    'refresh tokens refuse': ofRefreshTokens,
    'refresh tokens grace': ofRefreshTokens,
    // Logins with refresh tokens.
    'session crashed': ['session lost'],
    'session evicted': ['session lost'],
    'session flushed': ['session lost'],
    'session diverged': ['session lost'],
    'session stale': ['session lost'],
    'session overwritten': ['session lost'],
  },
  'sealed-cookie': {
    'keys own': ofKeys,
    'keys in-store': ofKeys,
    'session overwritten': ['session lost'],
    'session not-stored': ['session lost'],
  },
};

/** Outcomes that depend on where the state is stored. */
const byStrategy: Readonly<Record<string, Readonly<Record<string, Outcomes>>>> = {
  'server-memory': { 'crash server': ['session lost'], 'drain server': ['session lost'] },
  sticky: { 'crash server': ['session lost'], 'drain server': ['session lost'] },
  replicated: { 'crash server': ['session lost', 'session kept'], 'drain server': ['session kept'] },
  'shared-store': {
    'crash session-store': [200, 401, 503, 'held none', 'session lost', 'session kept'],
    'restart session-store': [200, 401],
    'crash session-store-replica': [200, 'held none', 'session kept'],
    'restart session-store-replica': [200],
    flush: [200, 401],
  },
  'signed-token': { 'remove-keys': [503] },
  'sealed-cookie': { 'remove-keys': [503] },
};

export const expectedCells: readonly Cell[] = strategyIds.flatMap((strategy) =>
  [everywhere, modesEverywhere, byStrategy[strategy] ?? {}, modesByStrategy[strategy] ?? {}].flatMap(
    (table) =>
      Object.entries(table).flatMap(([fault, outcomes]) =>
        outcomes.map((outcome) => cellOf(strategy, fault, outcome)),
      ),
  ),
);
