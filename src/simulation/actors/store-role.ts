/**
 * Which of two stores serves. Simplified after Redis Sentinel: the replica decides alone that its primary is dead, where
 * several Sentinels would have to agree, so a cut link between the two makes two primaries. When they meet again the
 * one that was promoted prevails, as under Sentinel, and what the other was told meanwhile is lost. Sentinel also has a
 * promotion written into the configuration on disk; here a store that was promoted and starts again while its peer is
 * away does not know of it, and waits for the peer.
 */
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { StoreErrorCode, StorePeerMessage } from '../protocols/store.ts';
import type { ReplicaConditions } from '../scenario.ts';

export interface PeerOptions extends ReplicaConditions {
  readonly peer: NodeId;
  /** What this node is when a run begins. */
  readonly begins: 'primary' | 'replica';
}

export interface RoleState {
  /** `asking`: it has been away, and does not know yet what it is. */
  role: 'primary' | 'replica' | 'asking';
  /** Of a primary: whether its peer is to get copies. */
  hasReplica: boolean;
  /** Of a primary: whether it took the place of its peer, who may not know. */
  isPromoted: boolean;
  /** Of a replica: pings in a row that were not answered, and whether one is on its way. */
  failedPings: number;
  isPinging: boolean;
  /** Of a replica: some copies may not have come. */
  needsSync: boolean;
}

export const PING = 'ping';
export const PATIENCE = 'patience';
export const ASK_AGAIN = 'ask-again';
export const DEMOTE = 'demote';

const ROLE = 'replication role';

/** A store that stands alone serves. */
export function serving(): RoleState {
  return {
    role: 'primary',
    hasReplica: false,
    isPromoted: false,
    failedPings: 0,
    isPinging: false,
    needsSync: false,
  };
}

/** A run begins with the roles settled; whoever starts later has been away, and asks. */
export function startRole(state: RoleState, options: PeerOptions, { nowUs }: ClusterContext) {
  if (nowUs > 0) return ask(state, options);
  const effects = become(options.begins, state, options);
  state.hasReplica = options.begins === 'primary';
  return effects;
}

/** What a store that does not serve says instead. */
export function refusalOf({ role }: RoleState, isWrite: boolean): StoreErrorCode | null {
  switch (role) {
    case 'primary':
      return null;
    case 'replica':
      return isWrite ? 'READONLY' : 'MASTERDOWN';
    case 'asking':
      return 'LOADING';
    default:
      throw new Error(`Unknown role ${role satisfies never}`);
  }
}

/** Asks the peer for everything: if it serves, this node becomes its replica. */
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
 * What becomes of a node that has asked in vain. A peer that says it is no primary either has been waiting for this
 * one. Where there is no telling, the node that the cluster was set up with as primary is it, and the other, which
 * may have no copy, or an old one, asks again.
 */
export function despair(
  state: RoleState,
  options: PeerOptions,
  { peerIsReplica }: { readonly peerIsReplica: boolean },
): ClusterEffect[] {
  if (state.role !== 'asking') return [];
  if (peerIsReplica || options.begins === 'primary') return become('primary', state, options);
  return [{ kind: 'cancel-timer', timer: PATIENCE }, later(ASK_AGAIN, options)];
}

/** Everything that the peer keeps has come: this node is its replica. */
export function follow(state: RoleState, options: PeerOptions): ClusterEffect[] {
  state.needsSync = false;
  return state.role === 'replica' ? [] : become('replica', state, options);
}

/** Whoever was pinged in vain so many times in a row counts as dead, and its replica takes its place. */
export function ping(state: RoleState, options: PeerOptions): ClusterEffect[] {
  if (state.isPinging) state.failedPings += 1;
  if (state.failedPings >= options.pingFailuresMax) return promote(state, options);
  state.isPinging = true;
  return [tellPeer(options, { kind: 'store-ping' }), later(PING, options)];
}

/** Nobody listened, or whoever did has died. */
export function failPing(state: RoleState, options: PeerOptions): ClusterEffect[] {
  if (state.role !== 'replica' || !state.isPinging) return [];
  state.isPinging = false;
  state.failedPings += 1;
  return state.failedPings >= options.pingFailuresMax ? promote(state, options) : [];
}

/** When a ping has failed before, copies may have, too: the replica asks for everything again. */
export function hearPong(state: RoleState, options: PeerOptions): ClusterEffect[] {
  if (state.role !== 'replica') return [];
  state.isPinging = false;
  if (state.failedPings > 0) state.needsSync = true;
  state.failedPings = 0;
  return state.needsSync ? [tellPeer(options, { kind: 'store-sync' })] : [];
}

/** The peer wants everything, and every write from then on. */
export function beginCopies(state: RoleState, options: PeerOptions): ClusterEffect[] {
  state.hasReplica = true;
  // Whether the peer has really become a replica, its pings will tell.
  return state.isPromoted ? [later(DEMOTE, options)] : [];
}

/** A peer that pings follows this node. When it pings no more, it may have been away, and have come back as it was. */
export function hearPing({ role, isPromoted }: RoleState, options: PeerOptions): ClusterEffect[] {
  if (role !== 'primary' || !isPromoted) return [];
  const delayUs = options.pingIntervalUs * (options.pingFailuresMax + 1);
  return [{ kind: 'set-timer', timer: DEMOTE, delayUs, background: true }];
}

/** A peer that was thought dead may live, and not know who is primary now. */
export function demotePeer(options: PeerOptions, { self }: ClusterContext): ClusterEffect[] {
  return [tellPeer(options, { kind: 'store-demotion', primary: self }), later(DEMOTE, options)];
}

export function tellPeer({ peer }: PeerOptions, body: StorePeerMessage): ClusterEffect {
  const role = body.kind === 'store-copy' ? 'one-way' : 'request';
  // What comes of an exchange can be told from what is said.
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
