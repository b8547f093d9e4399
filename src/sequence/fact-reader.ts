/** Reads steps into facts, one after the other. */
import { type ClusterMessage, isClient, LOAD_BALANCER, roleOf } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { Overwrite } from '../simulation/losses/overwrite.ts';
import { readBearerCredentials } from '../simulation/protocols/bearer-auth.ts';
import { cookieOf } from '../simulation/protocols/cookies.ts';
import { type HttpResponse, headerOf } from '../simulation/protocols/http.ts';
import type { StoreCommand } from '../simulation/protocols/store.ts';
import type { Stealable } from '../simulation/protocols/wire.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { SEALED_COOKIE, SESSION_COOKIE } from '../simulation/strategies/session-cookie.ts';
import type { Mode } from '../simulation/strategies/strategy-traits.ts';
import { traitsOf, type VariantTraits } from '../simulation/variants.ts';
import { readResponse, verdictOn } from '../trace/reading.ts';
import { RequestLog } from '../trace/request-log.ts';
import type { MemoryChange } from '../trace/snapshots.ts';
import type { MessageStep, OccurrenceStep } from '../trace/steps.ts';
import type { Circumstances } from './circumstances.ts';
import { ConnectionReader } from './connection-facts.ts';
import { DatagramReader } from './datagram-facts.ts';
import { effectsAt } from './server-effects.ts';
import type {
  ForwardFacts,
  HandedOver,
  Keeping,
  MessageFacts,
  OccurrenceFacts,
  OverwriteFacts,
  ReplyFacts,
  RequestFacts,
  RequestIntent,
  StoreMessage,
} from './step-facts.ts';
import { factsOfData, readCopy, readStoreMessage } from './store-facts.ts';

/** A client's request while it's being served. */
interface Job {
  readonly attempts: number;
  /** How the last attempted server failed. */
  failure: 'refused' | 'reset' | null;
  /** The last server that was asked, if it didn't have the session. */
  missedBy: NodeId | null;
  /** Whether its client has got a response to the last attempt. */
  wasAnswered: boolean;
}

/** Keeps what later facts depend on: who has answered whom, and which servers were tried. */
export class FactReader {
  readonly #keeps: Keeping;
  readonly #location: VariantTraits['stateLocation'];
  readonly #mode: Mode;
  readonly #log = new RequestLog();
  readonly #answerers = new Map<NodeId, Set<NodeId>>();
  readonly #haveSpoken = new Set<NodeId>();
  readonly #jobs = new Map<RequestId, Job>();
  /** Clients that told what another request's write has undone. */
  readonly #lostPurchases = new Set<NodeId>();
  /** Commands to stores, by server and exchange. */
  readonly #asked = new Map<string, StoreCommand>();

  readonly #connections: ConnectionReader;
  readonly #datagrams: DatagramReader;

  constructor(scenario: Scenario, keeps: Keeping) {
    this.#keeps = keeps;
    this.#location = traitsOf(scenario).stateLocation;
    this.#mode = keeps === 'nothing' ? 'stateless' : 'stateful';
    this.#connections = new ConnectionReader({ carryHttp: scenario.kind === 'cluster' });
    this.#datagrams = new DatagramReader(scenario);
  }

  occurrence({ occurrence }: OccurrenceStep, sessionsLost: number): OccurrenceFacts {
    const node = roleOf(occurrence.node);
    switch (occurrence.kind) {
      case 'gave-up': {
        const { kind, why, request } = occurrence;
        return { kind, node, why, intent: this.#log.intentOf(request) };
      }
      case 'left':
        return { kind: 'left', node, sessionsLost };
      case 'connection-expired':
      case 'promoted':
        return { kind: occurrence.kind, node };
      case 'reset':
        return { kind: 'reset', node, by: roleOf(occurrence.by) };
      case 'noticed':
        return { kind: 'noticed', node, server: roleOf(occurrence.server), isDown: occurrence.isDown };
      default:
        throw new Error(`Unknown occurrence ${occurrence satisfies never}`);
    }
  }

  message(
    step: MessageStep,
    changes: readonly MemoryChange[],
    { overwrite, evicted, resent, resets, connections, repeated }: Circumstances,
  ): MessageFacts {
    const { body } = step.message;
    const undone = overwrite === null ? null : this.#overwrite(overwrite);
    const ends = { from: roleOf(step.from), to: roleOf(step.to), fate: step.fate };
    switch (body.kind) {
      case 'http-request':
        if (isClient(step.from))
          return { ...ends, isResent: resent.has(step.message.id), ...this.#request(step) };
        return step.request === null
          ? { kind: 'health-check', ...ends }
          : { ...ends, overwrite: undone, ...this.#forward(step, step.request, changes) };
      case 'http-response':
        return { ...ends, overwrite: undone, ...this.#reply(step, body) };
      case 'connection-close':
        return { kind: 'connection-close', ...ends, crosses: step.crosses === true };
      case 'hand-over':
        return { kind: 'hand-over', ...ends, what: handedOver(body.items) };
      case 'tcp-segment':
        return {
          ...ends,
          ...this.#connections.read(step, body, changes, connections),
          reset: resets.of(step.message.id),
        };
      case 'udp-datagram':
        return { ...ends, ...this.#datagrams.read(step, body, repeated) };
      case 'icmp-port-unreachable':
        return { kind: 'port-unreachable', ...ends };
      case 'session-copy':
      case 'sessions-wanted':
      case 'session-copies':
        return { kind: 'copy', ...ends, copy: readCopy(body), overwrite: undone };
      case 'store-command':
      case 'store-copy':
      case 'store-ping':
      case 'store-sync':
      case 'store-demotion':
      case 'store-reply':
        return {
          kind: 'store',
          ...ends,
          message: this.#store(step, body),
          overwrite: undone,
          evicted,
        };
      case 'price-query':
      case 'price-row':
      case 'order-insert':
      case 'order-row':
      case 'account-query':
      case 'account-row':
      case 'charge-insert':
      case 'charge-row':
        return { kind: 'database', ...ends, body };
      default:
        throw new Error(`Unknown message ${body satisfies never}`);
    }
  }

  #overwrite({ kind, node, victim, lost }: Overwrite): OverwriteFacts {
    const { cart: _, ...purchase } = lost.conversation ?? {};
    if (Object.keys(purchase).length > 0) this.#lostPurchases.add(clientOf(victim));
    return { kind, nodeId: node, victim: this.#log.intentOf(victim), lost: factsOfData(lost) };
  }

  #request({ message, request }: MessageStep): Untravelled<Omit<RequestFacts, 'isResent'>> {
    const continues = this.#haveSpoken.has(message.from);
    this.#haveSpoken.add(message.from);
    const attempt = 1 + (request === null ? 0 : (this.#jobs.get(request)?.attempts ?? 0));
    const isAfterError = request !== null && this.#jobs.get(request)?.wasAnswered === true;
    if (request !== null) {
      this.#jobs.set(request, { attempts: attempt, failure: null, missedBy: null, wasAnswered: false });
    }
    const intent = this.#log.ask(message);
    const saysState = this.#location === 'request';
    return { kind: 'request', intent, saysState, continues, attempt, isAfterError };
  }

  #forward(
    step: MessageStep,
    request: RequestId,
    changes: readonly MemoryChange[],
  ): Untravelled<Omit<ForwardFacts, 'overwrite'>> {
    const effects = effectsAt(step.to, request, changes);
    const job = this.#jobs.get(request);
    const retryAfter = job?.failure ?? null;
    if (job !== undefined) {
      job.failure = step.fate.kind === 'refused' ? 'refused' : 'reset';
      job.missedBy = effects.unknownSession === null ? null : step.to;
    }
    const intent = this.#log.intentOf(request);
    const brings = this.#broughtBy(step.message, intent);
    return { kind: 'forward', intent, mode: this.#mode, retryAfter, brings, effects };
  }

  #broughtBy({ body }: ClusterMessage, intent: RequestIntent): ForwardFacts['brings'] {
    if (body.kind !== 'http-request') return 'nothing';
    const authorization = headerOf(body, 'Authorization');
    const needsNoLogin = saysAll.has(intent.kind);
    switch (this.#location) {
      case 'token': {
        // A token exchange depends on the refresh token, not on the access token.
        const isToken = authorization !== undefined && readBearerCredentials(authorization) !== undefined;
        if (isToken && intent.kind !== 'refresh') return 'token';
        return needsNoLogin ? 'no-token' : 'nothing';
      }
      case 'cookie':
        if (cookieOf(body, SEALED_COOKIE) !== undefined) return 'cookie';
        return needsNoLogin ? 'no-cookie' : 'nothing';
      default:
        return authorization !== undefined || needsNoLogin ? 'state' : 'nothing';
    }
  }

  #reply(
    { message, from, to, isLate, fate }: MessageStep,
    body: HttpResponse,
  ): Untravelled<Omit<ReplyFacts, 'overwrite'>> {
    const { request } = message;
    const { intent, meaning, verdict } = this.#hear(message, to, body);
    const job = request === null ? undefined : this.#jobs.get(request);
    if (job !== undefined && isClient(to) && fate.kind === 'delivered' && !isLate) job.wasAnswered = true;
    const answerers = this.#answerersOf(clientOf(request));
    const isNewServer = answerers.size > 0 && !answerers.has(from);
    if (from !== LOAD_BALANCER) answerers.add(from);
    const unknownSession = job?.missedBy === from;
    const wasOverwritten = meaning.kind === 'incomplete' && this.#lostPurchases.has(clientOf(request));
    const frame = {
      kind: 'reply',
      wasOverwritten,
      mode: this.#mode,
      keeps: this.#keeps,
      status: body.status,
    } as const;
    // Servers set this header. A response without it was written by the load balancer itself.
    const isPassedOn = from === LOAD_BALANCER && headerOf(body, 'X-Served-By') !== undefined;
    return { ...frame, intent, meaning, verdict, isLate, isPassedOn, unknownSession, isNewServer };
  }

  /** A reply on its way to the load balancer has the same meaning, and reaches the client later. */
  #hear(message: ClusterMessage, to: NodeId, body: HttpResponse) {
    const meaning = isClient(to) ? this.#log.hear({ ...message, to }) : undefined;
    if (meaning !== undefined) return meaning;
    const intent = this.#log.intentOf(message.request);
    const read = readResponse(intent, body);
    return { intent, meaning: read, verdict: verdictOn(read, { wasLoggedIn: false }) };
  }

  /** A server without this session continues without it. */
  #store({ request, from, to, message: { exchange } }: MessageStep, body: StoreBody): StoreMessage {
    if (body.kind === 'store-command') this.#asked.set(`${from} ${exchange}`, body);
    const message = readStoreMessage(body, this.#asked.get(`${to} ${exchange}`) ?? null);
    const job = request === null ? undefined : this.#jobs.get(request);
    if (job !== undefined && message.kind === 'not-found') job.missedBy = to;
    return message;
  }

  #answerersOf(client: NodeId): Set<NodeId> {
    let answerers = this.#answerers.get(client);
    if (answerers === undefined) {
      answerers = new Set();
      this.#answerers.set(client, answerers);
    }
    return answerers;
  }
}

type StoreBody = Parameters<typeof readStoreMessage>[0];

/** A message's facts before its route is known. Distributes over the union. */
type Untravelled<Facts> = Omit<Facts, 'from' | 'to' | 'fate'>;

/** The first of these that a client has is what a thief wants. A cookie of the load balancer says nothing of the user. */
function handedOver(items: readonly Stealable[]): HandedOver {
  if (items.some(({ kind }) => kind === 'access-token')) return 'token';
  if (items.some(({ kind }) => kind === 'credentials')) return 'password';
  const names = items.flatMap((item) => (item.kind === 'cookie' ? [item.name] : []));
  if (names.includes(SEALED_COOKIE)) return 'cookie';
  return names.includes(SESSION_COOKIE) ? 'session-id' : 'nothing';
}

/** Requests that need no login: a client that carries its state says all of it. */
const saysAll: ReadonlySet<RequestIntent['kind']> = new Set(['shop', 'cart', 'add-to-cart', 'pay']);

export function keepingOf(scenario: Scenario): Keeping {
  return keepingAt[traitsOf(scenario).stateLocation];
}

const keepingAt: Readonly<Record<VariantTraits['stateLocation'], Keeping>> = {
  server: 'sessions',
  'every-server': 'sessions',
  store: 'shared-sessions',
  connection: 'connections',
  request: 'nothing',
  token: 'nothing',
  cookie: 'nothing',
};

function clientOf(request: RequestId | null): NodeId {
  return request?.slice(0, request.indexOf('/')) ?? '';
}
