/** A copy of a session between servers is compared with what it's based on, and not with all that was before. */
import { describe, expect, it, vi } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { Lineage } from '../../src/simulation/losses/lineage.ts';
import { LossCounter } from '../../src/simulation/losses/loss-counter.ts';
import { record } from '../../src/simulation/simulate.ts';
import { scripted } from '../support/scenario.ts';

describe('reading the losses of replicated sessions', () => {
  it('looks for three writes per copy: the copied one, the replaced one, and what the copied one is based on', () => {
    const script = Array.from({ length: 100 }, (): Line => ({ kind: 'add-to-cart', product: 'laptop' }));
    const events = record(
      scripted(script, { strategy: 'replicated', balancing: 'round-robin', servers: 2 }),
      [],
    );
    const copies = events.filter(
      (event) => event.kind === 'message-delivered' && event.message.body.kind === 'session-copy',
    ).length;
    const lookups = vi.spyOn(Lineage.prototype, 'changeBehind');
    const counter = new LossCounter();
    for (const event of events) counter.follow(event);
    expect(copies).toBeGreaterThanOrEqual(100);
    expect(lookups.mock.calls.length).toBeLessThanOrEqual(3 * copies);
    lookups.mockRestore();
  });
});
