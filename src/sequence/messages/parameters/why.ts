/** The facts that decided a step, one sentence each. */
import type { BalancingPolicy } from '../../../simulation/actors/balancing.ts';
import type { LossReason } from '../../../simulation/kernel/trace-event.ts';
import type { PlainReason } from '../../../trace/reasons.ts';

/** Reasons whose sentence names no node. */
type NodelessReason =
  | 'no-check-had-failed'
  | 'too-few-checks-had-failed'
  | 'no-checks-are-made'
  | 'gives-up'
  | 'has-no-servers'
  | 'has-no-other-server'
  | 'result-is-unknown'
  | 'has-the-same-key'
  | 'is-not-recognized'
  | 'was-not-said'
  | 'kept-changing'
  | 'is-locked'
  | 'credentials-are-wrong'
  | 'no-refresh-tokens'
  | 'another-was-faster'
  | 'reuse-ends-login'
  | 'lost-its-table'
  | 'is-not-repeated'
  | 'is-repeated'
  | 'nobody-waits'
  | 'was-never-there'
  | 'session-expired'
  | 'token-expired'
  | 'token-was-revoked'
  | 'nothing-was-shown'
  | 'no-password-was-shown'
  | 'has-no-right'
  | 'token-was-changed'
  | 'was-away'
  | 'keys-are-own'
  | 'seal-is-broken'
  | 'cookie-was-too-large'
  | 'keeps-the-old-cookie'
  | 'no-server-remembers-it'
  | 'deny-list-has-another';

export type WhyIds = `why.${NodelessReason}` | `why.policy.${BalancingPolicy}` | `why.loss.${LossReason}`;

export interface WhyParameters<Text>
  extends Record<`why.${Exclude<PlainReason, NodelessReason>}`, { node: Text }> {
  /** `words` are those of a request. */
  'why.had-changed': { words: Text };
  'why.wrote-over': { words: Text };
  'why.had-ended': { words: Text };
  'why.brought-back': { words: Text };
  'why.policy-chose': { node: Text; policy: Text };
  'why.message-was-lost': { node: Text; loss: Text };
}
