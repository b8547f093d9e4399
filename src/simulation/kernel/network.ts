/** How long a message is on its way: each directed link draws its own latencies from the seed. */
import type { NodeId } from './actor.ts';
import { type RandomStream, randomStream } from './random.ts';

/** Virtual microseconds, both included. Equal bounds draw no random number. */
export interface Latency {
  readonly minUs: number;
  readonly maxUs: number;
}

export class Network {
  readonly #seed: number;
  readonly #latencyOf: (from: NodeId, to: NodeId) => Latency;
  readonly #links = new Map<NodeId, Map<NodeId, { latency: Latency; random: RandomStream }>>();

  constructor(seed: number, latencyOf: (from: NodeId, to: NodeId) => Latency) {
    this.#seed = seed;
    this.#latencyOf = latencyOf;
  }

  transitUs(from: NodeId, to: NodeId): number {
    const { latency, random } = this.#link(from, to);
    return latency.minUs === latency.maxUs ? latency.minUs : random.integer(latency.minUs, latency.maxUs);
  }

  #link(from: NodeId, to: NodeId) {
    let links = this.#links.get(from);
    if (links === undefined) {
      links = new Map();
      this.#links.set(from, links);
    }
    let link = links.get(to);
    if (link === undefined) {
      link = { latency: this.#latencyOf(from, to), random: randomStream(this.#seed, `link ${from} ${to}`) };
      links.set(to, link);
    }
    return link;
  }
}
