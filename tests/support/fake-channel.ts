/** A channel between windows that delivers messages on demand, in sending order per window, like a browser. */
import type { PresentationChannel } from '../../src/features/presenting/presentation-session.ts';

interface End {
  readonly waiting: unknown[];
  onMessage: ((message: unknown) => void) | null;
}

export class FakeChannel {
  readonly #ends: End[] = [];
  /** All messages sent so far. */
  readonly sent: unknown[] = [];

  join(): PresentationChannel {
    const own: End = { waiting: [], onMessage: null };
    this.#ends.push(own);
    return {
      send: (message) => {
        this.sent.push(message);
        // Copy messages, as structured cloning does between windows.
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

  /** Delivers the oldest pending message at one end. False when none is pending. */
  deliver(end: number): boolean {
    const { waiting, onMessage } = this.#ends[end % this.#ends.length] ?? { waiting: [], onMessage: null };
    if (onMessage === null || waiting.length === 0) return false;
    onMessage(waiting.shift());
    return true;
  }

  /** Delivers messages until none is pending. An endless exchange throws. */
  settle(): void {
    for (let round = 0; round < 1_000; round += 1) {
      const delivered = this.#ends.map((_, end) => this.deliver(end));
      if (!delivered.includes(true)) return;
    }
    throw new Error('The windows keep exchanging messages without end.');
  }

  /** Injects a message as if another window had sent it. */
  inject(message: unknown): void {
    for (const { onMessage } of this.#ends) onMessage?.(message);
  }
}
