import { expect, it } from 'vitest';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { record } from '../../src/simulation/simulate.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { traceHash } from '../../src/trace/trace-hash.ts';
import { lessonTrace } from './lesson-trace.ts';

const scenario = transportScenario({
  transport: 'udp',
  script: [
    { kind: 'open' },
    { kind: 'send', text: 'one' },
    { kind: 'send', text: 'two' },
    { kind: 'send', text: 'three' },
  ],
});
const dropped = {
  kind: 'drop',
  from: 'client',
  to: 'server-1',
  moment: { request: 'client/4', at: 'sent', offsetUs: 0 },
} as const;
const lesson: Lesson = {
  id: 'udp',
  order: 1,
  scenario,
  opensAt: 'end',
  scenes: [
    { id: 'whole', traces: [], at: 'end' },
    { id: 'third-lost', traces: [], commands: [dropped], at: 'end' },
  ],
  closing: { at: 'end' },
};

it('writes each run once, and what it shares with an earlier run not again', () => {
  // A client thinks for 4 s before each line of its script, and a message takes 20 ms.
  expect(lessonTrace(lesson)).toBe(
    [
      `opening, whole, closing: udp, trace ${traceHash(record(scenario, []))}`,
      '  4020.000 ms client/2 client -> server-1 49152 > 80 "one"',
      '  8020.000 ms client/3 client -> server-1 49152 > 80 "two"',
      ' 12020.000 ms client/4 client -> server-1 49152 > 80 "three"',
      '',
      `third-lost: udp, trace ${traceHash(record(scenario, [dropped]))}`,
      '              as in opening until 8020.000 ms',
      ' 12000.000 ms ! drop client server-1: done',
      ' 12020.000 ms client/4 client -x (dropped) server-1 49152 > 80 "three"',
      '',
    ].join('\n'),
  );
});

it('writes the run that is compared under its own variant', () => {
  const compared: Lesson = { ...lesson, scenes: [], closing: { at: 'end', compareWith: 'tcp' } };
  const headers = lessonTrace(compared)
    .split('\n')
    .filter((line) => line.includes('trace'));
  const overTcp = { ...scenario, transport: 'tcp' } as const;
  expect(headers).toEqual([
    `opening, closing: udp, trace ${traceHash(record(scenario, []))}`,
    `beside closing: tcp, trace ${traceHash(record(overTcp, []))}`,
  ]);
});
