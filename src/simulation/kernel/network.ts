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

interface Link {
  readonly quality: LinkQuality;
  readonly random: RandomStream;
  isCut: boolean;
  /** When the last message over a connection arrives: none that is sent later may overtake it. */
  lastArrivalUs: number;
}

const MILLION = 1_000_000;

export class Network {
  readonly #seed: number;
  readonly #qualityOf: (from: NodeId, to: NodeId) => LinkQuality;
  readonly #links = new Map<NodeId, Map<NodeId, Link>>();
  readonly #cuts = new Map<string, readonly [NodeId, NodeId]>();

  constructor(seed: number, qualityOf: (from: NodeId, to: NodeId) => LinkQuality) {
    this.#seed = seed;
    this.#qualityOf = qualityOf;
  }

  /** When a message that is sent now arrives, if it does. */
  arrivalUs(from: NodeId, to: NodeId, role: Role, nowUs: number): number {
    const link = this.#link(from, to);
    const { minUs, maxUs } = link.quality.latency;
    const arrivalUs = nowUs + (minUs === maxUs ? minUs : link.random.integer(minUs, maxUs));
    if (role === 'datagram') return arrivalUs;
    link.lastArrivalUs = Math.max(link.lastArrivalUs, arrivalUs);
    return link.lastArrivalUs;
  }

  /** Draws whether a message is lost by chance. */
  loses(from: NodeId, to: NodeId): boolean {
    const { quality, random } = this.#link(from, to);
    return quality.lossPerMillion > 0 && random.integer(1, MILLION) <= quality.lossPerMillion;
  }

  /** Draws whether a datagram is duplicated. */
  duplicates(from: NodeId, to: NodeId): boolean {
    const { quality, random } = this.#link(from, to);
    return quality.duplicationPerMillion > 0 && random.integer(1, MILLION) <= quality.duplicationPerMillion;
  }

  isCut(from: NodeId, to: NodeId): boolean {
    return this.#cuts.size > 0 && this.#link(from, to).isCut;
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
    const there = this.#link(one, other);
    if (there.isCut === isCut) return false;
    there.isCut = isCut;
    this.#link(other, one).isCut = isCut;
    if (isCut) this.#cuts.set(pairKey(one, other), [one, other]);
    else this.#cuts.delete(pairKey(one, other));
    return true;
  }

  #link(from: NodeId, to: NodeId): Link {
    let links = this.#links.get(from);
    if (links === undefined) {
      links = new Map();
      this.#links.set(from, links);
    }
    let link = links.get(to);
    if (link === undefined) {
      const random = randomStream(this.#seed, `link ${from} ${to}`);
      link = { quality: this.#qualityOf(from, to), random, isCut: false, lastArrivalUs: 0 };
      links.set(to, link);
    }
    return link;
  }
}

/** The same for both directions. */
function pairKey(one: NodeId, other: NodeId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
