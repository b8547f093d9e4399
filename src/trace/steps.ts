/**
 * Cuts a trace into steps. A step is one thing to look at: a message with what it changed, or one command. Hidden
 * are health checks, the database's messages, and the hop of a reply through the load balancer.
 */
import {
  CLIENT,
  type ClusterEvent,
  type ClusterMessage,
  type Command,
  isBackend,
  LOAD_BALANCER,
} from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { CommandResult, Moment } from '../simulation/kernel/command.ts';
import { LandmarkClock } from './landmark-clock.ts';

interface StepFrame {
  /** The same step under another strategy has the same key. */
  readonly key: string;
  /** The trace's last event that has happened once this step is shown. */
  readonly lastEvent: number;
  /** When a command given at this step takes effect. */
  readonly moment: Moment;
}

export interface MessageStep extends StepFrame {
  readonly kind: 'message';
  readonly request: RequestId;
  readonly from: NodeId;
  readonly to: NodeId;
  /** As it reached the one who is drawn as its receiver: the load balancer may have added to it on the way. */
  readonly message: ClusterMessage;
  readonly fate: 'delivered' | 'refused' | 'lost';
}

/** What can be seen of commands so far: the power of a node. */
type PowerCommand = Command & { readonly kind: 'crash' | 'restart' };

export interface CommandStep extends StepFrame {
  readonly kind: 'command';
  readonly command: PowerCommand;
  readonly result: CommandResult;
}

export type Step = MessageStep | CommandStep;

/** A step before it is known where it closes. */
type Beat = {
  readonly start: number;
  readonly end: number;
} & (
  | Pick<MessageStep, 'kind' | 'request' | 'from' | 'to' | 'message' | 'fate'>
  | (Pick<CommandStep, 'kind' | 'command' | 'result'> & { readonly index: number })
);

export function stepsOf(events: readonly ClusterEvent[]): readonly Step[] {
  const beats = beatsOf(events);
  const clock = new LandmarkClock(events);
  const keys = new KeyMaker();
  const nextStarts = nextStartsOf(beats, events.length);
  return beats.map((beat, index) => {
    const lastEvent = closeOf(beat, nextStarts[index] ?? events.length, events);
    const frame = { key: keys.of(beat), lastEvent, moment: clock.momentOf(lastEvent) };
    if (beat.kind === 'command') {
      return { kind: 'command', command: beat.command, result: beat.result, ...frame };
    }
    const { kind, request, from, to, message, fate } = beat;
    return { kind, request, from, to, message, fate, ...frame };
  });
}

/** Beats in the order in which they end: what a step shows has happened. */
function beatsOf(events: readonly ClusterEvent[]): readonly Beat[] {
  const beats: Beat[] = [];
  const starts = new Map<number, number>();
  const repliesToBalancer = new Map<RequestId, { start: number; message: ClusterMessage }>();
  events.forEach((event, index) => {
    switch (event.kind) {
      case 'message-sent':
        starts.set(event.message.id, startOfReaction(events, index));
        return;
      case 'message-delivered':
      case 'message-refused':
      case 'message-lost': {
        const { message } = event;
        const start = starts.get(message.id) ?? index;
        starts.delete(message.id);
        const { request } = message;
        if (request === null || isBackend(message.from) || isBackend(message.to)) return;
        if (message.role === 'reply' && message.to === LOAD_BALANCER) {
          repliesToBalancer.set(request, { start, message });
          return;
        }
        const firstHop = message.role === 'reply' ? repliesToBalancer.get(request) : undefined;
        repliesToBalancer.delete(request);
        const origin = firstHop ?? { start, message };
        const fate = fates[event.kind];
        beats.push({
          kind: 'message',
          request,
          from: origin.message.from,
          to: message.to,
          message,
          fate,
          start: origin.start,
          end: index,
        });
        return;
      }
      case 'command-taken': {
        const { command, result } = event;
        if (!isPower(command)) return;
        beats.push({ kind: 'command', index: event.index, command, result, start: index, end: index });
        return;
      }
      default:
    }
  });
  return beats;
}

const fates = {
  'message-delivered': 'delivered',
  'message-refused': 'refused',
  'message-lost': 'lost',
} as const;

/** What an actor remembers in the reaction that sends a message belongs to the message's step. */
function startOfReaction(events: readonly ClusterEvent[], sent: number): number {
  const cause = events[sent]?.cause ?? null;
  let start = sent;
  while (cause !== null && events[start - 1]?.cause === cause) start -= 1;
  return start;
}

/** For each beat, where the first of those begins that end after it: a command may fall into another beat's time. */
function nextStartsOf(beats: readonly Beat[], end: number): readonly number[] {
  const starts: number[] = [];
  let next = end;
  for (let index = beats.length - 1; index >= 0; index -= 1) {
    starts[index] = next;
    next = Math.min(next, beats[index]?.start ?? next);
  }
  return starts;
}

/**
 * A step includes what it brought about at once, and, when nothing else is under way, what it brought about up to
 * the next step; but not what health checks found out meanwhile.
 */
function closeOf(beat: Beat, nextStart: number, events: readonly ClusterEvent[]): number {
  const isConsequence = (event: ClusterEvent | undefined) =>
    event !== undefined && !event.background && consequences.has(event.kind);
  for (let index = nextStart - 1; index > beat.end; index -= 1) {
    if (isConsequence(events[index])) return index;
  }
  let close = beat.end;
  while (isConsequence(events[close + 1]) && (events[close + 1]?.cause ?? -1) >= beat.end) close += 1;
  return close;
}

const consequences: ReadonlySet<ClusterEvent['kind']> = new Set([
  'node-started',
  'node-crashed',
  'remembered',
  'forgot',
  'recalled',
  'request-reached',
  'request-settled',
]);

/** Names steps by what they are in the run's plan, not by which server happened to serve. */
class KeyMaker {
  readonly #times = new Map<string, number>();

  of(beat: Beat): string {
    if (beat.kind === 'command') return `command ${beat.index}`;
    const leg = `${beat.request} ${roleOf(beat.from)}>${roleOf(beat.to)}`;
    const times = (this.#times.get(leg) ?? 0) + 1;
    this.#times.set(leg, times);
    return `${leg} ${times}`;
  }
}

function roleOf(node: NodeId): string {
  return node === CLIENT || node === LOAD_BALANCER ? node : 'server';
}

function isPower(command: Command): command is PowerCommand {
  return command.kind === 'crash' || command.kind === 'restart';
}
