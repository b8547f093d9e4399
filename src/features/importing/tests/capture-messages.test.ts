import { expect, it } from 'vitest';
import type { Call, Capture } from '../../../sequence/recorded/capture.ts';
import { joinedResult, resultInParts } from '../capture-messages.ts';

const call = (startUs: number): Call => ({
  ...{ from: 'browser', to: 'shop', kind: 'fetch', startUs, endUs: startUs + 1, sent: [], answer: null },
  ...{ request: { short: 'GET /', full: 'GET /' }, sentMarks: [], answerMarks: [], isWork: false },
});
const capture = (calls: number): Capture => ({
  ...{ source: 'har', title: '', participants: [], skipped: 0, hasCredentials: false },
  calls: Array.from({ length: calls }, (_, index) => call(index)),
});

it.each([0, 1, 250, 251, 1_700])('a recording of %i calls comes in parts, and is the same again', (count) => {
  const whole = capture(count);
  const parts = [...resultInParts(whole)];
  const calls = parts.flatMap((part) => (part.kind === 'calls' ? part.calls : []));
  const last = parts.at(-1);
  if (last?.kind !== 'result') throw new Error('The last part is no result.');
  expect(joinedResult(last.result, calls)).toEqual(whole);
  for (const part of parts) {
    if (part.kind === 'calls') expect(part.calls.length).toBeLessThanOrEqual(250);
  }
});

it('a problem comes alone', () => {
  const result = { problem: { kind: 'not-read' } } as const;
  expect([...resultInParts(result)]).toEqual([{ kind: 'result', result }]);
});
