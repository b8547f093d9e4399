/** Replication between two stores, after Redis: the messages that they exchange. */
import type { ClusterContext, ClusterEffect, ClusterInput, ClusterMessage } from '../cluster.ts';
import type { TimerName } from '../kernel/actor.ts';
import type { StoreReply, StoreWrite } from '../protocols/store.ts';
import { applyWrite, type EntriesState, entriesIn, replaceEntries, watchExpiry } from './store-entries.ts';
import {
  ASK_AGAIN,
  ask,
  beginCopies,
  DEMOTE,
  demotePeer,
  failPing,
  failSync,
  follow,
  hearPing,
  hearPong,
  PATIENCE,
  type PeerOptions,
  PING,
  ping,
  type RoleState,
  takesCopy,
  tellPeer,
} from './store-role.ts';

export interface PeerState {
  readonly entries: EntriesState;
  readonly role: RoleState;
  /** Pending copies, by the timer that sends them. */
  readonly copies: Map<number, StoreWrite>;
  lastCopy: number;
}

/**
 * Copies writes after the reply to their writer (asynchronous replication): a crash of the primary before that loses
 * them.
 */
export function copyWrites(
  state: PeerState,
  writes: readonly StoreWrite[],
  { copyDelayUs }: PeerOptions,
): ClusterEffect[] {
  if (!state.role.hasReplica) return [];
  return writes.map((write) => {
    state.lastCopy += 1;
    state.copies.set(state.lastCopy, write);
    return { kind: 'set-timer', timer: state.lastCopy, delayUs: copyDelayUs };
  });
}

type PeerInput = Extract<ClusterInput, { kind: 'message' | 'refused' | 'reset' | 'timer' }>;

/** Handles messages from the peer, and timers of the replication. */
export function reactToPeer(
  state: PeerState,
  input: PeerInput,
  options: PeerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { role } = state.role;
  const effects =
    input.kind === 'timer'
      ? wake(state, input.timer, options, context)
      : input.kind === 'message'
        ? hear(state, input.message, options, context)
        : miss(state, input.message, options);
  const beginsToServe = role !== 'primary' && state.role.role === 'primary';
  return beginsToServe ? [...effects, ...watchExpiry(state.entries, context)] : effects;
}

function wake(
  state: PeerState,
  timer: TimerName,
  options: PeerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (typeof timer === 'number') return sendCopy(state, timer, options);
  switch (timer) {
    case PING:
      return ping(state.role, options);
    case ASK_AGAIN:
      return ask(state.role, options);
    case DEMOTE:
      return demotePeer(options, context);
    case PATIENCE:
      return failSync(state.role, options, { peerIsReplica: false });
    default:
      throw new Error(`A store has no timer ${timer}.`);
  }
}

function sendCopy(state: PeerState, number: number, options: PeerOptions): ClusterEffect[] {
  const write = state.copies.get(number);
  if (write === undefined) return [];
  state.copies.delete(number);
  state.role.offset += 1;
  return [tellPeer(options, { kind: 'store-copy', write, offset: state.role.offset })];
}

function hear(
  state: PeerState,
  message: ClusterMessage,
  options: PeerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { body } = message;
  const answer = (reply: StoreReply): ClusterEffect => ({ kind: 'reply', to: message, body: reply });
  switch (body.kind) {
    case 'store-ping':
      return [
        answer({ kind: 'store-reply', reply: 'pong', offset: offsetForReplica(state.role) }),
        ...hearPing(state.role, options),
      ];
    case 'store-sync':
      return handOver(state, answer, options, context);
    case 'store-demotion':
      return [
        answer({ kind: 'store-reply', reply: 'ok' }),
        ...(state.role.role === 'primary' ? stepDown(state, options) : []),
      ];
    case 'store-copy':
      return takesCopy(state.role, options, body.offset) ? applyWrite(body.write, state.entries) : [];
    case 'store-reply':
      return hearReply(state, body, options);
    default:
      throw new Error(`A store got an unexpected ${body.kind} message from its peer.`);
  }
}

function offsetForReplica({ role, hasReplica, offset }: RoleState): number | null {
  return role === 'primary' && hasReplica ? offset : null;
}

function handOver(
  state: PeerState,
  answer: (reply: StoreReply) => ClusterEffect,
  options: PeerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  switch (state.role.role) {
    case 'primary': {
      // Pending copies are part of the full synchronization.
      state.copies.clear();
      const { offset } = state.role;
      const dump = { kind: 'store-reply', reply: 'dump', entries: entriesIn(context), offset } as const;
      return [answer(dump), ...beginCopies(state.role, options)];
    }
    case 'replica':
      // The primary has restarted and may have lost data.
      state.role.needsSync = true;
      return [answer({ kind: 'store-reply', reply: 'error', code: 'NOMASTERLINK' })];
    case 'asking':
      return [answer({ kind: 'store-reply', reply: 'error', code: 'LOADING' })];
    default:
      throw new Error(`Unknown role ${state.role.role satisfies never}`);
  }
}

function stepDown(state: PeerState, options: PeerOptions): ClusterEffect[] {
  state.copies.clear();
  return ask(state.role, options);
}

function hearReply(state: PeerState, body: StoreReply, options: PeerOptions): readonly ClusterEffect[] {
  switch (body.reply) {
    case 'pong':
      return hearPong(state.role, options, body.offset);
    case 'dump':
      // Ignore a synchronization that arrives after this node gave up waiting.
      return state.role.role === 'primary'
        ? []
        : [...follow(state.role, options, body.offset), ...replaceEntries(state.entries, body.entries)];
    case 'error':
      return failSync(state.role, options, { peerIsReplica: body.code === 'NOMASTERLINK' });
    case 'ok':
    case 'value':
    case 'count':
      return [];
    default:
      throw new Error(`Unknown reply ${body satisfies never}`);
  }
}

function miss(state: PeerState, { body }: ClusterMessage, options: PeerOptions): readonly ClusterEffect[] {
  switch (body.kind) {
    case 'store-ping':
      return failPing(state.role, options);
    case 'store-sync':
      return failSync(state.role, options, { peerIsReplica: false });
    default:
      return [];
  }
}
