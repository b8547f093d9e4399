/** What holds under a store's conditions: its capacity, fresh reads, a client that waits, and local copies. */
import { type ClusterEvent, isServer } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { StoreCommand } from '../../../src/simulation/protocols/store.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { isStore } from './copies.ts';

type MessageEvent = Extract<ClusterEvent, { kind: 'message-sent' | 'message-delivered' }>;

/** A store never keeps more entries than it has room for. In a pair, a replica can have others than its primary. */
export function storeCapacity(report: Report, { store: { entriesMax, replica } }: ClusterScenario): Checker {
  if (entriesMax === null || replica !== null) return {};
  const keys = new Set<string>();
  return {
    see(event) {
      if (event.kind === 'node-crashed' && isStore(event.node) && event.forgets) keys.clear();
      if (event.kind === 'forgot' && isStore(event.node)) keys.delete(event.key);
      if (event.kind !== 'remembered' || event.item.kind !== 'store-entry') return;
      keys.add(event.key);
      if (keys.size > entriesMax) report(`${event.node} keeps ${keys.size} entries at event ${event.id}`);
    },
  };
}

/**
 * A store without a replica answers a read with the value of the last write that it has carried out. Its reply says whether
 * it has: a conditional write may not.
 */
export function freshReads(report: Report, { store }: ClusterScenario): Checker {
  if (store.replica !== null) return {};
  const written = new Map<string, string>();
  /** Commands without a reply yet, by sender and exchange. */
  const open = new Map<string, StoreCommand>();
  return {
    see(event) {
      if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') return;
      const { from, to, exchange, body } = event.message;
      if (event.kind === 'message-delivered') {
        if (body.kind === 'store-command' && isStore(to)) open.set(`${from} ${exchange}`, body);
        return;
      }
      if (body.kind !== 'store-reply') return;
      const command = open.get(`${to} ${exchange}`);
      open.delete(`${to} ${exchange}`);
      if (command?.name === 'SET' && body.reply === 'ok') written.set(command.key, command.value);
      // Without the value, the entry has expired, was evicted, or was lost: that has invariants of its own.
      if (command?.name !== 'GET' || body.reply !== 'value' || body.value === null) return;
      if (body.value !== written.get(command.key)) {
        report(`${from} answers ${command.key} with another value`);
      }
    },
  };
}

/**
 * A server whose store client waits has one command of its requests under way at a time, so that these keep their order.
 * Those about its keys belong to no request.
 */
export function oneCommandAtATime(report: Report, { store }: ClusterScenario): Checker {
  if (store.client !== 'waits') return {};
  const open = new Set<NodeId>();
  return {
    see(event) {
      if ('message' in event && event.message.request === null) return;
      switch (event.kind) {
        case 'message-sent':
          ask(event);
          return;
        case 'message-delivered':
          if (event.message.body.kind === 'store-reply') open.delete(event.message.to);
          return;
        case 'message-refused':
        case 'message-lost':
        case 'connection-reset':
          if (event.message.body.kind === 'store-command') open.delete(event.message.from);
          if (event.message.body.kind === 'store-reply') open.delete(event.message.to);
          return;
        case 'node-crashed':
        case 'node-left':
          // The store's answer is lost as well.
          if (isStore(event.node)) open.clear();
          else open.delete(event.node);
          return;
        case 'timer-fired':
          // The server may have stopped waiting for the answer.
          open.delete(event.node);
          return;
        default:
      }
    },
  };
  function ask({ message: { from, body }, id }: MessageEvent): void {
    if (body.kind !== 'store-command' || !isServer(from)) return;
    if (open.has(from)) report(`${from} sends a second command to the store at event ${id}`);
    open.add(from);
  }
}

/** A server never answers from a copy that is older than the scenario says, counted from when it asked the store. */
export function ageOfLocalCopies(report: Report, { strategy, store }: ClusterScenario): Checker {
  const { localCopyUs } = store;
  if (strategy !== 'shared-store' || localCopyUs === 0) return {};
  /** Time of the last command, by server and key; and that of the copy. */
  const asked = new Map<string, number>();
  const copied = new Map<string, number>();
  return {
    see(event) {
      if (event.kind === 'message-sent' && event.message.body.kind === 'store-command') {
        asked.set(`${event.message.from} ${event.message.body.key}`, event.atUs);
      }
      if (event.kind === 'remembered' && event.item.kind === 'local-copy') {
        copied.set(`${event.node} ${event.key}`, asked.get(`${event.node} ${event.key}`) ?? 0);
      }
      // Over TCP, servers look up connections as well.
      if (event.kind !== 'recalled' || !isServer(event.node) || !event.key.startsWith('session:')) return;
      const ageUs = event.atUs - (copied.get(`${event.node} ${event.key}`) ?? 0);
      if (ageUs >= localCopyUs) report(`${event.node} answers from a copy that is ${ageUs} µs old`);
    },
  };
}
