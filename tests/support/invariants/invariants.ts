/** All invariants of a cluster's run, by name. */

import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import { assignment, detection, serviceAddress } from './assignment.ts';
import { attempts, postsAtMostOnce, retryBudget } from './attempts.ts';
import { bytesOfMessages } from './bytes.ts';
import type { Invariant } from './checker.ts';
import { sessionFormats } from './code-versions.ts';
import { noLostUpdate, oneHolderPerLock } from './concurrency.ts';
import { conservationOfSessions, noEarlyExpiry } from './conservation.ts';
import { cookieJar, largeCookies } from './cookie-jar.ts';
import { dates } from './dates.ts';
import { expiredSessions, expiredTokens } from './expiry.ts';
import { kernelInvariants } from './kernel-invariants.ts';
import { removedKeys, sealedCookies, tokenKeys } from './keys.ts';
import { lossesInTime } from './losses-in-time.ts';
import { lostLogins } from './lost-logins.ts';
import { refreshTokens } from './refresh-tokens.ts';
import { answersPassedOn, outcomes, refusals, settlements } from './requests.ts';
import { charges, chargesAskedFor, orders } from './resources.ts';
import { revokedTokens } from './revoked-tokens.ts';
import {
  lossOfSessions,
  noSessionForgotten,
  noSessionFromNowhere,
  nothingOfUsersOnServers,
  persistentStores,
} from './sessions.ts';
import { ageOfLocalCopies, freshReads, oneCommandAtATime, storeCapacity } from './store-conditions.ts';
import { whoIsWho } from './users.ts';
import { workersAndQueue, workersOverTcp } from './workers.ts';

/** Of a load balancer and its connections. Over TCP there's none. */
const ofTheBalancer = {
  outcomes,
  refusals,
  'forwarded responses': answersPassedOn,
  assignment,
  'crash detection': detection,
  'workers and queue': workersAndQueue,
} as const satisfies Readonly<Record<string, Invariant>>;

const ofEveryCluster = {
  ...kernelInvariants,
  settlements,
  attempts,
  'retry budget': retryBudget,
  'POST at most once': postsAtMostOnce,
  'cookie jar': cookieJar,
  'large cookies': largeCookies,
  'no lost update': noLostUpdate,
  'one holder per lock': oneHolderPerLock,
  dates,
  'session formats': sessionFormats,
  'session loss': lossOfSessions,
  'losses in time': lossesInTime,
  'conservation of sessions': conservationOfSessions,
  'no early expiry': noEarlyExpiry,
  'no invented sessions': noSessionFromNowhere,
  'no forgotten sessions': noSessionForgotten,
  'no user state on servers': nothingOfUsersOnServers,
  'persistent stores': persistentStores,
  'store capacity': storeCapacity,
  'fresh reads': freshReads,
  'one command at a time': oneCommandAtATime,
  'age of local copies': ageOfLocalCopies,
  'user identity': whoIsWho,
  'expired sessions': expiredSessions,
  'expired tokens': expiredTokens,
  'sealed cookies': sealedCookies,
  'token keys': tokenKeys,
  'removed keys': removedKeys,
  'refresh tokens': refreshTokens,
  'lost logins': lostLogins,
  'revoked tokens': revokedTokens,
  charges,
  'requested charges': chargesAskedFor,
  orders,
  'message sizes': bytesOfMessages,
} as const satisfies Readonly<Record<string, Invariant>>;

export const invariants = { ...ofEveryCluster, ...ofTheBalancer } as const;

/** HTTP messages are split into segments, and their receivers are found by the service's address. */
const invariantsOverTcp = {
  ...ofEveryCluster,
  'service address': serviceAddress,
  'workers and queue over TCP': workersOverTcp,
} as const satisfies Readonly<Record<string, Invariant>>;

/** The invariants that apply to this scenario's runs. */
export function invariantsOf({ connections }: ClusterScenario): Readonly<Record<string, Invariant>> {
  return connections === 'tcp' ? invariantsOverTcp : invariants;
}

export type InvariantName = keyof typeof invariants;
