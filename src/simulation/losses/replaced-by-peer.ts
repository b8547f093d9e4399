/**
 * Writes that only one of two stores has when it gets the other's data, after a failover or a split brain. The writer
 * was told of success, and the write is gone.
 */
import { type ClusterEvent, isStore, SESSION_STORE_REPLICA } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import type { MemoryItem } from '../memory.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import { isLogin } from './logins.ts';
import type { ReportEnd } from './loss.ts';
import { isCopy, isSessionItem, type SessionStates, saysTheSame } from './session-states.ts';

interface OwnWrite {
  readonly item: MemoryItem;
  readonly event: EventId;
}

/** Writes that the peer hasn't got yet, by store. */
class OwnWrites {
  readonly #byNode = new Map<NodeId, Map<string, OwnWrite>>();

  of(node: NodeId): Map<string, OwnWrite> {
    let own = this.#byNode.get(node);
    if (own === undefined) {
      own = new Map();
      this.#byNode.set(node, own);
    }
    return own;
  }

  /** Another store has this now. */
  share(key: string, item: MemoryItem): void {
    for (const own of this.#byNode.values()) {
      const write = own.get(key);
      if (write !== undefined && saysTheSame(write.item, item)) own.delete(key);
    }
  }
}

export const replacedByPeer: DetectorDescriptor = {
  kinds: ['node-started', 'node-crashed', 'remembered', 'forgot'],
  create,
};

function create(states: SessionStates, report: ReportEnd): LossDetector {
  const writes = new OwnWrites();
  let hasPeer = false;
  const replace = (event: Replacement): void => {
    const { node, key, id } = event;
    const own = writes.of(node).get(key);
    writes.of(node).delete(key);
    // The data of the other store has the login that the client can renew.
    if (event.kind === 'remembered' && states.isCurrent(event.item)) return;
    const write = isKept(event, own?.item) ? lastOfLatest(event, states) : (own?.event ?? null);
    if (write === null) return;
    report({ cause: 'diverged', key, node, event: id, write });
    if (states.latest(key)?.event !== write) return;
    states.settle(key, event.kind === 'remembered' ? { item: event.item, node, event: id } : undefined);
  };
  return {
    see(event) {
      switch (event.kind) {
        case 'node-started':
          hasPeer ||= event.node === SESSION_STORE_REPLICA;
          return;
        case 'node-crashed':
          if (hasPeer && event.forgets && isStore(event.node)) writes.of(event.node).clear();
          return;
        case 'remembered':
          if (!hasPeer || !isStore(event.node) || !(isSessionItem(event.item) || isLogin(event.item))) return;
          if (!isCopy(states.messageBehind(event))) {
            // The peer has executed the same command before, and has built on it since.
            if (states.isOutdatedRepeat(event)) return;
            writes.of(event.node).set(event.key, { item: event.item, event: event.id });
            return;
          }
          replace(event);
          writes.share(event.key, event.item);
          return;
        case 'forgot':
          if (!hasPeer || !isStore(event.node)) return;
          if (isCopy(states.messageBehind(event))) replace(event);
          else writes.of(event.node).delete(event.key);
          return;
        default:
      }
    },
  };
}

type Replacement = ClusterEvent & { readonly kind: 'remembered' | 'forgot' };

/** Whether the peer's data agrees with a store's own write, if there is one. */
function isKept(event: Replacement, own: MemoryItem | undefined): boolean {
  return own === undefined || (event.kind === 'remembered' && saysTheSame(own, event.item));
}

/** The latest write, if this was its last copy: the primary restarted empty, and its replica follows. */
function lastOfLatest(event: Replacement, states: SessionStates): EventId | null {
  const { node, key } = event;
  const latest = states.latest(key);
  const replaced = states.on(node).get(key);
  if (latest === undefined || replaced === undefined || !saysTheSame(replaced.item, latest.item)) return null;
  if (event.kind === 'remembered' && saysTheSame(event.item, latest.item)) return null;
  const others = [...states.elsewhere(key, node)];
  return others.some(([, item]) => saysTheSame(item, latest.item)) ? null : latest.event;
}
