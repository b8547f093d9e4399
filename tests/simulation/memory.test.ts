import { describe, expect, it } from 'vitest';
import {
  bytesInMemory,
  isConnectionState,
  isUserState,
  type MemoryItem,
  sessionIn,
} from '../../src/simulation/memory.ts';
import { NEVER_US } from '../../src/simulation/protocols/store.ts';
import { sessionText, storeKeyOf } from '../../src/simulation/session.ts';
import { KEY_RING_KEY } from '../../src/simulation/store-keys.ts';
import { sessionOf } from '../support/sessions.ts';

const session: MemoryItem = { kind: 'session', session: sessionOf('ab12', { product: 'laptop' }) };
const cookie: MemoryItem = { kind: 'cookie', name: 'sid', value: 'ab12' };
const conversation: MemoryItem = { kind: 'conversation', conversation: { quantity: 2 } };
const down: MemoryItem = { kind: 'server-down', server: 'server-1' };
const order: MemoryItem = {
  kind: 'order',
  orderNumber: 1,
  order: { product: 'laptop', quantity: 2, payment: 'card', totalWon: 2_000_000 },
};

function storeEntry(key: string, value: string): MemoryItem {
  return { kind: 'store-entry', entry: { key, value, expiresAtUs: NEVER_US } };
}

/** Its state and numbers, and the text that it keeps: unsent, unacknowledged, and received out of order. */
const connection = {
  state: 'ESTABLISHED',
  localPort: 80,
  remotePort: 49_152,
  iss: 1,
  sndUna: 2,
  sndNxt: 3,
  irs: 4,
  rcvNxt: 5,
  unsent: ['abc'],
  retransmissionQueue: [{ segment: { data: 'de' } }],
  held: [{ data: 'f' }],
};

/** Each kind, what it counts, and whether it's user state, connection state or neither. */
const items: readonly (readonly [item: MemoryItem, text: string, of: 'user' | 'connection' | 'cluster'])[] = [
  [cookie, 'sid=ab12', 'user'],
  [session, 'ab12{"conversation":{"product":"laptop"}}', 'user'],
  [conversation, '{"quantity":2}', 'user'],
  [{ kind: 'conversation', conversation: { product: 'laptop' } }, '{"product":"laptop"}', 'user'],
  [{ kind: 'local-copy', value: 'é', untilUs: 5 }, 'é', 'user'],
  [{ kind: 'credentials', userId: 'mina', password: 'pass' }, 'mina:pass', 'user'],
  [{ kind: 'access-token', token: 'abc' }, 'abc', 'user'],
  [{ kind: 'refresh-token', token: 'abcd' }, 'abcd', 'user'],
  [storeEntry('session:ab12', '{"a":1}'), 'session:ab12{"a":1}', 'user'],
  [storeEntry(KEY_RING_KEY, '[]'), `${KEY_RING_KEY}[]`, 'cluster'],
  [{ kind: 'ended-session', ended: { id: 'ab12', createdUs: 1 } }, 'ab12', 'cluster'],
  [{ kind: 'session-lock', sessionId: 'ab123' }, 'ab123', 'cluster'],
  [{ kind: 'store-role', role: 'replica' }, 'replica', 'cluster'],
  [{ kind: 'key-ring', ring: { verification: [] } as never }, '[]', 'cluster'],
  [{ kind: 'clock', offsetUs: -500 }, '-500', 'cluster'],
  [{ kind: 'code-version', version: 12 }, '12', 'cluster'],
  [down, 'server-1', 'cluster'],
  [{ kind: 'server-draining', server: 'server-1' }, 'server-1', 'cluster'],
  [{ kind: 'server-closed', server: 'server-1', to: 'newcomers' }, 'server-1', 'cluster'],
  [{ kind: 'binding', address: '192.0.2.1', server: 'server-1' }, '192.0.2.1 server-1', 'cluster'],
  [order, '{"product":"laptop","quantity":2,"payment":"card","totalWon":2000000}', 'cluster'],
  [
    { kind: 'account', identity: { userId: 'mina', name: 'Mina', role: 'user' } },
    '{"userId":"mina","name":"Mina","role":"user"}',
    'cluster',
  ],
  [
    { kind: 'charge', chargeNumber: 1, charge: { amountWon: 5, idempotencyKey: null } },
    '{"amountWon":5,"idempotencyKey":null}',
    'cluster',
  ],
  [
    { kind: 'tcp-connection', peer: 'client', connection } as unknown as MemoryItem,
    'ESTABLISHED80 49152 1 2 3 4 5abcdef',
    'connection',
  ],
  [{ kind: 'tcp-listener', port: 80 }, '80', 'cluster'],
  [{ kind: 'tcp-stream', peer: 'client', text: 'one' }, 'one', 'connection'],
  [{ kind: 'udp-request', number: 7, text: 'PING', attempts: 1 }, '7 PING', 'connection'],
  [{ kind: 'udp-request-counter', latest: 12 }, '12', 'connection'],
  [{ kind: 'udp-latest', client: 'client', number: 7, reply: 'OK' }, 'client 7 OK', 'connection'],
  [{ kind: 'udp-latest', client: 'client', number: 7, reply: null }, 'client 7 ', 'connection'],
];

describe('a memory item', () => {
  it.each(items)(
    'has the size of its text, and belongs to users, connections or the cluster: %j',
    (item, text, of) => {
      expect(bytesInMemory(item)).toBe(Buffer.byteLength(text));
      expect([isUserState(item), isConnectionState(item)]).toEqual([of === 'user', of === 'connection']);
    },
  );

  it('is a session on a server, or in a store under the key of a session', () => {
    const stored = { ...sessionOf('ab12', { product: 'laptop' }) };
    expect(sessionIn(session)).toEqual(stored);
    const value = sessionText(stored);
    expect(sessionIn(storeEntry(storeKeyOf('ab12'), value))).toEqual(stored);
    expect(sessionIn(storeEntry(KEY_RING_KEY, value))).toBeNull();
    expect(sessionIn(cookie)).toBeNull();
  });
});
