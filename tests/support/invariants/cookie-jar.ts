/** Each client sends the cookies that RFC 6265 makes it keep: those set by its responses, and no deleted or expired one. */
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import type { HttpRequest, HttpResponse } from '../../../src/simulation/protocols/http.ts';
import { AwaitedResponses, clientOf } from './awaited.ts';
import type { Checker, Report } from './checker.ts';

interface Cookie {
  readonly value: string;
  readonly expiresAtUs: number;
}

/** In the order of creation: of cookies with equal paths, the older one is sent first (§5.4). */
type Jar = Map<string, Cookie>;

/** 2 March 2026, 00:00 UTC, when every run begins. */
const BEGIN_MS = Date.UTC(2026, 2, 2);

export function cookieJar(report: Report): Checker {
  const jars = new Map<NodeId, Jar>();
  /** What each request must carry, from the moment at which its client decided to send it. */
  const due = new Map<RequestId, string>();
  const awaited = new AwaitedResponses();
  /** The last command to change a sealed cookie, which the client then keeps in place of its own. */
  let tampering: EventId | null = null;
  const jarOf = (client: NodeId): Jar => {
    const jar = jars.get(client) ?? new Map<string, Cookie>();
    jars.set(client, jar);
    return jar;
  };
  return {
    see(event) {
      if (event.kind === 'request-reached' && event.milestone === 'sent') {
        due.set(event.request, cookieHeader(jarOf(clientOf(event.request)), event.atUs));
      }
      awaited.see(event);
      if (isTampering(event)) tampering = event.id;
      if (event.kind === 'remembered' && event.item.kind === 'cookie' && event.cause === tampering) {
        const { name, value } = event.item;
        const jar = jarOf(event.node);
        jar.set(name, { value, expiresAtUs: jar.get(name)?.expiresAtUs ?? Number.POSITIVE_INFINITY });
      }
      const handedOver = handOverIn(event);
      if (handedOver === null) return;
      for (const item of handedOver.items) {
        if (item.kind !== 'cookie') continue;
        jarOf(handedOver.to).set(item.name, { value: item.value, expiresAtUs: Number.POSITIVE_INFINITY });
      }
    },
    http(event) {
      const { client, request, atUs } = event;
      const isAwaited = awaited.http(event);
      if (client === null) return;
      if (event.kind === 'request-sent') {
        const expected = request === null ? undefined : due.get(request);
        const sent = cookiesIn(event.message);
        if (sent !== expected) report(`${request} carries the cookies "${sent}" and not "${expected}"`);
      }
      if (event.kind === 'response-arrived' && isAwaited) keep(jarOf(client), event.message, atUs);
    },
  };
}

function isTampering(event: ClusterEvent): boolean {
  return (
    event.kind === 'command-taken' &&
    event.command.kind === 'instruct' &&
    event.command.instruction.kind === 'tamper'
  );
}

function handOverIn(event: ClusterEvent) {
  if (event.kind !== 'message-delivered' || event.message.body.kind !== 'hand-over') return null;
  return { to: event.message.to, items: event.message.body.items };
}

function cookiesIn({ headers }: HttpRequest): string {
  return headers.flatMap(([name, value]) => (name.toLowerCase() === 'cookie' ? [value] : [])).join('; ');
}

function cookieHeader(jar: Jar, nowUs: number): string {
  const alive = [...jar].filter(([, { expiresAtUs }]) => expiresAtUs > nowUs);
  return alive.map(([name, { value }]) => `${name}=${value}`).join('; ');
}

/** §5.2 and §5.3. Responses with a 4xx or a 5xx status count as well (§3). */
function keep(jar: Jar, { headers }: HttpResponse, nowUs: number): void {
  for (const [header, line] of headers) {
    if (header.toLowerCase() !== 'set-cookie') continue;
    const [pair = '', ...attributes] = line.split(';');
    const equals = pair.indexOf('=');
    if (equals <= 0) continue;
    const name = pair.slice(0, equals).trim();
    // RFC 6265bis §5.7: such a cookie is ignored entirely, and the older one of that name stays.
    if (Buffer.byteLength(name) + Buffer.byteLength(pair.slice(equals + 1).trim()) > 4_096) continue;
    const expiresAtUs = expiryOf(attributes, nowUs);
    if (expiresAtUs <= nowUs) jar.delete(name);
    else jar.set(name, { value: pair.slice(equals + 1).trim(), expiresAtUs });
  }
}

/** Max-Age has precedence over Expires (§4.1.2.2). */
function expiryOf(attributes: readonly string[], nowUs: number): number {
  const values = new Map(
    attributes.map((attribute) => {
      const [name = '', ...value] = attribute.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()];
    }),
  );
  const maxAge = values.get('max-age');
  if (maxAge !== undefined)
    return Number(maxAge) <= 0 ? Number.NEGATIVE_INFINITY : nowUs + Number(maxAge) * 1e6;
  const expires = values.get('expires');
  return expires === undefined ? Number.POSITIVE_INFINITY : (Date.parse(expires) - BEGIN_MS) * 1_000;
}

/** No client keeps a cookie of more than 4,096 octets (RFC 6265bis §5.7). */
export function largeCookies(report: Report): Checker {
  return {
    see(event) {
      if (event.kind !== 'remembered' || event.item.kind !== 'cookie') return;
      const { name, value } = event.item;
      const octets = Buffer.byteLength(name) + Buffer.byteLength(value);
      if (octets > 4_096) report(`${event.node} keeps a cookie of ${octets} octets`);
    },
  };
}
