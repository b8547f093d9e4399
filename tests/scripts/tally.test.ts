import { describe, expect, it } from 'vitest';
import {
  countPlaywright,
  countStage,
  countVitest,
  skippedTests,
  skipReasons,
  tally,
  tallyLine,
} from '../../scripts/lib/tally.mjs';

const passedStage = { succeeded: true };
const failedStage = { succeeded: false };

function vitestFile(status: string, ...assertions: string[]) {
  return { status, assertionResults: assertions.map((each) => ({ status: each })) };
}

describe('counting a Vitest report', () => {
  it('names the tests that were skipped, each once', () => {
    const assertion = (status: string, title: string) => ({ status, title });
    const file = {
      assertionResults: [assertion('passed', 'adds'), assertion('skipped', 'opens (needs soffice)')],
    };
    expect(skippedTests({ testResults: [file, file] })).toBe('skipped: opens (needs soffice)');
    expect(skippedTests({ testResults: [{ assertionResults: [assertion('passed', 'adds')] }] })).toBe('');
  });

  it('counts tests by their status', () => {
    const report = {
      testResults: [
        vitestFile('passed', 'passed', 'passed', 'skipped', 'todo'),
        vitestFile('failed', 'failed', 'passed', 'pending'),
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts one failure for a file that failed without a failed test', () => {
    const report = { testResults: [vitestFile('failed'), vitestFile('failed', 'skipped')] };
    expect(countVitest(report)).toEqual({ passed: 0, failed: 2, skipped: 1 });
  });
});

describe('counting a Playwright report', () => {
  it('counts a flaky test as failed', () => {
    const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 4 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 3, skipped: 4 });
  });

  it('counts errors outside the tests as failed', () => {
    const stats = { expected: 1, unexpected: 0, flaky: 0, skipped: 0 };
    const errors = [{ message: 'Cannot find module' }];
    expect(countPlaywright({ stats, errors })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe('what a stage adds to the total', () => {
  it('is one failure if a stage without tests failed, and nothing if it passed', () => {
    expect(countStage(failedStage)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countStage(passedStage)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('is the counts of the report if some tests failed', () => {
    const counts = { passed: 7, failed: 2, skipped: 1 };
    expect(countStage({ succeeded: false, counts })).toEqual(counts);
  });

  it('is one more failure if the runner failed but no test did', () => {
    const counts = { passed: 7, failed: 0, skipped: 0 };
    expect(countStage({ succeeded: false, counts })).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it.each([true, false])('is one failure if there is no report (exit code 0: %s)', (succeeded) => {
    expect(countStage({ succeeded, counts: null })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('is one failure if no test ran', () => {
    const counts = { passed: 0, failed: 0, skipped: 3 };
    expect(countStage({ succeeded: true, counts })).toEqual({ passed: 0, failed: 1, skipped: 3 });
  });
});

describe('the total', () => {
  it('is the sum of all stages', () => {
    const stages = [
      passedStage,
      failedStage,
      { succeeded: true, counts: { passed: 10, failed: 0, skipped: 1 } },
      { succeeded: false, counts: { passed: 4, failed: 2, skipped: 0 } },
    ];
    expect(tally(stages)).toEqual({ passed: 14, failed: 3, skipped: 1 });
  });

  it('names skipped tests only if there are any', () => {
    expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(tallyLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});

describe('the reasons for skipping', () => {
  const skipped = (description?: string) => ({
    tests: [{ annotations: [{ type: 'skip', ...(description !== undefined && { description }) }] }],
  });

  it('are named once each, from all suites', () => {
    const report = {
      suites: [
        { specs: [skipped('Firefox is not installed'), skipped('Firefox is not installed')] },
        { suites: [{ specs: [skipped('WebKitGTK is not installed'), { tests: [{ annotations: [] }] }] }] },
      ],
    };
    expect(skipReasons(report)).toBe('Firefox is not installed. WebKitGTK is not installed.');
  });

  it('are empty if every test ran, or was skipped without a reason', () => {
    expect(skipReasons({ suites: [{ specs: [skipped(), { tests: [{ annotations: [] }] }] }] })).toBe('');
  });
});
