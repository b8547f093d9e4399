/** Why a server refused what a request shows, or had no key to issue a credential with. */

import type { NodeId } from '../simulation/kernel/actor.ts';
import { traitsOf } from '../simulation/variants.ts';
import { ringOn } from './key-rings.ts';
import type { ProblemCode } from './reading.ts';
import type { Evidence, PlainReason } from './reasons.ts';
import { clientOf } from './why-case.ts';
import { evidenceOfClock } from './why-clocks.ts';
import { evidenceOfCommand, type Problem, plain } from './why-error.ts';
import { evidenceOfIgnoredCookie, evidenceOfUnknownKey } from './why-keys.ts';
import { evidenceOfDroppedTokens } from './why-refresh.ts';

/** The request names nobody: because its client had nothing to show, or had lost it. */
export function evidenceOfNoCredentials(problem: Problem): readonly Evidence[] {
  const { judged, request } = problem;
  const { server: node, event } = judged;
  const ignored = evidenceOfIgnoredCookie(judged, clientOf(request));
  if (ignored.length > 0) return ignored;
  return [plain('nothing-was-shown', node, event), ...evidenceOfDroppedTokens(problem)];
}

export function evidenceOfNoLogin({ run, judged, request }: Problem): readonly Evidence[] {
  // A request that brings all of the state has no session that could lack a login.
  if (traitsOf(run.scenario).stateLocation === 'request') {
    return [plain('no-password-was-shown', judged.server, judged.event)];
  }
  const ignored = evidenceOfIgnoredCookie(judged, clientOf(request));
  return ignored.length > 0 ? ignored : [plain('has-no-login', judged.server, judged.event)];
}

/** A missing key, and who removed it. */
export function evidenceOfMissingKey(problem: Problem): readonly Evidence[] {
  const { judged } = problem;
  const ofKey = evidenceOfUnknownKey(judged);
  if (ofKey.length === 0) return evidenceOfForgery(problem, 'bad-signature');
  const isRemoved = ofKey.length === 1;
  return isRemoved
    ? [...ofKey, ...evidenceOfCommand(problem, ['rotate-key', 'remove-keys'], judged.server).slice(0, 1)]
    : ofKey;
}

/** What is over, or not valid yet, by this server's clock. */
export function evidenceOfTime(problem: Problem): readonly Evidence[] {
  const { code, judged } = problem;
  const reasons = evidenceOfRefusal(code, judged.server, judged.event);
  const ofClock = evidenceOfClock(problem);
  return ofClock.length > 0 ? [...reasons.slice(0, 1), ...ofClock] : reasons;
}

/** A token or a sealed cookie that no server has issued. */
export function evidenceOfForgery(problem: Problem, code: ProblemCode): readonly Evidence[] {
  const { judged, request, run } = problem;
  const isSealed = traitsOf(run.scenario).stateLocation === 'cookie';
  const commanded = evidenceOfCommand(problem, ['tamper'], clientOf(request));
  if (isSealed || code === 'bad-seal') {
    const broken = plain('seal-is-broken', judged.server, judged.event);
    return [...commanded.slice(0, 1), broken, plain('is-always-checked', judged.server)];
  }
  return commanded.length > 0
    ? commanded
    : [plain('token-was-changed', judged.server, judged.event), plain('is-always-checked', judged.server)];
}

const refusals: Partial<Record<ProblemCode, PlainReason>> = {
  'expired-session': 'session-expired',
  'other-format': 'written-by-another-version',
  expired: 'token-expired',
  revoked: 'token-was-revoked',
  'not-yet-valid': 'token-is-from-the-future',
  forbidden: 'has-no-right',
};

export function evidenceOfRefusal(
  code: ProblemCode | null,
  node: NodeId,
  event: number,
): readonly Evidence[] {
  const kind = code === null ? undefined : refusals[code];
  if (kind === undefined) return [];
  const refused = plain(kind, node, event);
  // A format isn't checked: the code can't read it.
  return code === 'other-format' ? [refused] : [refused, plain('is-always-checked', node)];
}

/** Why a server has no key to sign or seal with. */
export function evidenceOfNoKey(problem: Problem): readonly Evidence[] {
  const { run, events, judged } = problem;
  const { server: node } = judged;
  const ring = ringOn(node, events);
  const hasKeys = ring !== undefined && ring.item.ring.verification.length > 0;
  // With key pairs, this server can verify what another one has signed.
  if (hasKeys) return [plain('has-public-half-only', node, ring.id)];
  const commanded = evidenceOfCommand(problem, ['remove-keys'], node);
  if (commanded.length > 0) return commanded;
  const isInStore = run.scenario.kind === 'cluster' && run.scenario.keys.kind === 'in-store';
  return [plain(isInStore ? 'has-not-read-a-key' : 'has-no-key', node)];
}
