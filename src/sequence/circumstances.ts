/** What a run's events say about a step beyond its message. */
import { type ClusterEvent, type ClusterMessage, isClient } from '../simulation/cluster.ts';
import { LossReader } from '../simulation/losses/loss-reader.ts';
import type { Overwrite } from '../simulation/losses/overwrite.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { StepOverwrites } from '../trace/overwrites.ts';
import type { Step } from '../trace/steps.ts';
import { ConnectionStates } from './connection-states.ts';
import { RepeatedWork } from './repeated-work.ts';
import { ResetReader } from './reset-reasons.ts';
import type { EntryFacts } from './step-facts.ts';
import { entryFactsOf } from './store-facts.ts';

export interface Circumstances {
  /** The last lost update of the step's request, or of the copy that it brings. */
  readonly overwrite: Overwrite | null;
  /** The last session or login that a full store removes within the step. */
  readonly evicted: EntryFacts | null;
  /** Messages that a browser sends right after a connection of its own has closed: requests that it sends again. */
  readonly resent: ReadonlySet<ClusterMessage['id']>;
  readonly resets: Pick<ResetReader, 'of'>;
  readonly connections: Pick<ConnectionStates, 'of' | 'isBySystem' | 'isWithSystem'>;
  readonly repeated: Pick<RepeatedWork, 'isDoneAgain' | 'beganAgain'>;
}

/** Reads them step by step. */
export class CircumstanceReader {
  readonly #overwrites = new StepOverwrites();
  /** Null for runs that can have no evictions: most of them. */
  readonly #losses: LossReader | null;
  readonly #resets = new ResetReader();
  readonly #connections = new ConnectionStates();
  readonly #repeated = new RepeatedWork();
  readonly #resent = new Set<ClusterMessage['id']>();
  #events: readonly ClusterEvent[] = [];
  #next = 0;
  #evicted: EntryFacts | null = null;

  constructor(scenario: Scenario) {
    const canEvict = scenario.kind === 'cluster' && scenario.store.entriesMax !== null;
    this.#losses = canEvict
      ? new LossReader(({ cause, write }) => {
          const written = cause === 'evicted' ? this.#events[write ?? -1] : undefined;
          const item = written?.kind === 'remembered' ? written.item : undefined;
          if (item?.kind === 'store-entry') this.#evicted = entryFactsOf(item.entry);
        })
      : null;
  }

  readUpTo(step: Step, events: readonly ClusterEvent[]): Circumstances {
    this.#events = events;
    this.#evicted = null;
    for (; this.#next <= step.lastEvent; this.#next += 1) {
      const event = events[this.#next];
      if (event === undefined) break;
      this.#overwrites.follow(event);
      this.#losses?.follow(event);
      this.#resets.follow(event, events);
      this.#connections.follow(event);
      this.#repeated.follow(event);
      this.#followResent(event);
    }
    return {
      overwrite: this.#overwrites.takeFor(step, events),
      evicted: this.#evicted,
      resent: this.#resent,
      resets: this.#resets,
      connections: this.#connections,
      repeated: this.#repeated,
    };
  }

  #followResent(event: ClusterEvent): void {
    if (event.kind !== 'message-sent' || event.cause === null || !isClient(event.message.from)) return;
    const isAfterReset = this.#events[event.cause]?.kind === 'connection-reset';
    if (isAfterReset && event.message.body.kind === 'http-request') this.#resent.add(event.message.id);
  }
}
