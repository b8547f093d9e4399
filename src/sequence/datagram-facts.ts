/** Reads what a UDP datagram shows: whether it comes for the first time, and in its turn. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import { readNumbered } from '../simulation/protocols/numbered-message.ts';
import type { Datagram } from '../simulation/protocols/udp/datagram.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { MessageStep } from '../trace/steps.ts';
import type { DatagramFacts } from './step-facts.ts';

export class DatagramReader {
  readonly #serverRemembers: boolean;
  /** What senders have numbered and sent. */
  readonly #sent = new Set<string>();
  /** The messages that have arrived, by their number: a network's copy has the number of the original. */
  readonly #arrived = new Set<number>();
  /** Of each sender, the latest message that has arrived: messages are numbered in the order in which they are sent. */
  readonly #latest = new Map<NodeId, number>();

  constructor(scenario: Scenario) {
    this.#serverRemembers = scenario.kind === 'transport' && scenario.udp.semantics === 'at-most-once';
  }

  read(
    { message, from, fate }: MessageStep,
    { sourcePort, destinationPort, data }: Datagram,
  ): Omit<DatagramFacts, 'from' | 'to' | 'fate'> {
    const numbered = readNumbered(data);
    const name = `${from} ${sourcePort} ${destinationPort} ${data}`;
    const isCopy = this.#arrived.has(message.id);
    const isRepeated = !isCopy && numbered !== null && this.#sent.has(name);
    const latest = this.#latest.get(from) ?? message.id;
    this.#sent.add(name);
    if (fate.kind === 'delivered') {
      this.#arrived.add(message.id);
      this.#latest.set(from, Math.max(latest, message.id));
    }
    return {
      kind: 'datagram',
      text: data,
      numbered,
      isRepeated,
      isCopy,
      wasOvertaken: message.id < latest,
      serverRemembers: this.#serverRemembers,
    };
  }
}
