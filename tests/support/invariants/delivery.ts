/** Message delivery: receivers, copies, order and links. */
import type { Message, NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { AnyEvent, Checker, Report } from './checker.ts';
import { DownNodes } from './down-nodes.ts';

/** A delivered message was sent, its receiver is up, and it arrives once, or twice if it was duplicated. */
export function deliveries(report: Report): Checker<AnyEvent> {
  const down = new DownNodes();
  /** Copies in flight, by message. */
  const copies = new Map<number, number>();
  return {
    see(event) {
      down.follow(event);
      if (event.kind === 'message-sent') copies.set(event.message.id, 1);
      if (event.kind === 'message-duplicated') change(copies, event.message.id, 1);
      if (!isArrival(event)) return;
      const { id, to } = event.message;
      const left = copies.get(id);
      if (left === undefined) report(`message ${id} arrives, but was not sent`);
      else if (left === 0) report(`message ${id} arrives too often`);
      change(copies, id, -1);
      if (event.kind === 'message-delivered' && down.has(to)) {
        report(`message ${id} was delivered to ${to}, which is down`);
      }
      if (event.kind === 'message-refused' && !down.has(to))
        report(`${to} refuses message ${id} although it is up`);
    },
  };
}

/** All foreground work completes: no message is in flight at the end. */
export function nothingUnderWay(report: Report): Checker<AnyEvent> {
  const underWay = new Map<number, number>();
  let isFinished = false;
  return {
    see(event) {
      if (event.kind === 'run-ended') isFinished = event.reason === 'finished';
      if (!('message' in event) || event.background) return;
      const { id } = event.message;
      if (event.kind === 'message-sent' || event.kind === 'message-duplicated') change(underWay, id, 1);
      if (isArrival(event)) change(underWay, id, -1);
    },
    end() {
      if (!isFinished) return;
      for (const [id, count] of underWay) if (count !== 0) report(`message ${id} is in flight at the end`);
    },
  };
}

/**
 * On each link, connection-based messages arrive in sending order. Where TCP retransmits, one that is lost for good
 * holds up none.
 */
export function orderOnLinks(report: Report, scenario?: WithCutLinks): Checker<AnyEvent> {
  const lastOnLink = new Map<string, number>();
  const isDelayed = scenario?.network.cutLinks === 'delay';
  return {
    see(event) {
      if (!isArrival(event) || event.message.role === 'datagram') return;
      if (isDelayed && event.kind === 'message-lost') return;
      const { id, from, to } = event.message;
      const link = `${from}>${to}`;
      if (id < (lastOnLink.get(link) ?? 0)) report(`message ${id} from ${from} to ${to} was overtaken`);
      lastOnLink.set(link, id);
    },
  };
}

interface WithCutLinks {
  readonly network: { readonly cutLinks: 'lose' | 'delay' };
}

/** The first retransmission (RFC 6298 §2.1). */
const FIRST_RETRANSMISSION_US = 1_000_000;

/**
 * Messages over a cut link are lost, and so are refusals and resets. Where TCP retransmits, messages arrive after the
 * link is restored, and not before their first retransmission.
 */
export function cutLinks(report: Report, scenario?: WithCutLinks): Checker<AnyEvent> {
  const cut = new Set<string>();
  /** When each link was first cut. */
  const everCut = new Map<string, number>();
  const doomed = new Set<number>();
  const isDelayed = scenario?.network.cutLinks === 'delay';
  return {
    see(event) {
      if (event.kind === 'link-cut') {
        cut.add(pairOf(...event.between));
        const pair = pairOf(...event.between);
        if (!everCut.has(pair)) everCut.set(pair, event.atUs);
      }
      if (event.kind === 'link-healed') cut.delete(pairOf(...event.between));
      if (!('message' in event)) return;
      const { id, from, to } = event.message;
      const isCut = cut.size > 0 && cut.has(pairOf(from, to));
      if (event.kind === 'message-sent' && isCut) doomed.add(id);
      const crosses = event.kind === 'message-delivered' || event.kind === 'message-refused';
      if (crosses && doomed.has(id) && !isDelayed) report(`message ${id} arrives over a cut link`);
      if (crosses && doomed.has(id) && isDelayed && event.message.role !== 'datagram') {
        // Others can have waited longer, and it travels with them.
        const sinceUs = event.atUs - (everCut.get(pairOf(from, to)) ?? 0);
        if (sinceUs < FIRST_RETRANSMISSION_US)
          report(`message ${id} arrives ${sinceUs} µs after its link was cut`);
      }
      if ((crosses || event.kind === 'connection-reset') && isCut) {
        report(`a ${event.kind} of message ${id} crosses the link between ${from} and ${to}, which is cut`);
      }
      if (event.kind === 'message-lost' && event.why === 'link-cut' && !isCut && !doomed.has(id)) {
        if (isDelayed && everCut.has(pairOf(from, to))) return;
        report(`message ${id} is lost on a link that is not cut`);
      }
    },
  };
}

/** Drops never exceed the operator's commands, and replies reach their requester. */
export function drops(report: Report): Checker<AnyEvent> {
  let asked = 0;
  return {
    see(event) {
      if (event.kind === 'command-taken' && event.command.kind === 'drop' && event.result === 'done')
        asked += 1;
      if (event.kind !== 'message-lost' || event.why !== 'dropped') return;
      asked -= 1;
      if (asked < 0) report(`message ${event.message.id} is dropped without a command`);
    },
  };
}

/** A reply is delivered only to the life of the node that sent the request, not after a restart. */
export function repliesToTheLiving(report: Report): Checker<AnyEvent> {
  const asked = new Map<NodeId, Set<string>>();
  return {
    see(event) {
      if (event.kind === 'node-crashed' || event.kind === 'node-left') asked.delete(event.node);
      if (!('message' in event)) return;
      const { message } = event;
      if (event.kind === 'message-sent' && message.role === 'request') {
        const of = asked.get(message.from) ?? new Set();
        asked.set(message.from, of.add(exchangeOf(message, message.to)));
      }
      if (event.kind !== 'message-delivered' || message.role !== 'reply') return;
      if (asked.get(message.to)?.has(exchangeOf(message, message.from)) !== true) {
        report(`reply ${message.id} is delivered to ${message.to}, which sent no such request`);
      }
    },
  };
}

/** A node that is down does nothing. Only the operating system of a dead process answers segments and datagrams. */
export function silenceOfTheDown(report: Report): Checker<AnyEvent> {
  const down = new DownNodes();
  /** Deaths, and messages to the dead, that the operating system answers. */
  const answered = new Set<number>();
  return {
    see(event) {
      down.follow(event);
      const isDeath = event.kind === 'node-crashed' && event.how === 'process';
      const isToTheDead = event.kind === 'message-refused' && event.message.role === 'datagram';
      if (isDeath || isToTheDead) answered.add(event.id);
      const isAnswer = event.kind === 'message-sent' && event.message.role === 'datagram';
      if (isAnswer && event.cause !== null && answered.has(event.cause)) return;
      const actor = actingNode(event);
      if (actor !== null && down.has(actor)) report(`${actor} is down at event ${event.id}, a ${event.kind}`);
    },
  };
}

/** Nothing comes back from a dark machine: no refusal, no reset, no reply. Senders find out by their timeouts. */
export function silenceOfDarkMachines(report: Report): Checker<AnyEvent> {
  const dark = new Set<NodeId>();
  const crashes = new Set<number>();
  return {
    see(event) {
      if (event.kind === 'node-started') dark.delete(event.node);
      if (event.kind === 'node-crashed' && event.how === 'machine') {
        dark.add(event.node);
        crashes.add(event.id);
      }
      if (event.kind === 'message-refused' && dark.has(event.message.to)) {
        report(`${event.message.to} is dark and refuses message ${event.message.id}`);
      }
      if (event.kind === 'connection-reset' && event.cause !== null && crashes.has(event.cause)) {
        report(`${event.message.to} went dark and resets the connection of message ${event.message.id}`);
      }
      if (event.kind === 'message-lost' && event.why === 'receiver-dark' && !dark.has(event.message.to)) {
        report(`message ${event.message.id} is lost at ${event.message.to}, which is not dark`);
      }
    },
  };
}

/**
 * A frozen process does nothing. When it continues, it handles everything that has reached it, in the order of
 * arrival. Its operating system goes on meanwhile.
 */
export function frozenProcesses(report: Report): Checker<AnyEvent> {
  const frozen = new Map<NodeId, number[]>();
  const thawing = new Map<NodeId, number[]>();
  return {
    see(event) {
      if (event.kind === 'node-frozen') frozen.set(event.node, []);
      if (event.kind === 'node-crashed') frozen.delete(event.node);
      if (event.kind === 'node-thawed') {
        thawing.set(event.node, frozen.get(event.node) ?? []);
        frozen.delete(event.node);
      }
      if (event.kind === 'message-delivered') frozen.get(event.message.to)?.push(event.id);
      // It reaches the operating system. The process hears of it later.
      if (event.kind === 'connection-reset') {
        frozen.get(event.message.from)?.push(event.id);
        return;
      }
      const actor = actingNode(event);
      if (actor === null) return;
      if (frozen.has(actor) && !isOfSystem(event)) {
        report(`${actor} is frozen at event ${event.id}, a ${event.kind}`);
      }
      const held = thawing.get(actor);
      const place = held === undefined || event.cause === null ? -1 : held.indexOf(event.cause);
      // What was handled later can't be followed by what arrived before it.
      if (held !== undefined && place >= 0) held.splice(0, place);
      else if (held !== undefined && event.cause !== null && event.cause < (held[0] ?? 0) && place < 0) {
        if (event.kind === 'request-begun') report(`${actor} begins ${event.request} out of order`);
      }
    },
  };
}

/** Segments and their timers belong to the operating system. */
function isOfSystem(event: AnyEvent): boolean {
  if (event.kind === 'message-sent') return event.message.role === 'datagram';
  if (event.kind === 'timer-fired') return String(event.timer).startsWith('tcp ');
  return 'key' in event && event.key.startsWith('tcp ');
}

/** The node that must be up for this event, or null. */
function actingNode(event: AnyEvent): NodeId | null {
  switch (event.kind) {
    case 'message-sent':
    case 'connection-reset':
      return event.message.from;
    case 'timer-fired':
    case 'remembered':
    case 'forgot':
    case 'recalled':
    case 'request-begun':
      return event.node;
    default:
      return null;
  }
}

type Arrival = Extract<AnyEvent, { kind: 'message-delivered' | 'message-refused' | 'message-lost' }>;

function isArrival(event: AnyEvent): event is Arrival {
  return (
    event.kind === 'message-delivered' || event.kind === 'message-refused' || event.kind === 'message-lost'
  );
}

function exchangeOf({ exchange }: Message<unknown>, other: NodeId): string {
  return `${other} ${exchange}`;
}

function pairOf(one: NodeId, other: NodeId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function change(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
