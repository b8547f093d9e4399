/** The diagram in English. */
import type { MemoryRemark, NoteFacts, Phrasebook } from '../../sequence/phrasebook.ts';
import type { BalancingPolicy } from '../../simulation/actors/balancing.ts';
import { shortId } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { caption } from './captions.ts';
import { chips } from './chips.ts';
import { imported } from './imported.ts';
import { sentence } from './sentences.ts';
import { memoryIn } from './speech.ts';
import { why } from './why.ts';
import { nameOf, number } from './words.ts';

export const phrasebook: Phrasebook = {
  language: 'en',
  name: nameOf,
  idleServers: (count) => `${number.format(count)} idle servers`,
  label,
  detail,
  caption,
  sentence,
  chips,
  cutOffChip: (far) => `No link to ${nameOf(far)}`,
  moreChips: (count) => `and ${number.format(count)} more`,
  note,
  remark,
  why,
  imported,
};

function note(facts: NoteFacts): string {
  switch (facts.kind) {
    case 'remembered':
      return `${memoryIn(facts.memory)} · ${facts.memory.isKnown ? 'known' : 'remembered'}`;
    case 'forgotten':
      return 'Session ended';
    case 'unknown-session':
      return `sid=${shortId(facts.sessionId)}… unknown`;
    case 'order-saved':
      return 'Order saved in the database';
    case 'charged':
      return 'Payment saved in the database';
    default:
      throw new Error(`Unknown note ${facts satisfies never}`);
  }
}

const policies: Record<BalancingPolicy, string> = {
  first: 'First healthy server',
  'round-robin': 'Each in turn',
  'least-connections': 'The least busy server',
  cookie: 'Where the cookie says',
  'source-address': 'Where the address belongs',
};

function remark(each: MemoryRemark): string {
  switch (each.kind) {
    case 'policy':
      return policies[each.policy];
    case 'empty':
      return 'Empty';
    case 'memory-lost':
      return 'Memory lost';
    case 'down':
      return 'Down';
    case 'not-here-yet':
      return 'Not here yet';
    case 'gone':
      return 'Gone';
    case 'draining':
      return 'No new requests';
    case 'unknown-session':
      return 'No such session';
    case 'needs-no-memory':
      return 'Needs no memory';
    default:
      throw new Error(`Unknown remark ${each satisfies never}`);
  }
}
