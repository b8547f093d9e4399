/** Texts in a node's memory and beside its lifeline: chips, remarks and notes. */
import type { BalancingPolicy } from '../../../simulation/actors/balancing.ts';
import type { MemoryRemark } from '../../phrasebook.ts';

type PlainRemark = Exclude<MemoryRemark['kind'], 'policy'>;

export type ChipIds =
  | `chip.${'primary' | 'replica' | 'access-token' | 'refresh-token'}`
  | `remark.${PlainRemark}`
  | `remark.policy.${BalancingPolicy}`
  | `note.${'forgotten' | 'order-saved' | 'charged' | 'revived'}`;

export interface ChipParameters<Text> {
  'chip.session': { session: string };
  'chip.session-lock': { session: string };
  'chip.ended-session': { session: string };
  /** Times are virtual microseconds since the start of the run. */
  'chip.local-copy': { untilUs: number };
  'chip.login': { atUs: number };
  'chip.login-until': { atUs: number; untilUs: number };
  'chip.login-entry': { id: string };
  'chip.revoked-token': { id: string };
  'chip.credentials': { user: string };
  'chip.key': { id: string };
  'chip.clock.ahead': { offsetUs: number };
  'chip.clock.behind': { offsetUs: number };
  'chip.account': { name: string };
  'chip.charge': { charge: number };
  'chip.order': { order: number };
  'chip.draining': { server: Text };
  'chip.code-version': { version: number };
  'chip.down': { server: Text };
  'chip.closed.newcomers': { server: Text };
  'chip.closed.everybody': { server: Text };
  'chip.binding': { address: string; server: Text };
  'chip.affinity-cookie': { server: Text };
  'chip.sealed-cookie': { bytes: number };
  'chip.cookie': { name: string; value: string };

  'chip.ports': { local: number; remote: number };
  'chip.sends': { next: number };
  'chip.sends-expects': { next: number; expected: number };
  'chip.unacknowledged': { text: string };
  'chip.out-of-order': { text: string };
  'chip.listener': { port: number };
  'chip.stream': { text: string };
  'chip.udp-request': { number: number; attempts: number };
  'chip.udp-request-counter': { number: number };
  'chip.udp-in-progress': { number: number };
  'chip.udp-answered': { number: number };

  /** On a node that can't reach this one. */
  'chip.cut-off': { far: Text };
  /** In place of chips that don't fit. */
  'chip.more': { count: number };

  'note.known': { memory: Text };
  'note.overwritten': { memory: Text };
  'note.evicted': { memory: Text };
  'note.remembered': { memory: Text };
  'note.unknown-session': { session: string };
}
