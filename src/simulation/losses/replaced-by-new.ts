/**
 * Sessions that still exist, and that no client names any longer: a server that didn't know the session made a new one,
 * and the client's cookie names that one now.
 */
import { type ClusterEvent, isClient } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import { sessionIn } from '../memory.ts';
import { type SessionData, storeKeyOf } from '../session.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import type { ReportEnd } from './loss.ts';
import { lostFrom } from './lost-data.ts';
import type { SessionStates } from './session-states.ts';

export const replacedByNew: DetectorDescriptor = {
  kinds: ['message-sent', 'request-settled', 'remembered', 'forgot'],
  create: (states, report) => new Detector(states, report),
};

class Detector implements LossDetector {
  readonly #states: SessionStates;
  readonly #report: ReportEnd;
  /** By client: the memory key of its cookie, and of the session that the cookie names. */
  readonly #named = new Map<NodeId, { readonly cookie: string; readonly session: string }>();
  /** The session that each request on its way names. */
  readonly #asking = new Map<RequestId, string>();

  constructor(states: SessionStates, report: ReportEnd) {
    this.#states = states;
    this.#report = report;
  }

  see(event: ClusterEvent): void {
    switch (event.kind) {
      case 'message-sent': {
        const { from, request } = event.message;
        const session = this.#named.get(from)?.session;
        if (request !== null && session !== undefined && !this.#asking.has(request)) {
          this.#asking.set(request, session);
        }
        return;
      }
      case 'request-settled':
        this.#asking.delete(event.request);
        return;
      case 'forgot':
        if (this.#named.get(event.node)?.cookie === event.key) this.#named.delete(event.node);
        return;
      case 'remembered':
        if (event.item.kind === 'cookie' && isClient(event.node)) this.#keep(event, event.item.value);
        return;
      default:
    }
  }

  #keep(event: ClusterEvent & { readonly kind: 'remembered' }, value: string): void {
    const { node, id } = event;
    const next = keyOf(value, this.#states);
    if (next === null) return;
    const key = this.#named.get(node)?.session;
    this.#named.set(node, { cookie: event.key, session: next });
    // A cookie that another client hands over comes without a request.
    const request = this.#states.messageBehind(event)?.request ?? null;
    if (key === undefined || key === next || request === null || this.#asking.get(request) !== key) return;
    const write = this.#states.latest(key);
    if (write === undefined || [...this.#named.values()].some(({ session }) => session === key)) return;
    if (lostFrom({}, dataOf(key, this.#states), dataOf(next, this.#states)) === null) return;
    this.#report({ cause: 'replaced', key, node: write.node, event: id, write: write.event });
  }
}

/** The memory key of the session that a cookie names, if it names one. */
function keyOf(value: string, states: SessionStates): string | null {
  return [value, storeKeyOf(value)].find((key) => states.latest(key) !== undefined) ?? null;
}

function dataOf(key: string, states: SessionStates): SessionData {
  const item = states.latest(key)?.item;
  return (item === undefined ? null : sessionIn(item))?.data ?? {};
}
