import { describe, expect, it } from 'vitest';
import { bytesInMemory, isUserState, type MemoryItem } from '../../src/simulation/memory.ts';
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

describe('a memory item', () => {
  it("is either user state or the cluster's own state", () => {
    expect([session, cookie, conversation, down, order].map(isUserState)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('has the size of its text', () => {
    expect(bytesInMemory(cookie)).toBe('sid=ab12'.length);
    expect(bytesInMemory(session)).toBe('ab12{"conversation":{"product":"laptop"}}'.length);
    expect(bytesInMemory(conversation)).toBe('{"quantity":2}'.length);
    expect(bytesInMemory(down)).toBe('server-1'.length);
    expect(bytesInMemory(order)).toBe(
      '{"product":"laptop","quantity":2,"payment":"card","totalWon":2000000}'.length,
    );
  });
});
