/** Reads a run's losses from its events, one by one, in memory that grows with the sessions only. */
import type { ClusterEvent } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { EventId, TraceEventKind } from '../kernel/trace-event.ts';
import type { MemoryItem } from '../memory.ts';
import { isLoginKey } from '../store-keys.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import { goneWithNode } from './gone-with-node.ts';
import { isLoss, type ReportEnd } from './loss.ts';
import { overwritten } from './overwritten.ts';
import { removedByStore } from './removed-by-store.ts';
import { replacedByNew } from './replaced-by-new.ts';
import { replacedByPeer } from './replaced-by-peer.ts';
import { SessionStates } from './session-states.ts';
import { missedBy, staleReads } from './stale-reads.ts';
import { unreadByServer } from './unread-by-server.ts';
import { unstored } from './unstored.ts';

/** A new cause of losses is found by a detector in this list. */
const detectors: readonly DetectorDescriptor[] = [
  goneWithNode,
  removedByStore,
  replacedByPeer,
  replacedByNew,
  unreadByServer,
  staleReads,
  unstored,
  overwritten,
];

export class LossReader {
  readonly #states = new SessionStates();
  /** The detectors that see an event of a kind. */
  readonly #byKind: Partial<Record<TraceEventKind, readonly LossDetector[]>> = {};
  /** The detectors that see the other kinds, too. */
  readonly #ofAllKinds: readonly LossDetector[];

  #nowUs = 0;

  constructor(report: ReportEnd) {
    // A session whose time is over isn't lost, whatever happens to its remains.
    const reportLoss: ReportEnd = (end) => {
      // What is left of a login that was lost is a former version of it, which is of no use to anyone.
      if (isLoss(end.cause) && end.write === null && isLoginKey(end.key)) return;
      report(
        isLoss(end.cause) && this.#states.isOver(end.key, this.#nowUs) ? { ...end, cause: 'expired' } : end,
      );
    };
    const created = detectors.map(({ kinds, create }) => ({
      kinds,
      detector: create(this.#states, reportLoss),
    }));
    const thatSee = (kind: TraceEventKind | null) =>
      created.flatMap(({ kinds, detector }) =>
        kinds === 'all' || (kind !== null && kinds.includes(kind)) ? [detector] : [],
      );
    for (const kind of created.flatMap(({ kinds }) => (kinds === 'all' ? [] : kinds))) {
      this.#byKind[kind] = thatSee(kind);
    }
    this.#ofAllKinds = thatSee(null);
  }

  follow(event: ClusterEvent): void {
    this.#nowUs = event.atUs;
    for (const detector of this.#byKind[event.kind] ?? this.#ofAllKinds) detector.see(event);
    this.#states.follow(event);
  }

  /** A session on a node. */
  itemOn(node: NodeId, key: string): MemoryItem | undefined {
    return this.#states.on(node).get(key)?.item;
  }

  /**
   * The write that a lookup should have found; null if it found the latest. Of several lookups that miss one write, the
   * first counts as a loss, and this tells it of each.
   */
  missedBy(event: ClusterEvent & { readonly kind: 'recalled' }): EventId | null {
    return this.#states.isOver(event.key, event.atUs) ? null : missedBy(event, this.#states);
  }

  /** Whether the last event was a server's write of this session, as opposed to a copy between nodes. */
  hasWritten({ key, id }: ClusterEvent & { readonly kind: 'remembered' }): boolean {
    return this.#states.latest(key)?.event === id;
  }
}
