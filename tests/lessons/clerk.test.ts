/** Lesson clerk shows T1 to T4. Expected: docs/lessons.md. */
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { memoryOf, seenAt, seenAtClosing } from '../support/lesson-scenes.ts';
import { sessionsOn } from '../support/node-memories.ts';

const servers = ['server-1', 'server-2', 'server-3'];

describe('the lesson of the clerk', () => {
  it('T1: after the first answer, only Server 1 remembers the laptop', () => {
    const seen = seenAt(clerk, 'remembered');
    expect(seen.conversation).toEqual([
      'client -> server-1: {"product":"laptop"}',
      'server-1 -> client: 200 laptop: 1000000 won',
    ]);
    expect(servers.map((node) => sessionsOn(node, seen.events))).toEqual([[{ product: 'laptop' }], [], []]);
  });

  it('T1: the same server continues, and the order is in the database', () => {
    const seen = seenAt(clerk, 'same-clerk');
    expect(seen.conversation.slice(2)).toEqual([
      'client -> server-1: {"quantity":2}',
      'server-1 -> client: 200 2 laptop: 2000000 won, ask payment',
      'client -> server-1: {"payment":"card"}',
      'server-1 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
    expect(memoryOf('database', seen)).toMatchObject([{ kind: 'order' }]);
  });

  it('T2: after a crash, the next server asks two of what, and remembers nothing', () => {
    const seen = seenAt(clerk, 'another-clerk');
    expect(seen.conversation.slice(2)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 422 ask product',
    ]);
    expect(sessionsOn('server-2', seen.events)).toEqual([]);
  });

  it('T2: the same happens by round robin, without a crash and with the laptop still on Server 1', () => {
    const seen = seenAt(clerk, 'by-turns');
    expect(seen.conversation.slice(2)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 422 ask product',
    ]);
    expect(sessionsOn('server-1', seen.events)).toEqual([{ product: 'laptop' }]);
    expect(seen.events.filter(({ kind }) => kind === 'node-crashed')).toEqual([]);
  });

  it('T3: with the handed-over note, the next server continues', () => {
    const seen = seenAt(clerk, 'handover');
    expect(seen.conversation.slice(2)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
    ]);
  });

  it('T4: any server answers complete requests with the database’s price, and none remembers anything', () => {
    const seen = seenAt(clerk, 'complete-requests');
    expect(seen.conversation).toEqual([
      'client -> server-1: {"product":"americano"}',
      'server-1 -> client: 200 americano: 3000 won',
      'client -> server-2: {"product":"americano","quantity":2}',
      'server-2 -> client: 200 2 americano: 6000 won, ask payment',
      'client -> server-3: {"product":"americano","quantity":2,"payment":"card"}',
      'server-3 -> client: 200 2 americano: 6000 won paid by card',
    ]);
    const remembered = seen.events.filter(
      (event) => event.kind === 'remembered' && servers.includes(event.node),
    );
    expect(remembered).toEqual([]);
  });

  it('closes with the same crash, which loses one customer’s purchase and not the other’s', () => {
    const answers = seenAtClosing(clerk).map(({ conversation }) => conversation.at(-1));
    expect(answers).toEqual([
      'server-2 -> client: 422 ask product',
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
    ]);
  });
});
