/** What stands on memory memories, in English. */
import { AFFINITY_COOKIE } from '../../simulation/actors/balancing.ts';
import { roleOf } from '../../simulation/cluster.ts';
import { type MemoryItem, sessionIn } from '../../simulation/memory.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Session } from '../../simulation/session.ts';
import { isLoginKey, isRevocationKey } from '../../simulation/store-keys.ts';
import { endOf, shortId } from '../phrases.ts';
import { factsIn } from './speech.ts';
import { connectionChips } from './transport.ts';
import { clock, nameOf } from './words.ts';

/** Never a password: not even its owner's browser shows it. */
export function chips(item: MemoryItem, scenario: Scenario): readonly string[] {
  switch (item.kind) {
    case 'session':
      return sessionChips(item.session, scenario);
    case 'ended-session':
      return [`Session ${shortId(item.ended.id)} ended`];
    case 'store-entry': {
      const session = sessionIn(item);
      return session === null ? [entryChip(item.entry.key)] : sessionChips(session, scenario);
    }
    case 'store-role':
      return [item.role === 'primary' ? 'Primary' : 'Replica'];
    case 'conversation':
      return factsIn(item.conversation);
    case 'credentials':
      return [`${item.userId} · Carries a password`];
    case 'access-token':
      return ['Signed token'];
    case 'refresh-token':
      return ['Refresh token'];
    case 'key-ring':
      return item.ring.verification.map(({ kid }) => `Key ${kid}`);
    case 'account':
      return [`Account ${item.identity.name}`];
    case 'charge':
      return [`Payment ${item.chargeNumber}`];
    case 'server-draining':
      return [`${nameOf(roleOf(item.server))} draining`];
    case 'cookie':
      return item.name === AFFINITY_COOKIE
        ? [`Cookie: ${nameOf(roleOf(item.value))}`]
        : [`Cookie ${item.name}=${shortId(item.value)}`];
    case 'server-down':
      return [`${nameOf(roleOf(item.server))} down`];
    case 'order':
      return [`Order ${item.orderNumber}`];
    case 'tcp-connection':
      return connectionChips(item.connection);
    case 'tcp-listener':
      return [`Listens on port ${item.port}`];
    case 'tcp-stream':
      return [`Heard “${item.text.trim()}”`];
    case 'udp-request':
      return [`Request ${item.number}, attempt ${item.attempts}`];
    case 'udp-request-counter':
      return [`Latest request ${item.latest}`];
    case 'udp-latest':
      return [`Request ${item.number} ${item.reply === null ? 'in progress' : 'answered'}`];
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}

/** Of what a store keeps besides sessions. */
function entryChip(key: string): string {
  const id = shortId(key.slice(key.indexOf(':') + 1));
  if (isLoginKey(key)) return `Login ${id}`;
  return isRevocationKey(key) ? `Revoked token ${id}` : key;
}

/** A purchase is shown by what was said in it, a login by who it is, since when and until when. */
function sessionChips(session: Session, scenario: Scenario): string[] {
  const { user, conversation = {} } = session.data;
  const said = factsIn(conversation);
  if (user === undefined) return said.length > 0 ? said : [`Session ${shortId(session.id)}`];
  const login = `Login ${clock(session.createdUs)}`;
  const end = endOf(session, scenario);
  return [user.name, end === null ? login : `${login}, until ${clock(end)}`, ...said];
}
