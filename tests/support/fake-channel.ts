/** A channel between windows whose messages wait until somebody delivers them: in the order of their sender, as a browser's are. */
import type { PresentationChannel } from '../../src/features/presenting/presentation-session.ts';

interface End {
  readonly waiting: unknown[];
  onMessage: ((message: unknown) => void) | null;
}

export class FakeChannel {
  readonly #ends: End[] = [];
  /** Everything that was ever sent. */
  readonly sent: unknown[] = [];

  join(): PresentationChannel {
    const own: End = { waiting: [], onMessage: null };
    this.#ends.push(own);
    return {
      send: (message) => {
        this.sent.push(message);
        // What arrives is a copy, as between windows.
        for (const end of this.#ends) {
          if (end !== own && end.onMessage !== null) end.waiting.push(structuredClone(message));
        }
      },
      listen: (onMessage) => {
        own.onMessage = onMessage;
        return () => {
          own.onMessage = null;
          own.waiting.length = 0;
        };
      },
    };
  }

  /** Delivers what has waited longest at one of the ends; false when nothing waits there. */
  deliver(end: number): boolean {
    const { waiting, onMessage } = this.#ends[end % this.#ends.length] ?? { waiting: [], onMessage: null };
    if (onMessage === null || waiting.length === 0) return false;
    onMessage(waiting.shift());
    return true;
  }

  /** Delivers everything, and what comes of it. A conversation without an end is a fault. */
  settle(): void {
    for (let round = 0; round < 1_000; round += 1) {
      const delivered = this.#ends.map((_, end) => this.deliver(end));
      if (!delivered.includes(true)) return;
    }
    throw new Error('The windows never stop talking.');
  }

  /** As if another window had sent it. */
  inject(message: unknown): void {
    for (const { onMessage } of this.#ends) onMessage?.(message);
  }
}
