/** Counts a run's losses by cause, and the sessions that they concern. */
import type { ClusterEvent } from '../cluster.ts';
import { isLoss, type LossCounts, noLosses, type SessionEnd } from './loss.ts';
import { LossReader } from './loss-reader.ts';

export class LossCounter {
  readonly #reader = new LossReader((end) => this.#count(end));
  /** Lost writes: one can be missed first, and then be gone. */
  readonly #concerned = new Set<string>();
  #losses = noLosses;

  follow(event: ClusterEvent): void {
    this.#reader.follow(event);
  }

  /** The same object until another loss is found. */
  get losses(): LossCounts {
    return this.#losses;
  }

  /** Sessions, or changes of sessions, that were lost for any cause. Each counts once. */
  get sessionsLost(): number {
    return this.#concerned.size;
  }

  #count({ cause, key, write, event }: SessionEnd): void {
    if (!isLoss(cause)) return;
    this.#losses = { ...this.#losses, [cause]: this.#losses[cause] + 1 };
    this.#concerned.add(`${key} ${write ?? event}`);
  }
}
