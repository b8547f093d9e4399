import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFailures, describeLog } from '../../scripts/lib/failures.mjs';
import { temporaryFolder } from './run-script.ts';

const failure = (number: number, message = 'wrong') => ({
  name: `test ${number}`,
  place: `tests/a.test.ts:${number}`,
  message,
});

describe('the description of failures', () => {
  it('names all of them, but shows the messages of the first 20 only', () => {
    const text = describeFailures(
      Array.from({ length: 25 }, (_, index) => failure(index + 1)),
      'reports/unit.log',
    );
    expect(text.match(/ {2}FAIL {2}test/g)).toHaveLength(25);
    expect(text.match(/ {8}wrong/g)).toHaveLength(20);
    expect(text).toContain('  FAIL  test 25 (tests/a.test.ts:25)');
  });

  it('truncates a message of more than 80 lines and names the log', () => {
    const message = Array.from({ length: 90 }, (_, index) => `line ${index + 1}`).join('\n');
    const text = describeFailures([failure(1, message)], 'reports/unit.log');
    expect(text).toContain('        line 80\n        (10 more lines in reports/unit.log)');
    expect(text).not.toContain('line 81');
  });
});

describe('the description of a log', () => {
  it('has no colours, no carriage returns and no runs of empty lines', () => {
    const file = join(temporaryFolder(), 'a.log');
    writeFileSync(file, '\n\u001b[1mone\u001b[22m\r\n\n\n\ntwo\n\n');
    expect(describeLog(file, 'reports/a.log')).toBe('  one\n\n  two');
  });

  it('says so if there is no log', () => {
    expect(describeLog(join(temporaryFolder(), 'none.log'), 'reports/none.log')).toContain(
      'There is no log.',
    );
  });
});
