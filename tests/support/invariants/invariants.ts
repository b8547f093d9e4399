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
  'answers passed on': answersPassedOn,
  'no requests to the draining': noRequestsToTheDraining,
  'loss of sessions': lossOfSessions,
  'no session from nowhere': noSessionFromNowhere,
  'no session forgotten': noSessionForgotten,
  'nothing of users on servers': nothingOfUsersOnServers,
  'persistent stores': persistentStores,
  'who is who': whoIsWho,
  'expired sessions': expiredSessions,
  'expired tokens': expiredTokens,
  charges,
  'charges asked for': chargesAskedFor,
  orders,
  'bytes of messages': bytesOfMessages,
} as const satisfies Readonly<Record<string, Invariant>>;

/** Over TCP there's no load balancer, and HTTP messages are split into segments. */
const overTcp = {
  ...kernelInvariants,
  settlements,
  'loss of sessions': lossOfSessions,
  'nothing of users on servers': nothingOfUsersOnServers,
  'persistent stores': persistentStores,
  'charges asked for': chargesAskedFor,
  'bytes of messages': bytesOfMessages,
} as const satisfies Readonly<Record<string, Invariant>>;

/** The invariants that apply to this scenario's runs. */
export function invariantsOf({ connections }: ClusterScenario): Readonly<Record<string, Invariant>> {
  return connections === 'tcp' ? overTcp : invariants;
}

export type InvariantName = keyof typeof invariants;
