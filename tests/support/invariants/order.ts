/** Time and causality. */
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import type { AnyEvent, Checker, Report } from './checker.ts';

/** Event IDs count from 0, and time never decreases. */
export function orderOfEvents(report: Report): Checker<AnyEvent> {
  let next = 0;
  let nowUs = 0;
  return {
    see({ id, atUs }) {
      if (id !== next) report(`event ${id} is at position ${next}`);
      if (!Number.isSafeInteger(atUs) || atUs < nowUs) {
        report(`event ${id} happens at ${atUs} µs, after one at ${nowUs} µs`);
      }
      next += 1;
      nowUs = atUs;
    },
  };
}

/** Only the last event of a run says that it ended. */
export function endOfRun(report: Report): Checker<AnyEvent> {
  let ends = 0;
  let last = 'nothing';
  return {
    see(event) {
      last = event.kind;
      if (event.kind !== 'run-ended') return;
      ends += 1;
      if (event.reason !== 'finished') report(`the run was cut off: ${event.reason}`);
    },
    end() {
      if (ends !== 1) report(`the run ended ${ends} times`);
      else if (last !== 'run-ended') report(`the last event is a ${last}`);
    },
  };
}

/** Where an event can have consequences: at one node, at several, at all or at none. */
type Reach = NodeId | readonly NodeId[] | 'everywhere' | 'nowhere';

interface Seen {
  readonly kind: AnyEvent['kind'];
  readonly reach: Reach;
  /** ID of the message that it concerns. */
  readonly message: number | null;
}

/**
 * Every event except root events has an earlier cause, so the walk up the causes ends at a start, a command or the
 * run's end. No action at a distance: an event at a node is caused by something that reached this node.
 */
export function causes(report: Report): Checker<AnyEvent> {
  const seen: Seen[] = [];
  const addedNodes = new Set<EventId>();
  return {
    see(event) {
      const { id, kind, cause } = event;
      if (kind === 'node-started' && cause !== null && seen[cause]?.kind === 'node-joined')
        addedNodes.add(id);
      seen.push({
        kind,
        reach: addedNodes.has(id) ? 'everywhere' : reachOf(event),
        message: messageOf(event),
      });
      if (cause === null) {
        if (!beginnings.has(kind)) report(`event ${id}, a ${kind}, has no cause`);
        return;
      }
      const by = seen[cause];
      if (by === undefined || cause >= id) report(`event ${id} is caused by event ${cause}`);
      else if (!mayCause(by, event))
        report(`event ${id}, a ${kind}, is caused by event ${cause}, a ${by.kind}`);
    },
  };
}

const beginnings: ReadonlySet<AnyEvent['kind']> = new Set(['node-started', 'command-taken', 'run-ended']);

function mayCause(cause: Seen, event: AnyEvent): boolean {
  switch (event.kind) {
    case 'message-delivered':
    case 'message-refused':
    case 'message-lost':
      return isSending(cause) && cause.message === event.message.id;
    case 'connect-timed-out':
      return isSending(cause) && cause.message === event.message.id;
    case 'connection-reset':
      // By a crash, or by a node that closes the connection without a reply.
      return (
        cause.kind === 'node-crashed' || cause.kind === 'node-left' || reaches(cause.reach, event.message.to)
      );
    case 'node-crashed':
    case 'node-frozen':
    case 'node-thawed':
    case 'node-joined':
    case 'node-draining':
    case 'link-cut':
    case 'link-healed':
      return cause.kind === 'command-taken';
    case 'node-started':
      // A deploy crashes and restarts at once.
      return (
        cause.kind === 'command-taken' ||
        cause.kind === 'node-joined' ||
        (cause.kind === 'node-crashed' && event.cause === event.id - 1)
      );
    case 'command-taken':
    case 'run-ended':
      return false;
    case 'message-sent':
    case 'message-duplicated':
      return reaches(cause.reach, event.message.from);
    case 'timer-fired':
    case 'remembered':
    case 'forgot':
    case 'recalled':
    case 'request-begun':
      return reaches(cause.reach, event.node);
    case 'node-left':
      // Caused by its remaining work, or by a crash during that work.
      return cause.kind === 'node-crashed' || reaches(cause.reach, event.node);
    case 'request-settled':
      return reaches(cause.reach, clientOf(event.request));
    case 'request-reached':
      return event.milestone === 'arrived' || reaches(cause.reach, clientOf(event.request));
    default:
      throw new Error(`Unknown event ${event satisfies never}`);
  }
}

function isSending({ kind }: Seen): boolean {
  return kind === 'message-sent' || kind === 'message-duplicated';
}

function reaches(reach: Reach, node: NodeId): boolean {
  if (reach === 'everywhere') return true;
  return typeof reach === 'string' ? reach === node : reach.includes(node);
}

function reachOf(event: AnyEvent): Reach {
  switch (event.kind) {
    case 'node-started':
    case 'timer-fired':
    // What a server does for a request from its queue.
    case 'request-begun':
      return event.node;
    case 'node-joined':
    case 'node-draining':
    case 'node-left':
      return 'everywhere';
    case 'message-delivered':
      return event.message.to;
    // A dead process's operating system answers a datagram. Any other sender is told that it was refused.
    case 'message-refused':
      return event.message.role === 'datagram' ? event.message.to : event.message.from;
    case 'connect-timed-out':
    case 'connection-reset':
      return event.message.from;
    case 'node-crashed':
      return event.how === 'process' ? event.node : 'nowhere';
    case 'command-taken':
      if (event.command.kind === 'deploy') return event.command.node;
      return event.command.kind === 'instruct' ? event.command.nodes : 'nowhere';
    default:
      return 'nowhere';
  }
}

function messageOf(event: AnyEvent): number | null {
  return 'message' in event ? event.message.id : null;
}

function clientOf(request: string): NodeId {
  return request.slice(0, request.indexOf('/'));
}
