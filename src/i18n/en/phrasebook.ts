/** The diagram in English. */

import type { Phrasebook, ShelfRemark } from '../../diagram/phrasebook.ts';
import { AFFINITY_COOKIE, type BalancingPolicy } from '../../simulation/actors/balancing.ts';
import { roleOf } from '../../simulation/cluster.ts';
import { type MemoryItem, sessionIn } from '../../simulation/memory.ts';
import type { Session } from '../../simulation/session.ts';
import { shortId } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { caption } from './captions.ts';
import { drawing } from './drawings.ts';
import { sentence } from './sentences.ts';
import { factsIn } from './speech.ts';
import { nameOf } from './words.ts';

export const phrasebook: Phrasebook = {
  language: 'en',
  name: nameOf,
  label,
  detail,
  caption,
  sentence,
  chips,
  rememberedNote: (conversation) => `${factsIn(conversation).join(' ')} · remembered`,
  unknownSessionNote: (sessionId) => `sid=${shortId(sessionId)}… unknown`,
  orderSavedNote: () => 'Order saved in the database',
  remark,
  drawing,
};

function chips(item: MemoryItem): readonly string[] {
  switch (item.kind) {
    case 'session':
      return sessionChips(item.session);
    case 'ended-session':
      return [`Session ${shortId(item.ended.id)} ended`];
    case 'store-entry': {
      const session = sessionIn(item);
      return session === null ? [item.entry.key] : sessionChips(session);
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
      return [`Charge ${item.chargeNumber}`];
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
    case 'tcp-connection': {
      const { state, sndNxt, rcvNxt } = item.connection;
      return [`TCP ${state} · sends ${sndNxt}, expects ${rcvNxt}`];
    }
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

function sessionChips({ data }: Session): readonly string[] {
  return factsIn(data.conversation ?? {});
}

const policies: Record<BalancingPolicy, string> = {
  first: 'First healthy server',
  'round-robin': 'Each in turn',
  'least-connections': 'The least busy server',
  cookie: 'Where the cookie says',
  'source-address': 'Where the address belongs',
};

function remark(each: ShelfRemark): string {
  switch (each.kind) {
    case 'policy':
      return policies[each.policy];
    case 'empty':
      return 'Empty';
    case 'memory-lost':
      return 'Memory lost';
    case 'down':
      return 'Down';
    case 'unknown-session':
      return 'No such session';
    case 'needs-no-memory':
      return 'Needs no memory';
    default:
      throw new Error(`Unknown remark ${each satisfies never}`);
  }
}
