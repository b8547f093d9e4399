/** All invariants of a cluster's run, by name. */

import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import { noRequestsToTheDraining } from './balancing.ts';
import { bytesOfMessages } from './bytes.ts';
import type { Invariant } from './checker.ts';
import { expiredSessions, expiredTokens } from './expiry.ts';
import { kernelInvariants } from './kernel-invariants.ts';
import { answersPassedOn, outcomes, refusals, settlements } from './requests.ts';
import { charges, chargesAskedFor, orders } from './resources.ts';
import {
  lossOfSessions,
  noSessionForgotten,
  noSessionFromNowhere,
  nothingOfUsersOnServers,
  persistentStores,
} from './sessions.ts';
import { whoIsWho } from './users.ts';

export const invariants = {
  ...kernelInvariants,
  settlements,
  outcomes,
  refusals,
  'forwarded responses': answersPassedOn,
  'no requests to draining servers': noRequestsToTheDraining,
  'session loss': lossOfSessions,
  'no invented sessions': noSessionFromNowhere,
  'no forgotten sessions': noSessionForgotten,
  'no user state on servers': nothingOfUsersOnServers,
  'persistent stores': persistentStores,
  'user identity': whoIsWho,
  'expired sessions': expiredSessions,
  'expired tokens': expiredTokens,
  charges,
  'requested charges': chargesAskedFor,
  orders,
  'message sizes': bytesOfMessages,
} as const satisfies Readonly<Record<string, Invariant>>;

/** Over TCP there's no load balancer, and HTTP messages are split into segments. */
const overTcp = {
  ...kernelInvariants,
  settlements,
  'session loss': lossOfSessions,
  'no user state on servers': nothingOfUsersOnServers,
  'persistent stores': persistentStores,
  'requested charges': chargesAskedFor,
  'message sizes': bytesOfMessages,
} as const satisfies Readonly<Record<string, Invariant>>;

/** The invariants that apply to this scenario's runs. */
export function invariantsOf({ connections }: ClusterScenario): Readonly<Record<string, Invariant>> {
  return connections === 'tcp' ? overTcp : invariants;
}

export type InvariantName = keyof typeof invariants;
