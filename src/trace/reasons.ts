/** The kinds of facts that decide what a step shows. */
import type { BalancingPolicy } from '../simulation/actors/balancing.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId, LossReason } from '../simulation/kernel/trace-event.ts';

/** A reason, and the event that it tells of; null for what did not happen, or goes on all the time. */
export interface Evidence {
  readonly reason: Reason;
  readonly event: EventId | null;
}

export type Reason<Node = NodeId> =
  | {
      readonly kind: /** It was asked for a session that it does not have, */
        | 'has-no-session'
        /** which was kept here, */
        | 'session-was-on'
        /** and went with a crash, with a server that left, or because it was ended; */
        | 'crash-took-it'
        | 'left-with-it'
        | 'ended-it'
        /** or it is there still, and somebody else was asked. */
        | 'session-is-on'
        /** The copy that it was to have did not get there, */
        | 'copy-was-lost'
        /** or had not left yet. */
        | 'was-not-copied'
        /** It was told something over a connection that it does not know, */
        | 'has-no-connection'
        /** because it was this one's. */
        | 'connection-was-on'
        /** It was not asked because health checks had failed, or because it did not answer. */
        | 'was-marked-down'
        | 'did-not-answer'
        /** It had crashed, and nobody had noticed; so nothing was sent to it. */
        | 'had-crashed'
        | 'nothing-was-sent'
        /** It died while it was at work. */
        | 'died-at-work'
        /** What it had done then is unknown, so the request is not repeated, or is, since that does no harm. */
        | 'is-not-repeated'
        | 'is-repeated'
        /** Nobody tells a sender what was lost. */
        | 'nobody-is-told'
        /** There was never anything of the kind that it was asked for. */
        | 'was-never-there'
        /** It refused what it was shown: a session or a token whose time was over, one that was revoked, */
        | 'session-expired'
        | 'token-expired'
        | 'token-was-revoked'
        /** nothing at all, or somebody who may not; */
        | 'nothing-was-shown'
        | 'has-no-right'
        /** which it checks each time. */
        | 'is-always-checked'
        /** It has been told what to do by an operator, */
        | 'was-instructed'
        /** who changed a token, replaced or took keys, let time pass, emptied a store. */
        | 'token-was-changed'
        | 'key-was-replaced'
        | 'has-no-key'
        | 'was-away'
        | 'was-emptied';
      readonly node: Node;
    }
  | { readonly kind: 'policy-chose'; readonly node: Node; readonly policy: BalancingPolicy }
  | { readonly kind: 'message-was-lost'; readonly node: Node; readonly why: LossReason };

type PlainReason = Exclude<Reason['kind'], 'policy-chose' | 'message-was-lost'>;

/** Why a server refuses, by the code of its answer. */
export const refusals: Partial<Record<string, PlainReason>> = {
  'expired-session': 'session-expired',
  expired: 'token-expired',
  revoked: 'token-was-revoked',
  'none-presented': 'nothing-was-shown',
  forbidden: 'has-no-right',
};

/** What comes of an instruction after which somebody who was served before may be served no longer. */
export const outcomes: Partial<Record<NodeCommand['kind'], PlainReason>> = {
  tamper: 'token-was-changed',
  'rotate-key': 'key-was-replaced',
  'remove-keys': 'has-no-key',
  'stay-away': 'was-away',
  flush: 'was-emptied',
};
