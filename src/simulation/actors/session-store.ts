/**
 * The session store: a machine beside the servers that keeps strings for them and can fail like any other. Simplified
 * after Redis: capacity counts entries, not bytes, and a persistent store writes to disk before it replies.
 */
import type { ClusterActor, ClusterContext, ClusterEffect, ClusterMessage } from '../cluster.ts';
import type { StoreWrite } from '../protocols/store.ts';
import type { StoreConditions } from '../scenario.ts';
import { EXPIRY, execute, expire, flush, noEntries, read, readEntries } from './store-entries.ts';
import { copyWrites, type PeerState, reactToPeer } from './store-peer.ts';
import { type PeerOptions, refusalOf, serving, startRole } from './store-role.ts';

export interface SessionStoreOptions {
  /** Capacity in entries; null means no limit. */
  readonly entriesMax: number | null;
  readonly whenFull: StoreConditions['whenFull'];
  /** Null for a store without a peer. */
  readonly replication: PeerOptions | null;
}

export function sessionStore(options: SessionStoreOptions): ClusterActor<PeerState> {
  const { replication } = options;
  return {
    start: () => ({ entries: noEntries(), role: serving(), copies: new Map(), lastCopy: 0 }),
    react(state, input, context) {
      switch (input.kind) {
        case 'started': {
          const entries = readEntries(state.entries, context);
          return replication === null
            ? entries
            : [...entries, ...startRole(state.role, replication, context)];
        }
        case 'message':
          if (input.message.body.kind === 'store-command') {
            return serve(state, input.message, options, context);
          }
          return replication === null ? [] : reactToPeer(state, input, replication, context);
        case 'timer':
          if (input.timer === EXPIRY) return throwAway(state, options, context);
          return replication === null ? [] : reactToPeer(state, input, replication, context);
        case 'refused':
        case 'reset':
          return replication === null ? [] : reactToPeer(state, input, replication, context);
        case 'node-command':
          return input.command.kind === 'flush' && state.role.role === 'primary'
            ? carryOut(flush(state.entries), state, options)
            : [];
        case 'joined':
        case 'draining':
        case 'left':
          return [];
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function serve(
  state: PeerState,
  message: ClusterMessage,
  options: SessionStoreOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { body } = message;
  if (body.kind !== 'store-command') throw new Error(`A store got an unexpected ${body.kind} message.`);
  const isRead = body.name === 'GET';
  const code = refusalOf(state.role, { isRead, readsFrom: options.replication?.readsFrom ?? 'primary' });
  if (code !== null) {
    return [{ kind: 'reply', to: message, body: { kind: 'store-reply', reply: 'error', code } }];
  }
  if (isRead && state.role.role === 'replica') {
    const { effects, reply } = read(body.key, context);
    return [...effects, { kind: 'reply', to: message, body: reply }];
  }
  const executed = execute(body, state.entries, context, options);
  return [...carryOut(executed, state, options), { kind: 'reply', to: message, body: executed.reply }];
}

/** Evicts entries. A replica never evicts by itself: its primary tells it to. */
function throwAway(
  state: PeerState,
  options: SessionStoreOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  state.entries.nextExpiryUs = null;
  return state.role.role === 'primary' ? carryOut(expire(state.entries, context), state, options) : [];
}

interface Change {
  readonly effects: readonly ClusterEffect[];
  readonly writes: readonly StoreWrite[];
}

/** Executes a change, and copies it to the replica, if there is one. */
function carryOut({ effects, writes }: Change, state: PeerState, { replication }: SessionStoreOptions) {
  return replication === null ? effects : [...effects, ...copyWrites(state, writes, replication)];
}
