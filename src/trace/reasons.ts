/** The kinds of facts that decide what a step shows. */
import type { BalancingPolicy } from '../simulation/actors/balancing.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId, LossReason } from '../simulation/kernel/trace-event.ts';
import type { EndCause } from '../simulation/losses/loss.ts';
import type { RequestIntent } from './reading.ts';

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
        /** The session was lost in a crash, on a machine that went dark, in a deploy, with a server that left, or ended. */
        | 'crash-took-it'
        | 'darkness-took-it'
        | 'restart-took-it'
        | 'left-with-it'
        | 'ended-it'
        /** A login renewed the session's ID, and the node deleted the former one. */
        | 'was-renewed'
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
        /** Another request wrote over the session's change, or brought back the session that had ended. */
        | 'was-overwritten'
        | 'was-revived'
        /** The client's cookie names a new session, so nobody asks this node for the one that it still has. */
        | 'was-replaced'
        /** The client keeps a new token or sealed cookie in place of the one that held the session. */
        | 'old-one-is-gone'
        /** The node had the session without its latest change. */
        | 'has-older-data'
        /** The session's latest state is on another node, and hadn't reached this one. */
        | 'was-behind'
        /** The store with the latest change is down. The other one was down at that time, or has never got it. */
        | 'has-change-but-is-down'
        | 'came-back-without-it'
        | 'never-got-it'
        /** The server answered from its own copy of a session that is in a store. */
        | 'used-own-copy'
        /** The session is still on this node, but another node was asked. */
        | 'session-is-on'
        /** The session's copy was lost on the way. */
        | 'copy-was-lost'
        /** The copy was too old when it arrived, by this server's clock. */
        | 'copy-had-expired'
        /** The session's copy wasn't sent yet. */
        | 'was-not-copied'
        /** The node got a segment of an unknown connection. */
        | 'has-no-connection'
        /** The connection belonged to this node. */
        | 'connection-was-on'
        /** The node wasn't asked: its health checks had failed, or it didn't respond. */
        | 'was-marked-down'
        | 'did-not-answer'
        /** A server was added, which moved some addresses to other servers. */
        | 'addresses-moved'
        /** The operator closed the server, to all clients or to those that aren't bound to it, or it's draining. */
        | 'was-closed'
        | 'was-closed-to-newcomers'
        | 'was-draining'
        /** The load balancer crashed, and its table of bound clients is gone. */
        | 'lost-its-table'
        /** The load balancer's table binds the client to this server. */
        | 'is-bound-to'
        /** The node had crashed or left, so the connection was refused and nothing was sent. */
        | 'had-crashed'
        | 'had-left'
        | 'nothing-was-sent'
        /** The node's process is dead, and its operating system handles what is left of its connections and ports. */
        | 'system-answers'
        /** What the load balancer's health checks had found of a server that had crashed. */
        | 'no-check-had-failed'
        | 'too-few-checks-had-failed'
        | 'no-checks-are-made'
        | 'is-tried-although-down'
        /** No replica has replaced the store that crashed. */
        | 'is-not-replaced-yet'
        /** The load balancer gives up on one server, or knows none. */
        | 'gives-up'
        | 'has-no-servers'
        /** The node closed the connection without a response, because its server did. */
        | 'closed-without-a-response'
        /** The node's process is frozen, or its machine is off. */
        | 'was-frozen'
        | 'had-a-frozen-process'
        | 'had-gone-dark'
        /** This store replaced the one that had crashed. */
        | 'has-taken-over'
        /** The node crashed while it worked on the request, was restarted by a deploy, or closed the connection for another reason. */
        | 'died-at-work'
        | 'restarted-at-work'
        | 'closed-while-idle'
        | 'broke-off'
        /**
         * What the node did before that is unknown. The load balancer doesn't retry, has no other server, or retries, because
         * the request is idempotent.
         */
        | 'is-not-repeated'
        | 'has-no-other-server'
        | 'is-repeated'
        /** The same of a message of another node. */
        | 'result-is-unknown'
        /** The client sent it again, which is recognized by an idempotency key only. */
        | 'was-sent-again'
        | 'has-the-same-key'
        | 'is-not-recognized'
        /** The node got the request, and is still at work on it. */
        | 'had-not-answered'
        /** The message to the node hasn't arrived yet. */
        | 'was-on-its-way'
        /** All of the server's workers and places in its queue are taken. */
        | 'had-a-full-queue'
        /**
         * Nobody is told about a lost message. Its sender waits, or the node that asked for it; a timer sends the segment
         * again; the segment was an acknowledgment alone; or nobody waits.
         */
        | 'sender-waits'
        | 'asker-waits'
        | 'sender-retransmits'
        | 'is-not-acknowledged'
        | 'nobody-waits'
        /** The requested session or connection never existed. */
        | 'was-never-there'
        /** The customer has to say more. */
        | 'was-not-said'
        /** The store refuses: it's full, isn't ready, or isn't the primary. */
        | 'had-no-room'
        | 'is-still-loading'
        | 'is-only-a-replica'
        /** Other requests changed the session each time, or one has its lock, even if its server has crashed. */
        | 'kept-changing'
        | 'is-locked'
        | 'holds-the-lock'
        | 'crashed-with-the-lock'
        /** The server's process was frozen until its time to wait for the lock was over. */
        | 'was-frozen-waiting'
        /** The credentials are expired or revoked. */
        | 'session-expired'
        /** Another version of the code wrote the session, in a format that this one can't read. */
        | 'written-by-another-version'
        | 'token-expired'
        | 'token-was-revoked'
        /** The request had no credentials, wrong ones, or those of a user without permission. */
        | 'nothing-was-shown'
        | 'no-password-was-shown'
        | 'credentials-are-wrong'
        | 'has-no-right'
        /** The session has no login. */
        | 'has-no-login'
        /** The server doesn't know what is asked. */
        | 'has-no-such-page'
        | 'is-unreadable'
        /** There are no refresh tokens, the client has none, or its login is gone. */
        | 'no-refresh-tokens'
        | 'shows-no-refresh-token'
        | 'has-no-login-entry'
        /** The store knows the login with a former refresh token: it has missed a rotation. */
        | 'has-older-login'
        | 'logout-had-ended-login'
        | 'reuse-had-ended-login'
        /** A refresh token is used twice. */
        | 'was-used-before'
        | 'another-was-faster'
        | 'reuse-ends-login'
        | 'dropped-its-tokens'
        /** The node checks credentials on each request. */
        | 'is-always-checked'
        /** An operator gave the node a command. */
        | 'was-instructed'
        /** An operator changed a token, removed a key, let time pass, or emptied a store. */
        | 'token-was-changed'
        | 'has-no-key'
        /** With key pairs, only one server can sign; or the server hasn't read a key from the store. */
        | 'has-public-half-only'
        | 'has-not-read-a-key'
        | 'was-away'
        | 'was-emptied'
        /** The server doesn't have the key that sealed or signed, and never had it; or it had it, and it was removed. */
        | 'key-never-received'
        | 'key-was-removed'
        /** The store had the servers' keys, and lost them in a crash, deleted them, or got others in their place. */
        | 'lost-the-keys'
        | 'deleted-the-keys'
        | 'got-other-keys'
        /** The store never got the key, so no other server could read it. */
        | 'never-got-the-key'
        /** The node has that key, or had it. */
        | 'key-is-on'
        | 'key-was-on'
        /** Why the key isn't everywhere: the server was down, wasn't told, makes its own, or hasn't read the store since. */
        | 'was-down-then'
        | 'was-not-told'
        | 'keys-are-own'
        | 'keys-were-read-before'
        /** The node's clock is wrong, or was when the node wrote the times that were compared. */
        | 'clock-is-ahead'
        | 'clock-is-behind'
        | 'clock-was-ahead'
        | 'clock-was-behind'
        /** By the node's clock, the token was issued in the future. */
        | 'token-is-from-the-future'
        /** A sealed cookie isn't what a server sealed. */
        | 'seal-is-broken'
        /** A cookie of more than 4,096 octets, which the client ignored; it keeps what it had. */
        | 'cookie-was-too-large'
        | 'keeps-the-old-cookie'
        /** A client had logged out, which no server remembers. */
        | 'had-logged-out'
        | 'no-server-remembers-it'
        /** The deny list had the token, has another one of the login only, or got none, as the server refused the token. */
        | 'had-it-on-deny-list'
        | 'deny-list-has-another'
        | 'listed-nothing'
        /** The logout didn't end the session: it wasn't found, couldn't be read, or the store didn't get the command. */
        | 'logout-found-nothing'
        | 'logout-could-not-use-it'
        | 'never-got-the-logout';
      readonly node: Node;
    }
  | { readonly kind: 'policy-chose'; readonly node: Node; readonly policy: BalancingPolicy }
  /**
   * One request changed the session, and another one wrote over the change; or one ended it, and another one brought it
   * back. The second of each pair had read the session before. `intent` is what the request asks for.
   */
  | {
      readonly kind: 'had-changed' | 'wrote-over' | 'had-ended' | 'brought-back';
      readonly node: Node;
      readonly intent: RequestIntent;
    }
  | { readonly kind: 'message-was-lost'; readonly node: Node; readonly why: LossReason };

/** Reasons that name a node only. */
export type PlainReason = Exclude<
  Reason['kind'],
  'policy-chose' | 'message-was-lost' | 'had-changed' | 'wrote-over' | 'had-ended' | 'brought-back'
>;

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
  overwritten: 'was-overwritten',
  revived: 'was-revived',
  replaced: 'was-replaced',
  ended: 'ended-it',
  expired: 'expired-there',
};

/** What a command led to, after which a client that was served before can be refused. */
export const outcomes: Partial<Record<NodeCommand['kind'], PlainReason>> = {
  tamper: 'token-was-changed',
  'remove-keys': 'has-no-key',
  'stay-away': 'was-away',
};
