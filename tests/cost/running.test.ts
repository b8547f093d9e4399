/** The cost of a run that a page accepts: events, and how often each is looked at to read them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialize } from '../../src/simulation/protocols/wire.ts';
import { eventsOf } from '../../src/trace/run.ts';
import { statesOf } from '../../src/trace/snapshots.ts';
import { stepsOf } from '../../src/trace/steps.ts';
import { anyHostileSchedule } from '../support/hostile.ts';
import { countedList } from '../support/work.ts';

const runs = { numRuns: 30 };
/** Far below the page's limit, which is checked elsewhere, so that many runs fit into a test. */
const EVENTS_MAX = 1_000;
/**
 * Trace events per scheduled event: one arrival can be answered by a message to each of nine servers and report several
 * changes of memory.
 */
const EVENTS_PER_STEP = 12;
/** A run's start: 9 servers, the other machines, and 40 clients that each may send. */
const EVENTS_AT_START = 1_000;

const anyDetail = fc.constantFrom('essential' as const, 'full' as const);

describe('a run that a page accepts', () => {
  it('reports a limited number of events for each one that the kernel executes', () => {
    fc.assert(
      fc.property(anyHostileSchedule, ({ scenario, commands }) => {
        const { length } = eventsOf(scenario, commands, { eventsMax: EVENTS_MAX });
        expect(length).toBeLessThanOrEqual(EVENTS_PER_STEP * EVENTS_MAX + EVENTS_AT_START);
      }),
      runs,
    );
  });

  it('grows with the limit, and not with its square', () => {
    fc.assert(
      fc.property(anyHostileSchedule, ({ scenario, commands }) => {
        const [once, twice] = [EVENTS_MAX, 2 * EVENTS_MAX].map((eventsMax) => {
          const events = eventsOf(scenario, commands, { eventsMax });
          return events.length + charactersSent(events) / 1_000;
        });
        expect(twice).toBeLessThan(4 * (once ?? 0) + EVENTS_AT_START);
      }),
      runs,
    );
  });

  it('is read by looking at each event a limited number of times, whatever the detail', () => {
    fc.assert(
      fc.property(anyHostileSchedule, anyDetail, ({ scenario, commands }, detail) => {
        const events = eventsOf(scenario, commands, { eventsMax: EVENTS_MAX });
        const forSteps = countedList(events);
        const steps = stepsOf(forSteps.items, detail);
        expect(steps.length).toBeLessThanOrEqual(events.length);
        expect(forSteps.reads()).toBeLessThanOrEqual(LOOKS_MAX * events.length);
        const forStates = countedList(events);
        statesOf(forStates.items, steps);
        expect(forStates.reads()).toBeLessThanOrEqual(LOOKS_MAX * events.length);
      }),
      runs,
    );
  });
});

/** Passes over the trace: visible events, landmarks, causes and memory take one or two each. */
const LOOKS_MAX = 8;

/** Text that travels. A message that is sent again and again must not grow with the run. */
function charactersSent(events: ReturnType<typeof eventsOf>): number {
  let characters = 0;
  for (const event of events) {
    if (event.kind === 'message-sent') characters += serialize(event.message.body).length;
  }
  return characters;
}
