import { expect, test } from 'vitest';
import { record } from '../../src/simulation/simulate.ts';
import { statesOf } from '../../src/trace/snapshots.ts';
import { stepsOf } from '../../src/trace/steps.ts';
import { scripted } from '../support/scenario.ts';

/** A store whose replica is pinged every millisecond while the client thinks: each ping is the cause of the next. */
function eventsOf(thinkUs: number) {
  return record(
    scripted([{ kind: 'visit' }, { kind: 'visit' }], {
      strategy: 'shared-store',
      client: { think: { kind: 'fixed', us: thinkUs } },
      store: {
        isPersistent: false,
        entriesMax: null,
        replica: { copyDelayUs: 0, pingIntervalUs: 1_000, pingFailuresMax: 1 },
      },
    }),
    [],
  );
}

/** How often an event is looked at while the states of the steps are found. */
function looksAt(events: ReturnType<typeof eventsOf>): number {
  const steps = stepsOf(events, 'essential');
  let looks = 0;
  const counted = new Proxy(events, {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  statesOf(counted, steps);
  return looks;
}

test('looks at each event a constant number of times, however long the chain of its causes is', () => {
  const short = eventsOf(1_000_000);
  const long = eventsOf(4_000_000);
  expect(long.length).toBeGreaterThan(3 * short.length);
  expect(looksAt(short)).toBeLessThanOrEqual(2 * short.length);
  expect(looksAt(long)).toBeLessThanOrEqual(2 * long.length);
});
