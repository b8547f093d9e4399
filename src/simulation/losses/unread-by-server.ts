/**
 * Sessions that clients hold in a sealed cookie or a signed token, and that a server without its key, or with another
 * version of the code, couldn't read. It starts anew, and the client keeps the new one in place of the old one.
 */
import { type ClusterEvent, isClient, isServer } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import { timeUsAt } from '../protocols/calendar.ts';
import { parseJwe } from '../protocols/compact-serialization.ts';
import { headerOf } from '../protocols/http.ts';
import { open } from '../protocols/jwe.ts';
import type { SigningKey } from '../protocols/signing-key.ts';
import { decodeToken } from '../protocols/token.ts';
import { readSession, type SessionData } from '../session.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import type { ReportEnd } from './loss.ts';
import { lostFrom } from './lost-data.ts';
import type { SessionStates } from './session-states.ts';

export const unreadByServer: DetectorDescriptor = {
  kinds: ['message-sent', 'request-settled', 'remembered', 'forgot'],
  create: (states, report) => new Detector(states, report),
};

/** The memory key of a sealed cookie. */
const SEALED_KEY = 'cookie session';

/** A client's token or sealed cookie. */
interface Held {
  readonly text: string;
  readonly event: EventId;
}

interface Shown extends Held {
  readonly isLogin: boolean;
}

class Detector implements LossDetector {
  readonly #states: SessionStates;
  readonly #report: ReportEnd;
  readonly #keys = new Map<string, SigningKey>();
  /** The IDs of each server's keys. */
  readonly #rings = new Map<NodeId, ReadonlySet<string>>();
  #hasVersions = false;
  readonly #held = new Map<NodeId, Held>();
  /** What each request on its way shows. */
  readonly #shown = new Map<RequestId, Shown>();
  readonly #reported = new Set<EventId>();

  constructor(states: SessionStates, report: ReportEnd) {
    this.#states = states;
    this.#report = report;
  }

  see(event: ClusterEvent): void {
    switch (event.kind) {
      case 'message-sent': {
        const { from, request, body } = event.message;
        const held = this.#held.get(from);
        if (request === null || held === undefined || body.kind !== 'http-request') return;
        if (!this.#shown.has(request))
          this.#shown.set(request, { ...held, isLogin: body.target === '/login' });
        return;
      }
      case 'request-settled':
        this.#shown.delete(event.request);
        return;
      case 'forgot':
        if (event.key === 'access-token' || event.key === SEALED_KEY) this.#held.delete(event.node);
        return;
      case 'remembered':
        this.#remember(event);
        return;
      default:
    }
  }

  #remember(event: ClusterEvent & { readonly kind: 'remembered' }): void {
    const { node, item } = event;
    if (item.kind === 'key-ring' && isServer(node)) {
      for (const key of item.ring.verification) this.#keys.set(key.kid, key);
      this.#rings.set(node, new Set(item.ring.verification.map(({ kid }) => kid)));
    }
    if (item.kind === 'code-version') this.#hasVersions = true;
    if (!isClient(node)) return;
    if (item.kind === 'access-token') this.#keep(event, item.token);
    else if (item.kind === 'cookie' && item.value.split('.').length === 5) this.#keep(event, item.value);
  }

  #keep(event: ClusterEvent & { readonly kind: 'remembered' }, text: string): void {
    const { node, key, id } = event;
    const message = this.#states.messageBehind(event);
    const request = message?.request ?? null;
    const before = request === null ? undefined : this.#shown.get(request);
    this.#held.set(node, { text, event: id });
    if (message?.body.kind !== 'http-response' || before === undefined || before.text === text) return;
    // Nearly every response is sealed or signed with the same key, so nothing has to be opened.
    if (headerIn(before.text) === headerIn(text) && !this.#hasVersions) return;
    if (
      this.#reported.has(before.event) ||
      [...this.#held.values()].some((held) => held.text === before.text)
    )
      return;
    const [old, now] = [readWith(this.#keys, before.text), readWith(this.#keys, text)];
    if (old === null || now === null || old.expiresAtUs <= event.atUs) return;
    const server = headerOf(message.body, 'X-Served-By') ?? '';
    const isKeyMissing = this.#rings.get(server)?.has(old.kid) === false;
    if (!isKeyMissing && old.data.format === now.data.format) return;
    const { user: _, ...rest } = old.data;
    // Who logs in as someone else doesn't lose the former user.
    if (lostFrom({}, before.isLogin ? rest : old.data, now.data) === null) return;
    this.#reported.add(before.event);
    this.#report({ cause: 'replaced', key, node, event: id, write: before.event });
  }
}

interface Read {
  readonly kid: string;
  readonly data: SessionData;
  /** A sealed cookie doesn't say how long it's valid. */
  readonly expiresAtUs: number;
}

/** Null for what no server has issued. */
function readWith(keys: ReadonlyMap<string, SigningKey>, text: string): Read | null {
  const jwe = parseJwe(text);
  if (!('kind' in jwe)) {
    const { kid } = jwe.header;
    const key = typeof kid === 'string' ? keys.get(kid) : undefined;
    const opened = key === undefined ? undefined : open(text, [key]);
    if (opened?.kind !== 'opened' || typeof kid !== 'string') return null;
    return { kid, data: readSession(opened.plaintext).data, expiresAtUs: Number.POSITIVE_INFINITY };
  }
  const { header, payload } = decodeToken(text) ?? {};
  if (header === undefined || payload === undefined || typeof header.kid !== 'string') return null;
  const { sub, exp, conversation, note } = payload;
  const user = typeof sub === 'string' ? { user: { userId: sub } } : {};
  const expiresAtUs = typeof exp === 'number' ? timeUsAt(exp) : Number.POSITIVE_INFINITY;
  return { kid: header.kid, data: { ...user, conversation, note } as SessionData, expiresAtUs };
}

function headerIn(text: string): string {
  return text.slice(0, text.indexOf('.'));
}
