/** Chips for a node's memory. */
import { AFFINITY_COOKIE } from '../../simulation/actors/balancing.ts';
import type { Carried } from '../../simulation/actors/carried.ts';
import { roleOf } from '../../simulation/cluster.ts';
import { bytesInMemory, type MemoryItem, sessionIn } from '../../simulation/memory.ts';
import type { Connection } from '../../simulation/protocols/tcp/tcb.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { readSession, type Session } from '../../simulation/session.ts';
import { isLockKey, isLoginKey, isRevocationKey, KEY_RING_KEY } from '../../simulation/store-keys.ts';
import { excerpt, shortId } from './excerpts.ts';
import { type Message, message } from './message.ts';
import { verbatim } from './nodes.ts';
import { factsIn } from './speech.ts';

/** The chips of one item. Never shows a password, not even in its owner's browser. */
export function chipsOf(item: MemoryItem, scenario: Scenario): Message[] {
  switch (item.kind) {
    case 'session':
      return sessionChips(item.session, scenario);
    case 'store-entry': {
      const session = sessionIn(item);
      return session === null ? [entryChip(item.entry.key)] : sessionChips(session, scenario);
    }
    case 'local-copy':
      return [
        message('chip.local-copy', { untilUs: item.untilUs }),
        ...sessionChips(readSession(item.value), scenario),
      ];
    case 'conversation':
      return factsOf(item);
    case 'key-ring':
      return item.ring.verification.map(({ kid }) => message('chip.key', { id: kid }));
    case 'tcp-connection':
      return connectionChips(item.connection);
    default:
      return [chipOf(item)];
  }
}

type SeveralChips = 'session' | 'local-copy' | 'store-entry' | 'conversation' | 'key-ring' | 'tcp-connection';

function chipOf(item: Exclude<MemoryItem, { readonly kind: SeveralChips }>): Message {
  switch (item.kind) {
    case 'clock':
      return message(`chip.clock.${item.offsetUs < 0 ? 'behind' : 'ahead'}`, {
        offsetUs: Math.abs(item.offsetUs),
      });
    case 'ended-session':
      return message('chip.ended-session', { session: shortId(item.ended.id) });
    case 'session-lock':
      return message('chip.session-lock', { session: shortId(item.sessionId) });
    case 'store-role':
      return message(`chip.${item.role}`);
    case 'credentials':
      return message('chip.credentials', { user: item.userId });
    case 'access-token':
    case 'refresh-token':
      return message(`chip.${item.kind}`);
    case 'account':
      return message('chip.account', { name: item.identity.name });
    case 'charge':
      return message('chip.charge', { charge: item.chargeNumber });
    case 'order':
      return message('chip.order', { order: item.orderNumber });
    case 'server-draining':
      return message('chip.draining', { server: roleOf(item.server) });
    case 'code-version':
      return message('chip.code-version', { version: item.version });
    case 'server-closed':
      return message(`chip.closed.${item.to}`, { server: roleOf(item.server) });
    case 'binding':
      return message('chip.binding', { address: item.address, server: roleOf(item.server) });
    case 'server-down':
      return message('chip.down', { server: roleOf(item.server) });
    case 'cookie':
      return item.name === AFFINITY_COOKIE
        ? message('chip.affinity-cookie', { server: roleOf(item.value) })
        : isSealed(item.value)
          ? message('chip.sealed-cookie', { bytes: bytesInMemory(item) })
          : message('chip.cookie', { name: item.name, value: shortId(item.value) });
    case 'tcp-listener':
      return message('chip.listener', { port: item.port });
    case 'tcp-stream':
      return message('chip.stream', { text: item.text.trim() });
    case 'udp-request':
      return message('chip.udp-request', { number: item.number, attempts: item.attempts });
    case 'udp-request-counter':
      return message('chip.udp-request-counter', { number: item.latest });
    case 'udp-latest':
      return message(item.reply === null ? 'chip.udp-in-progress' : 'chip.udp-answered', {
        number: item.number,
      });
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}

/** A compact JWE has five parts. All begin alike, so the size says more than the value. */
function isSealed(cookie: string): boolean {
  return cookie.split('.').length === 5;
}

/** For entries of a store other than sessions. */
function entryChip(key: string): Message {
  if (key === KEY_RING_KEY) return message('store.entry.keys');
  const id = shortId(key.slice(key.indexOf(':') + 1));
  if (isLockKey(key)) return message('chip.session-lock', { session: id });
  if (isLoginKey(key)) return message('chip.login-entry', { id });
  return isRevocationKey(key) ? message('chip.revoked-token', { id }) : verbatim(key);
}

function factsOf({ conversation, note }: Carried): Message[] {
  const facts = factsIn(conversation);
  return note === undefined ? facts : [...facts, message('fact.note', { characters: note.length })];
}

/** A purchase shows its conversation; a login shows its user, start and expiry. */
function sessionChips(session: Session, scenario: Scenario): Message[] {
  const { user, conversation = {}, note } = session.data;
  const facts = factsOf({ conversation, note });
  if (user === undefined) {
    return facts.length > 0 ? facts : [message('chip.session', { session: shortId(session.id) })];
  }
  const atUs = session.createdUs;
  const untilUs = endOf(session, scenario);
  const login =
    untilUs === null ? message('chip.login', { atUs }) : message('chip.login-until', { atUs, untilUs });
  return [message('user', { name: user.name }), login, ...facts];
}

/** Expiry of a session that isn't used again, in virtual microseconds; null without sessions. */
function endOf({ createdUs, lastSeenUs }: Session, scenario: Scenario): number | null {
  if (scenario.kind !== 'cluster') return null;
  const { idleUs, absoluteUs } = scenario.sessions;
  return Math.min(lastSeenUs + idleUs, createdUs + absoluteUs);
}

/** State of one end of a connection: state name, ports, numbers and buffers. */
function connectionChips(connection: Connection): Message[] {
  const { state, localPort, remotePort, sndNxt, rcvNxt, retransmissionQueue, held } = connection;
  const unacknowledged = retransmissionQueue.map(({ segment }) => segment.data).join('');
  const outOfOrder = held.map(({ data }) => data).join('');
  return [
    verbatim(state),
    message('chip.ports', { local: localPort, remote: remotePort }),
    state === 'SYN-SENT'
      ? message('chip.sends', { next: sndNxt })
      : message('chip.sends-expects', { next: sndNxt, expected: rcvNxt }),
    ...(unacknowledged === '' ? [] : [message('chip.unacknowledged', { text: excerpt(unacknowledged) })]),
    ...(outOfOrder === '' ? [] : [message('chip.out-of-order', { text: excerpt(outOfOrder) })]),
  ];
}
