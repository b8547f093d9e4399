/** Tracks requests and responses: which request a response answers, and whether its client has logged in. */
import { type ClusterMessage, isClient } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import {
  type RequestIntent,
  type ResponseMeaning,
  readRequest,
  readResponse,
  type Verdict,
  verdictOn,
} from './reading.ts';

export interface ReadResponse {
  readonly intent: RequestIntent;
  readonly meaning: ResponseMeaning;
  readonly verdict: Verdict;
}

export class RequestLog {
  readonly #intents = new Map<RequestId, RequestIntent>();
  readonly #loggedIn = new Set<NodeId>();

  /** Call for each request that a client sends. */
  ask(message: ClusterMessage): RequestIntent {
    const { body, request } = message;
    if (body.kind !== 'http-request') return { kind: 'other' };
    const intent = readRequest(body);
    if (request !== null) this.#intents.set(request, intent);
    return intent;
  }

  /** What a request asks for. */
  intentOf(request: RequestId | null): RequestIntent {
    return (request === null ? undefined : this.#intents.get(request)) ?? { kind: 'other' };
  }

  /** Call for each message that reaches a client. Undefined when it isn't a response. */
  hear({ body, request, to }: ClusterMessage): ReadResponse | undefined {
    if (body.kind !== 'http-response' || request === null || !isClient(to)) return undefined;
    const intent = this.intentOf(request);
    const meaning = readResponse(intent, body);
    const verdict = verdictOn(meaning, { wasLoggedIn: this.#loggedIn.has(to) && intent.kind !== 'log-in' });
    if (meaning.kind === 'logged-in') this.#loggedIn.add(to);
    if (meaning.kind === 'logged-out') this.#loggedIn.delete(to);
    return { intent, meaning, verdict };
  }
}
