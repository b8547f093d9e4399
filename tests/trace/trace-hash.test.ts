/** The hash differs between different runs, and only between those. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import { record } from '../../src/simulation/simulate.ts';
import { traceHash } from '../../src/trace/trace-hash.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

const events = record(scenario(), []);

/** The same event with its fields in reverse order. */
function reversed(event: ClusterEvent): ClusterEvent {
  return JSON.parse(JSON.stringify(event), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
}

describe('the hash of a trace', () => {
  it('is SHA-256 of one line per event, as computed by node:crypto', () => {
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

  it('ignores the order of fields', () => {
    expect(traceHash(events.map(reversed))).toBe(traceHash(events));
  });

  it('differs for another seed, another command, and a difference of one microsecond', () => {
    const [first, ...rest] = events;
    if (first === undefined) throw new Error('The trace is empty.');
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
