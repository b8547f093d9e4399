/**
 * Which of two stores is the primary. Simplified after Redis Sentinel: the replica alone decides that its primary is
 * dead, where several Sentinels would need a quorum, so a cut link between the two makes two primaries (split brain).
 * When they meet again the promoted one wins, as under Sentinel, and writes to the other are lost. Sentinel persists a
 * promotion in its configuration; here a promoted store that restarts while its peer is away has forgotten it, and
 * waits for the peer.
 */
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { StoreErrorCode, StorePeerMessage } from '../protocols/store.ts';
import type { ReplicaConditions } from '../scenario.ts';

export interface PeerOptions extends ReplicaConditions {
  readonly peer: NodeId;
  /** Role at the start of a run. */
  readonly begins: 'primary' | 'replica';
}

export interface RoleState {
  /** `asking`: restarted, and its role is still unknown. */
  role: 'primary' | 'replica' | 'asking';
  /** Primary only: whether its peer gets copies. */
  hasReplica: boolean;
  /** Primary only: whether it replaced its peer, which may not know yet. */
  isPromoted: boolean;
  /** Replica only: consecutive failed pings, and whether a ping is in flight. */
  failedPings: number;
  isPinging: boolean;
  /** Replica only: some copies are missing. */
  needsSync: boolean;
  /** Copies sent as primary, or received as replica, since the run began or the primary restarted. */
  offset: number;
}

export const PING = 'ping';
export const PATIENCE = 'patience';
export const ASK_AGAIN = 'ask-again';
export const DEMOTE = 'demote';

const ROLE = 'replication role';

/** The role of a store without a peer. */
export function serving(): RoleState {
  return {
    role: 'primary',
    hasReplica: false,
    isPromoted: false,
    failedPings: 0,
    isPinging: false,
    needsSync: false,
    offset: 0,
  };
}

/** Roles are settled at the start of a run. A store that starts later has restarted, and asks its peer. */
export function startRole(state: RoleState, options: PeerOptions, { nowUs }: ClusterContext) {
  if (nowUs > 0 && options.resyncs) return ask(state, options);
  const effects = become(options.begins, state, options);
  state.hasReplica = options.begins === 'primary';
  return effects;
}

interface Asked extends Pick<ReplicaConditions, 'readsFrom'> {
  readonly isRead: boolean;
}

/** The error that a store returns while it isn't primary. */
export function refusalOf({ role }: RoleState, { isRead, readsFrom }: Asked): StoreErrorCode | null {
  switch (role) {
    case 'primary':
      return null;
    case 'replica':
      if (!isRead) return 'READONLY';
      return readsFrom === 'replica' ? null : 'MASTERDOWN';
    case 'asking':
      return 'LOADING';
    default:
      throw new Error(`Unknown role ${role satisfies never}`);
  }
}

/** Requests a full synchronization. If the peer is primary, this node becomes its replica. */
export function ask(state: RoleState, options: PeerOptions): ClusterEffect[] {
  state.role = 'asking';
  state.hasReplica = false;
  return [
    { kind: 'forget', key: ROLE },
    { kind: 'cancel-timer', timer: PING },
    { kind: 'cancel-timer', timer: DEMOTE },
    tellPeer(options, { kind: 'store-sync' }),
    { kind: 'set-timer', timer: PATIENCE, delayUs: options.pingIntervalUs },
  ];
}

/**
 * Handles a refused or unanswered synchronization request. A peer that isn't primary either was waiting for this node.
 * Without a response, the configured primary becomes primary; the other node, whose copy may be missing or stale, asks
 * again.
 */
export function failSync(
  state: RoleState,
  options: PeerOptions,
  { peerIsReplica }: { readonly peerIsReplica: boolean },
): ClusterEffect[] {
  if (state.role !== 'asking') return [];
  if (peerIsReplica || options.begins === 'primary') return become('primary', state, options);
  return [{ kind: 'cancel-timer', timer: PATIENCE }, later(ASK_AGAIN, options)];
}

/** Completes a full synchronization: this node is now a replica. */
export function follow(state: RoleState, options: PeerOptions, offset: number): ClusterEffect[] {
  state.needsSync = false;
  state.offset = offset;
  return state.role === 'replica' ? [] : become('replica', state, options);
}

/** Pings the primary. After too many consecutive failures the primary counts as dead, and this replica is promoted. */
export function ping(state: RoleState, options: PeerOptions): ClusterEffect[] {
  if (state.isPinging) state.failedPings += 1;
  if (state.failedPings >= options.pingFailuresMax) return promote(state, options);
  state.isPinging = true;
  return [tellPeer(options, { kind: 'store-ping' }), later(PING, options)];
}

/** Handles a refused or reset ping. */
export function failPing(state: RoleState, options: PeerOptions): ClusterEffect[] {
  if (state.role !== 'replica' || !state.isPinging) return [];
  state.isPinging = false;
  state.failedPings += 1;
  return state.failedPings >= options.pingFailuresMax ? promote(state, options) : [];
}

/**
 * Handles a pong. It follows the copies on the same connection, so a copy that is missing now was lost. After that, and
 * after failed pings, the replica synchronizes again, as a Redis replica does when its connection broke.
 *
 * @param offset The primary's offset; null if it doesn't send copies to this node.
 */
export function hearPong(state: RoleState, options: PeerOptions, offset: number | null): ClusterEffect[] {
  if (!options.resyncs) return followWithoutSync(state, options, offset);
  if (state.role !== 'replica') return [];
  state.isPinging = false;
  if (state.failedPings > 0 || offset !== state.offset) state.needsSync = true;
  state.failedPings = 0;
  return state.needsSync ? [tellPeer(options, { kind: 'store-sync' })] : [];
}

/** The primary is back with data of its own. A replica that was promoted meanwhile follows it with its own data. */
function followWithoutSync(state: RoleState, options: PeerOptions, offset: number | null): ClusterEffect[] {
  if (offset === null) return [];
  state.offset = offset;
  state.failedPings = 0;
  state.isPinging = false;
  if (state.role !== 'primary' || !state.isPromoted) return [];
  return [{ kind: 'cancel-timer', timer: DEMOTE }, ...become('replica', state, options)];
}

/**
 * Whether a replica can apply this copy. After a gap it can't: TCP never delivers what follows lost data, so the
 * connection counts as broken.
 */
export function takesCopy(state: RoleState, { resyncs }: PeerOptions, offset: number): boolean {
  if (!resyncs) {
    state.offset = offset;
    return state.role === 'replica';
  }
  if (state.role !== 'replica' || state.needsSync) return false;
  state.needsSync = offset !== state.offset + 1;
  if (!state.needsSync) state.offset = offset;
  return !state.needsSync;
}

/** The peer requested a full synchronization and all later writes. */
export function beginCopies(state: RoleState, options: PeerOptions): ClusterEffect[] {
  state.hasReplica = true;
  // The peer's pings will show whether it really became a replica.
  return state.isPromoted ? [later(DEMOTE, options)] : [];
}

/** Handles a ping: the peer follows this node. When the pings stop, the peer may have restarted in its old role. */
export function hearPing({ role, isPromoted }: RoleState, options: PeerOptions): ClusterEffect[] {
  if (role !== 'primary' || !isPromoted) return [];
  const delayUs = options.pingIntervalUs * (options.pingFailuresMax + 1);
  return [{ kind: 'set-timer', timer: DEMOTE, delayUs, background: true }];
}

/** Demotes a peer that was considered dead: it may be alive and unaware of the new primary. */
export function demotePeer(options: PeerOptions, { self }: ClusterContext): ClusterEffect[] {
  // Without a synchronization nothing is taken over: only ask whether the primary is back.
  if (!options.resyncs) return [tellPeer(options, { kind: 'store-ping' }), later(DEMOTE, options)];
  return [tellPeer(options, { kind: 'store-demotion', primary: self }), later(DEMOTE, options)];
}

export function tellPeer({ peer }: PeerOptions, body: StorePeerMessage): ClusterEffect {
  const role = body.kind === 'store-copy' ? 'one-way' : 'request';
  // The message itself identifies its reply, so every exchange uses ID 0.
  return { kind: 'send', to: peer, role, exchange: 0, body };
}

function become(role: 'primary' | 'replica', state: RoleState, options: PeerOptions): ClusterEffect[] {
  state.role = role;
  state.isPromoted = false;
  state.failedPings = 0;
  state.isPinging = false;
  return [
    { kind: 'cancel-timer', timer: PATIENCE },
    { kind: 'cancel-timer', timer: ASK_AGAIN },
    { kind: 'remember', key: ROLE, item: { kind: 'store-role', role } },
    ...(role === 'replica' ? [later(PING, options)] : []),
  ];
}

function promote(state: RoleState, options: PeerOptions): ClusterEffect[] {
  const effects = become('primary', state, options);
  state.isPromoted = true;
  return [...effects, { kind: 'cancel-timer', timer: PING }, later(DEMOTE, options)];
}

function later(timer: typeof PING | typeof ASK_AGAIN | typeof DEMOTE, { pingIntervalUs }: PeerOptions) {
  return { kind: 'set-timer', timer, delayUs: pingIntervalUs, background: true } as const;
}
