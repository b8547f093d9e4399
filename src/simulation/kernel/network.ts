/**
 * The network: how long a message is on its way, and whether it gets there. Each directed link draws its own
 * numbers from the seed, so that traffic on one never shifts what happens on another.
 */
import type { NodeId, Role } from './actor.ts';
import { type RandomStream, randomStream } from './random.ts';

/** Virtual microseconds, both included. Equal bounds draw no random number; their distance is the jitter. */
export interface Latency {
  readonly minUs: number;
  readonly maxUs: number;
}

export interface LinkQuality {
  readonly latency: Latency;
  /** How many messages of a million are lost by chance, 0 to 999,999. */
  readonly lossPerMillion: number;
  /** How many datagrams of a million arrive twice. */
  readonly duplicationPerMillion: number;
}

const MILLION = 1_000_000;

/** One direction of the way between two nodes. */
export class Link {
  isCut = false;
  readonly #quality: LinkQuality;
  readonly #random: RandomStream;
  /** When the last message over a connection arrives: none that is sent later may overtake it. */
  #lastArrivalUs = 0;

  constructor(quality: LinkQuality, random: RandomStream) {
    this.#quality = quality;
    this.#random = random;
  }

  /** When a message that is sent now arrives, if it does. */
  arrivalUs(role: Role, nowUs: number): number {
    const { minUs, maxUs } = this.#quality.latency;
    const arrivalUs = nowUs + (minUs === maxUs ? minUs : this.#random.integer(minUs, maxUs));
    if (role === 'datagram') return arrivalUs;
    this.#lastArrivalUs = Math.max(this.#lastArrivalUs, arrivalUs);
    return this.#lastArrivalUs;
  }

  /** Draws whether a message is lost by chance. */
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

  /** The way from one node to another. */
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

  /** @returns Whether this changed anything. */
  cut(one: NodeId, other: NodeId): boolean {
    return this.#setCut(one, other, true);
  }

  /** @returns Whether this changed anything. */
  heal(one: NodeId, other: NodeId): boolean {
    return this.#setCut(one, other, false);
  }

  /** The links that are cut, in the order in which they were. */
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

/** The same for both directions. */
function pairKey(one: NodeId, other: NodeId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
