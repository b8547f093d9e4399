/** Whether a server over UDP does a request's work again, from what it remembers of its clients as the events come. */
import type { ClusterEvent, ClusterMessage } from '../simulation/cluster.ts';
import { readNumbered } from '../simulation/protocols/numbered-message.ts';

type MessageNumber = ClusterMessage['id'];

/** Follows the records of requests that servers with at-most-once semantics keep. Others keep none. */
export class RepeatedWork {
  /** By server, client and number: how often the server began the work, and for which of these it replied last. */
  readonly #begun = new Map<string, number>();
  readonly #replied = new Map<string, number>();
  readonly #doneAgain = new Set<MessageNumber>();
  #arrived: { readonly event: number; readonly message: MessageNumber } | null = null;
  readonly #beganAgain = new Set<MessageNumber>();

  follow(event: ClusterEvent): void {
    switch (event.kind) {
      case 'message-delivered':
        this.#arrived = { event: event.id, message: event.message.id };
        return;
      case 'remembered':
        if (event.item.kind === 'udp-latest' && event.item.reply === null) {
          const name = `${event.node} ${event.item.client} ${event.item.number}`;
          const times = (this.#begun.get(name) ?? 0) + 1;
          this.#begun.set(name, times);
          if (times > 1 && this.#arrived?.event === event.cause) this.#beganAgain.add(this.#arrived.message);
        }
        return;
      case 'message-sent':
        this.#followReply(event.message);
        return;
      default:
    }
  }

  /** Whether this reply comes from work that the server has done before, and has no record of any more. */
  isDoneAgain(reply: MessageNumber): boolean {
    return this.#doneAgain.has(reply);
  }

  /** Whether the server began the work of this request again when it arrived. */
  beganAgain(request: MessageNumber): boolean {
    return this.#beganAgain.has(request);
  }

  #followReply({ id, from, to, body }: ClusterMessage): void {
    if (body.kind !== 'udp-datagram') return;
    const numbered = readNumbered(body.data);
    if (numbered?.kind !== 'reply') return;
    const name = `${from} ${to}:${body.destinationPort} ${numbered.number}`;
    const times = this.#begun.get(name) ?? 0;
    if (times > 1 && this.#replied.get(name) !== times) this.#doneAgain.add(id);
    this.#replied.set(name, times);
  }
}
