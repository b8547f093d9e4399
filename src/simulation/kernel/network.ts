/**
 * The network: latency, loss and duplication. Each directed link draws from its own random stream, so traffic on one
 * link never shifts what happens on another.
 */
import type { NodeId, Role } from './actor.ts';
import { type RandomStream, randomStream } from './random.ts';

/** Virtual microseconds, both inclusive. The difference is the jitter; equal bounds draw no random number. */
export interface Latency {
  readonly minUs: number;
  readonly maxUs: number;
}

export interface LinkQuality {
  readonly latency: Latency;
  /** Random losses per million messages, 0 to 999,999. */
  readonly lossPerMillion: number;
  /** Duplicates per million datagrams. */
  readonly duplicationPerMillion: number;
}

const MILLION = 1_000_000;

/** One direction between two nodes. */
export class Link {
  isCut = false;
  readonly #quality: LinkQuality;
  readonly #random: RandomStream;
  /** Arrival time of the last connection-based message. Later ones can't overtake it. */
  #lastArrivalUs = 0;

  constructor(quality: LinkQuality, random: RandomStream) {
    this.#quality = quality;
    this.#random = random;
  }

  /** Arrival time of a message sent now, unless it's lost. */
  arrivalUs(role: Role, nowUs: number): number {
    const { minUs, maxUs } = this.#quality.latency;
    const arrivalUs = nowUs + (minUs === maxUs ? minUs : this.#random.integer(minUs, maxUs));
    if (role === 'datagram') return arrivalUs;
    this.#lastArrivalUs = Math.max(this.#lastArrivalUs, arrivalUs);
    return this.#lastArrivalUs;
  }

  /** Draws whether a message is lost. */
  loses(): boolean {
    return this.#happens(this.#quality.lossPerMillion);
  }

  /** Draws whether a datagram is duplicated. */
  duplicates(): boolean {
    return this.#happens(this.#quality.duplicationPerMillion);
  }

  #happens(perMillion: number): boolean {
    return perMillion > 0 && this.#random.integer(1, MILLION) <= perMillion;
  }
}

export class Network {
  readonly #seed: number;
  readonly #qualityOf: (from: NodeId, to: NodeId) => LinkQuality;
  readonly #links = new Map<NodeId, Map<NodeId, Link>>();
  readonly #cuts = new Map<string, readonly [NodeId, NodeId]>();

  constructor(seed: number, qualityOf: (from: NodeId, to: NodeId) => LinkQuality) {
    this.#seed = seed;
    this.#qualityOf = qualityOf;
  }

  /** The link from one node to another. */
  link(from: NodeId, to: NodeId): Link {
    let links = this.#links.get(from);
    if (links === undefined) {
      links = new Map();
      this.#links.set(from, links);
    }
    let link = links.get(to);
    if (link === undefined) {
      link = new Link(this.#qualityOf(from, to), randomStream(this.#seed, `link ${from} ${to}`));
      links.set(to, link);
    }
    return link;
  }

  isCut(one: NodeId, other: NodeId): boolean {
    return this.link(one, other).isCut;
  }

  /** @returns Whether the link was intact. */
  cut(one: NodeId, other: NodeId): boolean {
    return this.#setCut(one, other, true);
  }

  /** @returns Whether the link was cut. */
  heal(one: NodeId, other: NodeId): boolean {
    return this.#setCut(one, other, false);
  }

  /** Cut links, in the order of the cuts. */
  get cuts(): readonly (readonly [NodeId, NodeId])[] {
    return [...this.#cuts.values()];
  }

  #setCut(one: NodeId, other: NodeId, isCut: boolean): boolean {
    const there = this.link(one, other);
    if (there.isCut === isCut) return false;
    there.isCut = isCut;
    this.link(other, one).isCut = isCut;
    if (isCut) this.#cuts.set(pairKey(one, other), [one, other]);
    else this.#cuts.delete(pairKey(one, other));
    return true;
  }
}

/** Equal for both directions. */
function pairKey(one: NodeId, other: NodeId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
