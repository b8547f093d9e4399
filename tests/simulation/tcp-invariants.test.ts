/** The TCP checkers find violations: each gets a good trace with one change. */
import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import { record } from '../../src/simulation/simulate.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { honestAcknowledgments, numbersGoForward, streamsInOrder } from '../support/tcp-invariants.ts';

const script = [
  { kind: 'open' },
  { kind: 'send', text: 'one' },
  { kind: 'send', text: 'two' },
  { kind: 'close' },
] as const;
const good = record(transportScenario({ script }), []);

/** The trace with the last item of a kind replaced. */
function withItem<Kind extends MemoryItem['kind']>(
  kind: Kind,
  change: (item: Extract<MemoryItem, { kind: Kind }>) => MemoryItem,
): readonly ClusterEvent[] {
  const isOfKind = (item: MemoryItem): item is Extract<MemoryItem, { kind: Kind }> => item.kind === kind;
  const last = good.findLastIndex((event) => event.kind === 'remembered' && isOfKind(event.item));
  return good.map((event, index) =>
    index === last && event.kind === 'remembered' && isOfKind(event.item)
      ? { ...event, item: change(event.item) }
      : event,
  );
}

describe('the TCP checkers', () => {
  it('find nothing in a good trace', () => {
    expect(good.filter((event) => event.kind === 'remembered').length).toBeGreaterThan(8);
    for (const check of [streamsInOrder, honestAcknowledgments, numbersGoForward]) {
      expect(check(good)).toEqual([]);
    }
  });

  it.each([
    ['a byte that is delivered twice', 'one\ntwo\n\n'],
    ['text that is delivered twice', 'one\none\ntwo\n'],
    ['text that is missing', 'two\n'],
  ])('find %s', (_, text) => {
    expect(streamsInOrder(withItem('tcp-stream', (item) => ({ ...item, text })))).not.toEqual([]);
  });

  it('find an acknowledgment of data that was never sent', () => {
    const last = good.findLastIndex(
      (event) => event.kind === 'message-sent' && event.message.body.kind === 'tcp-segment',
    );
    const bad = good.map((event, index) =>
      index === last && event.kind === 'message-sent' && event.message.body.kind === 'tcp-segment'
        ? { ...event, message: { ...event.message, body: { ...event.message.body, ack: 400 } } }
        : event,
    );
    expect(honestAcknowledgments(bad)).toHaveLength(1);
  });

  it.each(['sndUna', 'sndNxt', 'rcvNxt'] as const)('find a %s that goes back', (number) => {
    const bad = withItem('tcp-connection', (item) => {
      return { ...item, connection: { ...item.connection, [number]: item.connection[number] - 3 } };
    });
    expect(numbersGoForward(bad)).not.toEqual([]);
  });
});
