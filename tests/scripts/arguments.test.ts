import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../scripts');
// The others are started by these, not by a person.
const { scripts: commands } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'));
const scripts = readdirSync(folder).filter((file) =>
  Object.values(commands).includes(`node scripts/${file}`),
);

describe.each(scripts)('%s', (script) => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, script), ...args], { encoding: 'utf8' });

  it('shows its usage', () => {
    const { status, stdout, stderr } = run('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`npm ${/^(start|test)\./.test(script) ? '' : 'run '}`);
    expect(stdout).toMatch(/--help +show this text/);
  });

  it('names an option that it does not have, and shows its usage', () => {
    const { status, stdout, stderr } = run('--unknown-option');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '?--unknown-option'?\.\n\n/);
    expect(stderr).toMatch(/--help +show this text/);
  });
});
