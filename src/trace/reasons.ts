/** The kinds of facts that decide what a step shows. */
import type { BalancingPolicy } from '../simulation/actors/balancing.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId, LossReason } from '../simulation/kernel/trace-event.ts';
import type { EndCause } from '../simulation/losses/loss.ts';

/** A reason and its event; null for a reason that is no event, or a permanent one. */
export interface Evidence {
  readonly reason: Reason;
  readonly event: EventId | null;
}

export type Reason<Node = NodeId> =
  | {
      readonly kind: /** The node lacks the requested session. */
        | 'has-no-session'
        /** The session was stored on this node. */
        | 'session-was-on'
        /** The session was lost in a crash, lost with a server that left, or ended. */
        | 'crash-took-it'
        | 'left-with-it'
        | 'ended-it'
        /** The session's time was over, so the store removed it. */
        | 'expired-there'
        /** A full store removed the session to make room for another. */
        | 'was-evicted'
        /** The store never got the session, although its client was told of it. */
        | 'was-not-stored'
        /** Only this node had the session's latest change, and it crashed. */
        | 'crash-took-change'
        /** This node had the session's latest change, and got the data of the other store instead. */
        | 'other-data-won'
        /** The node had the session without its latest change. */
        | 'has-older-data'
        /** The session's latest state is on another node, and hadn't reached this one. */
        | 'was-behind'
        /** The session is still on this node, but another node was asked. */
        | 'session-is-on'
        /** The session's copy was lost on the way. */
        | 'copy-was-lost'
        /** The session's copy wasn't sent yet. */
        | 'was-not-copied'
        /** The node got a segment of an unknown connection. */
        | 'has-no-connection'
        /** The connection belonged to this node. */
        | 'connection-was-on'
        /** The node wasn't asked: its health checks had failed, or it didn't respond. */
        | 'was-marked-down'
        | 'did-not-answer'
        /** The node had crashed unnoticed, so the connection was refused and nothing was sent. */
        | 'had-crashed'
        | 'nothing-was-sent'
        /** This store replaced the one that had crashed. */
        | 'has-taken-over'
        /** The node crashed while it worked on the request. */
        | 'died-at-work'
        /** What the node did before the crash is unknown. The request isn't retried, or is, because it's idempotent. */
        | 'is-not-repeated'
        | 'is-repeated'
        /** A sender isn't told about lost messages. */
        | 'nobody-is-told'
        /** The requested session or connection never existed. */
        | 'was-never-there'
        /** The credentials are expired or revoked. */
        | 'session-expired'
        | 'token-expired'
        | 'token-was-revoked'
        /** The request had no credentials, or those of a user without permission. */
        | 'nothing-was-shown'
        | 'has-no-right'
        /** The node checks credentials on each request. */
        | 'is-always-checked'
        /** An operator gave the node a command. */
        | 'was-instructed'
        /** An operator changed a token, replaced or removed a key, let time pass, or emptied a store. */
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

/** What each end of a session gives as the reason. */
export const endings: Readonly<Record<EndCause, PlainReason>> = {
  crashed: 'crash-took-it',
  left: 'left-with-it',
  'change-crashed': 'crash-took-change',
  evicted: 'was-evicted',
  'not-stored': 'was-not-stored',
  diverged: 'other-data-won',
  stale: 'was-behind',
  flushed: 'was-emptied',
  ended: 'ended-it',
  expired: 'expired-there',
};

/** Reasons for a refusal, by the response's error code. */
export const refusals: Partial<Record<string, PlainReason>> = {
  'expired-session': 'session-expired',
  expired: 'token-expired',
  revoked: 'token-was-revoked',
  'none-presented': 'nothing-was-shown',
  forbidden: 'has-no-right',
};

/** Commands after which a client that was served before can be refused. */
export const outcomes: Partial<Record<NodeCommand['kind'], PlainReason>> = {
  tamper: 'token-was-changed',
  'rotate-key': 'key-was-replaced',
  'remove-keys': 'has-no-key',
  'stay-away': 'was-away',
  flush: 'was-emptied',
};
