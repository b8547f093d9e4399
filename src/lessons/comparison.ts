/**
 * Two comparisons: stateful against stateless, and sessions against tokens and sealed cookies. Rows of cells, each with the
 * moments in lessons that show it; for sealed cookies, the lessons have none.
 */
import { type ClusterScenario, clusterScenario } from '../simulation/scenario.ts';
import clerk from './clerk/lesson.ts';
import layers from './layers/lesson.ts';
import type { Lesson, LessonId } from './lesson.ts';
import loginCrash from './login-crash/lesson.ts';
import replication from './replication/lesson.ts';
import roundRobin from './round-robin/lesson.ts';
import scaleOut from './scale-out/lesson.ts';
import sessionCookie from './session-cookie/lesson.ts';
import sharedStore from './shared-store/lesson.ts';
import sticky from './sticky/lesson.ts';
import tcp from './tcp/lesson.ts';
import token from './token/lesson.ts';
import udp from './udp/lesson.ts';

export interface LessonMoment {
  readonly lesson: LessonId;
  /** An index from 0. */
  readonly scene: number;
}

/** A figure measured in a completed run. */
export interface Measure {
  readonly what: 'bytes-per-request' | 'memory-on-servers' | 'store-round-trips';
  readonly scenario: ClusterScenario;
}

export interface ComparisonCell {
  readonly moments: readonly LessonMoment[];
  readonly measure?: Measure;
}

/** One per column. */
export type PerColumn<Id extends ComparisonId, Each> = Id extends 'logins'
  ? readonly [session: Each, token: Each, sealed: Each]
  : readonly [stateful: Each, stateless: Each];

export interface Comparison<Id extends ComparisonId> {
  readonly id: Id;
  readonly rows: readonly {
    readonly id: ComparisonRow<Id>;
    readonly cells: PerColumn<Id, ComparisonCell>;
  }[];
}

const rowIds = {
  modes: [
    ...(['where', 'crash', 'change', 'scale-out', 'deploy', 'bytes', 'memory'] as const),
    ...(['logout', 'load', 'examples'] as const),
  ],
  logins: [
    ...(['picture', 'where', 'crash', 'change', 'scale-out', 'bytes', 'memory', 'storage'] as const),
    ...(['reading', 'expiry', 'logout', 'theft', 'leak', 'load'] as const),
  ],
} as const;

export type ComparisonId = keyof typeof rowIds;
export type ComparisonRow<Id extends ComparisonId> = (typeof rowIds)[Id][number];

/** A scene of this lesson. An unknown scene doesn't compile. */
function at<Of extends Lesson>(lesson: Of, scene: Of['scenes'][number]['id']): LessonMoment {
  return { lesson: lesson.id, scene: lesson.scenes.findIndex(({ id }) => id === scene) };
}

function shows(...moments: readonly LessonMoment[]): ComparisonCell {
  return { moments };
}

function measures(
  what: Measure['what'],
  scenario: ClusterScenario,
  ...moments: readonly LessonMoment[]
): ComparisonCell {
  return { moments, measure: { what, scenario } };
}

/** The same purchase and the same login: only the location of the state differs. */
const shopping = (strategy: ClusterScenario['strategy']) => clusterScenario({ ...clerk.scenario, strategy });
const loggingIn = (strategy: ClusterScenario['strategy']) =>
  clusterScenario({ ...token.scenario, balancing: 'first', strategy });

const cellsOfModes: Cells<'modes'> = {
  where: [shows(at(clerk, 'remembered')), shows(at(clerk, 'complete-requests'))],
  crash: [
    shows(at(clerk, 'another-clerk'), at(replication, 'crash-after-copy')),
    shows(at(token, 'any-server')),
  ],
  change: [shows(at(clerk, 'by-turns'), at(roundRobin, 'every-other-time')), shows(at(token, 'any-server'))],
  'scale-out': [
    shows(at(scaleOut, 'knows-nothing'), at(replication, 'added')),
    shows(at(scaleOut, 'nothing-to-share')),
  ],
  deploy: [shows(at(sticky, 'deployed'), at(replication, 'handover')), shows(at(token, 'any-server'))],
  bytes: [
    measures('bytes-per-request', shopping('server-memory'), at(clerk, 'same-clerk')),
    measures('bytes-per-request', shopping('client-state'), at(clerk, 'complete-requests')),
  ],
  memory: [
    measures('memory-on-servers', shopping('server-memory'), at(clerk, 'same-clerk')),
    measures('memory-on-servers', shopping('client-state'), at(clerk, 'complete-requests')),
  ],
  logout: [shows(at(sessionCookie, 'logged-out')), shows(at(token, 'stolen'))],
  load: [shows(at(sharedStore, 'one-notebook')), shows(at(token, 'tampered'))],
  examples: [
    shows(at(tcp, 'farewell'), at(loginCrash, 'logged-in')),
    shows(at(layers, 'purchase-goes-on'), at(udp, 'restarted'), at(token, 'any-server')),
  ],
};

const sealed: Partial<Record<ComparisonRow<'logins'>, ComparisonCell>> = {
  bytes: measures('bytes-per-request', loggingIn('sealed-cookie')),
  memory: measures('memory-on-servers', loggingIn('sealed-cookie')),
  load: measures('store-round-trips', loggingIn('sealed-cookie')),
};

const cellsOfLogins: Readonly<
  Record<ComparisonRow<'logins'>, readonly [session: ComparisonCell, token: ComparisonCell]>
> = {
  picture: [shows(at(sessionCookie, 'issued')), shows(at(token, 'any-server'))],
  where: [
    shows(at(loginCrash, 'logged-in'), at(sharedStore, 'one-notebook')),
    shows(at(token, 'any-server')),
  ],
  crash: [shows(at(loginCrash, 'session-lost')), shows(at(token, 'any-server'))],
  change: [shows(at(roundRobin, 'unknown'), at(sticky, 'same-server')), shows(at(token, 'any-server'))],
  'scale-out': [shows(at(sharedStore, 'any-server'), at(sticky, 'uneven')), shows(at(token, 'any-server'))],
  bytes: [
    measures('bytes-per-request', loggingIn('server-memory'), at(loginCrash, 'logged-in')),
    measures('bytes-per-request', loggingIn('signed-token'), at(token, 'any-server')),
  ],
  memory: [
    measures('memory-on-servers', loggingIn('server-memory'), at(loginCrash, 'logged-in')),
    measures('memory-on-servers', loggingIn('signed-token'), at(token, 'any-server')),
  ],
  storage: [shows(at(sessionCookie, 'issued')), shows(at(token, 'stolen'))],
  reading: [shows(at(sessionCookie, 'issued')), shows(at(token, 'tampered'))],
  expiry: [shows(at(sessionCookie, 'timeouts')), shows(at(token, 'expired'))],
  logout: [shows(at(sessionCookie, 'logged-out')), shows(at(token, 'deny-list'))],
  theft: [shows(at(sessionCookie, 'replayed')), shows(at(token, 'stolen'), at(token, 'key-replaced'))],
  leak: [shows(at(sessionCookie, 'replayed')), shows(at(token, 'tampered'))],
  load: [
    measures('store-round-trips', loggingIn('shared-store'), at(sharedStore, 'one-notebook')),
    measures('store-round-trips', loggingIn('signed-token'), at(token, 'any-server')),
  ],
};

type Cells<Id extends ComparisonId> = Readonly<Record<ComparisonRow<Id>, PerColumn<Id, ComparisonCell>>>;

export const modesCompared: Comparison<'modes'> = {
  id: 'modes',
  rows: rowIds.modes.map((id) => ({ id, cells: cellsOfModes[id] })),
};

export const loginsCompared: Comparison<'logins'> = {
  id: 'logins',
  rows: rowIds.logins.map((id) => ({ id, cells: [...cellsOfLogins[id], sealed[id] ?? shows()] })),
};
