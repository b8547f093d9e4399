/** What a person predicts about a run: which server handles each request, and with what result. */
import { type ClusterEvent, isServer, LOAD_BALANCER } from '../simulation/cluster.ts';
import type { NodeId, Outcome, RequestId } from '../simulation/kernel/actor.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { outcomesOf, type RequestOutcome } from './outcomes.ts';
import type { ProblemCode, ResponseMeaning } from './reading.ts';

export type Answer =
  /** The server that handles the request. */
  | { readonly kind: 'server'; readonly node: NodeId }
  | { readonly kind: 'heard'; readonly meaning: ResponseMeaning }
  | Extract<RequestOutcome, { kind: 'unanswered' }>
  /** When connections are the subject: what the sender learns, and whether its message arrived. */
  | { readonly kind: 'transported'; readonly outcome: Outcome; readonly hasArrived: boolean };

export interface Served {
  /** Null when no load balancer chose a server, or none was available. */
  readonly server: NodeId | null;
  /** Null for a request without a result. */
  readonly answer: Answer | null;
}

const nothing: Served = { server: null, answer: null };

export function servedIn(
  scenario: Scenario,
  events: readonly ClusterEvent[],
): ReadonlyMap<RequestId, Served> {
  const served = new Map<RequestId, Served>();
  const note = (request: RequestId, part: Partial<Served>) =>
    served.set(request, { ...(served.get(request) ?? nothing), ...part });
  if (scenario.kind === 'transport') {
    for (const [request, answer] of transportedIn(events)) note(request, { answer });
    return served;
  }
  for (const event of events) {
    if (event.kind !== 'message-delivered') continue;
    const { from, to, request, role } = event.message;
    if (request !== null && role === 'request' && from === LOAD_BALANCER && isServer(to)) {
      note(request, { server: to });
    }
  }
  for (const [request, outcome] of outcomesOf({ events })) {
    const answer: Answer = outcome.kind === 'heard' ? { kind: 'heard', meaning: outcome.meaning } : outcome;
    note(request, { answer });
  }
  return served;
}

function transportedIn(events: readonly ClusterEvent[]): ReadonlyMap<RequestId, Answer> {
  // A datagram can arrive long after its sender is done with it.
  const arrived = new Set<RequestId>();
  for (const event of events) {
    if (event.kind !== 'message-delivered' || !isServer(event.message.to)) continue;
    const { request, body } = event.message;
    const hasData = (body.kind === 'tcp-segment' || body.kind === 'udp-datagram') && body.data !== '';
    if (request !== null && hasData) arrived.add(request);
  }
  const answers = new Map<RequestId, Answer>();
  for (const event of events) {
    if (event.kind !== 'request-settled') continue;
    const { request, outcome } = event;
    answers.set(request, { kind: 'transported', outcome, hasArrived: arrived.has(request) });
  }
  return answers;
}

/** Answers with equal keys look the same to a customer: they're worded the same way. */
export function keyOfAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'server':
      return answer.node;
    case 'heard':
      return keyOfMeaning(answer.meaning);
    case 'unanswered':
      return `unanswered ${answer.outcome}`;
    case 'transported': {
      const { outcome, hasArrived } = answer;
      return `transported ${outcome}${outcome === 'sent' ? ` ${hasArrived}` : ''}`;
    }
    default:
      throw new Error(`Unknown answer ${answer satisfies never}`);
  }
}

function keyOfMeaning(meaning: ResponseMeaning): string {
  switch (meaning.kind) {
    case 'price':
      return `price ${meaning.product} ${meaning.unitPriceWon}`;
    case 'total':
      return `total ${meaning.totalWon}`;
    case 'paid':
      return `paid ${meaning.order.totalWon}`;
    case 'incomplete': {
      const { ask, heard: understood } = meaning;
      if (!ask.includes('product')) return 'incomplete: how many';
      if (ask.includes('quantity')) return 'incomplete: what, and how many';
      return `incomplete: ${understood.quantity ?? 'one'} of what`;
    }
    case 'welcomed':
    case 'logged-in':
    case 'recognized':
    case 'admitted':
      return `${meaning.kind} ${meaning.name}`;
    case 'logged-out':
    case 'refreshed':
      return meaning.kind;
    case 'noted':
      return `noted ${meaning.characters}`;
    case 'cart':
      // Its words don't tell the order.
      return `cart ${[...meaning.items].sort().join(' ')}`;
    case 'charged':
      return meaning.isFirst
        ? `charged ${meaning.chargeNumber} ${meaning.amountWon}`
        : `charged before ${meaning.chargeNumber}`;
    case 'problem':
      return `problem ${meaning.status} ${plainCodes.get(meaning.code) ?? meaning.code}`;
    default:
      throw new Error(`Unknown answer ${meaning satisfies never}`);
  }
}

/** Codes that add nothing to their status. */
const plainCodes: ReadonlyMap<ProblemCode | null, string> = new Map(
  (
    [null, 'none-presented', 'not-logged-in', 'invalid', 'not-found', 'forbidden', 'server-timeout'] as const
  ).map((code) => [code, 'for no special reason']),
);
