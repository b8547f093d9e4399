import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './run-script.ts';

const script = join(import.meta.dirname, '../../scripts/lab.mjs');

/** As npm runs it: in the project's folder, and called from another one. */
function lab(calledFrom: string, ...names: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...names], {
    env: { ...process.env, INIT_CWD: calledFrom },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('a study of the lab', () => {
  it('that can’t be read is reported before anything slow', () => {
    const { status, stdout, stderr } = lab(temporaryFolder(), 'missing.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^missing\.json can't be read: ENOENT[^\n]*\n$/);
  });
});

describe('merging files of the lab', () => {
  it('says which one can’t be read in the folder where npm was called, before anything slow', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'one.ndjson'), '');
    mkdirSync(join(folder, 'two.ndjson'));
    const missing = lab(folder, '--merge', 'one.ndjson', 'missing.ndjson');
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toMatch(/^missing\.ndjson can't be read: ENOENT[^\n]*\n$/);
    expect(lab(folder, '--merge', 'two.ndjson').stderr).toMatch(/^two\.ndjson can't be read: EISDIR/);
  });
});
