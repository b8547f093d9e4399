/** Follows what clients ask and hear: which request a response answers, and whether its client has logged in. */
import { type ClusterMessage, isClient } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import { type Heard, readRequest, readResponse, type Said, type Verdict, verdictOn } from './reading.ts';

export interface HeardResponse {
  readonly said: Said;
  readonly heard: Heard;
  readonly verdict: Verdict;
}

export class RequestLog {
  readonly #said = new Map<RequestId, Said>();
  readonly #loggedIn = new Set<NodeId>();

  /** To be told of each request that a client sends, */
  ask(message: ClusterMessage): Said {
    const { body, request } = message;
    if (body.kind !== 'http-request') return { kind: 'other' };
    const said = readRequest(body);
    if (request !== null) this.#said.set(request, said);
    return said;
  }

  /** What a request said. */
  saidIn(request: RequestId | null): Said {
    return (request === null ? undefined : this.#said.get(request)) ?? { kind: 'other' };
  }

  /** and of each response that gets to a client; undefined for what is none. */
  hear({ body, request, to }: ClusterMessage): HeardResponse | undefined {
    if (body.kind !== 'http-response' || request === null || !isClient(to)) return undefined;
    const said = this.saidIn(request);
    const heard = readResponse(said, body);
    const verdict = verdictOn(heard, { wasLoggedIn: this.#loggedIn.has(to) && said.kind !== 'log-in' });
    if (heard.kind === 'logged-in') this.#loggedIn.add(to);
    if (heard.kind === 'logged-out') this.#loggedIn.delete(to);
    return { said, heard, verdict };
  }
}
