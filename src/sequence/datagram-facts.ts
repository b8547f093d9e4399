/** Reads the facts of a UDP datagram, including whether it's a duplicate or out of order. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import { readNumbered } from '../simulation/protocols/numbered-message.ts';
import type { Datagram } from '../simulation/protocols/udp/datagram.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { MessageStep } from '../trace/steps.ts';
import type { Circumstances } from './circumstances.ts';
import type { DatagramFacts } from './step-facts.ts';

export class DatagramReader {
  readonly #serverRemembers: boolean;
  /** Numbered messages that were sent. */
  readonly #sent = new Set<string>();
  /** Numbers of the messages that have arrived. A network duplicate has its original's number. */
  readonly #arrived = new Set<number>();
  /** By sender, the latest message that has arrived. Messages are numbered in sending order. */
  readonly #latest = new Map<NodeId, number>();

  constructor(scenario: Scenario) {
    this.#serverRemembers = scenario.kind === 'transport' && scenario.udp.semantics === 'at-most-once';
  }

  read(
    { message, from, fate }: MessageStep,
    { sourcePort, destinationPort, data }: Datagram,
    repeated: Circumstances['repeated'],
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
      isDoneAgain: repeated.isDoneAgain(message.id) || repeated.beganAgain(message.id),
    };
  }
}
