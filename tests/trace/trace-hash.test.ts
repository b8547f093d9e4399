/** A trace's hash tells any two runs apart, and nothing else. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import { record } from '../../src/simulation/simulate.ts';
import { traceHash } from '../../src/trace/trace-hash.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

const events = record(scenario(), []);

/** The same event, its members written down in the opposite order. */
function reversed(event: ClusterEvent): ClusterEvent {
  return JSON.parse(JSON.stringify(event), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
}

describe('the hash of a trace', () => {
  it('is SHA-256 of one line an event, as others compute it', () => {
    const event: ClusterEvent = {
      kind: 'run-ended',
      reason: 'finished',
      id: 0,
      atUs: 7,
      cause: null,
      background: false,
    };
    const line = '{"atUs":7,"background":false,"cause":null,"id":0,"kind":"run-ended","reason":"finished"}\n';
    expect(traceHash([event])).toBe(createHash('sha256').update(line).digest('hex'));
  });

  it('does not depend on the order in which members were written', () => {
    expect(traceHash(events.map(reversed))).toBe(traceHash(events));
  });

  it('is another one for another seed, for another command, and for one microsecond', () => {
    const [first, ...rest] = events;
    if (first === undefined) throw new Error('Nothing has happened.');
    const hashes = [
      events,
      record(scenario({ seed: 2 }), []),
      record(scenario(), [crash('server-1', whenAnswered('client/1'))]),
      [{ ...first, atUs: first.atUs + 1 }, ...rest],
      rest,
    ].map(traceHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
