/** The soak's mutants fit the sources that they change. Whether the soak finds them is what `npm run soak -- --mutants` shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutants, mutated } from '../../scripts/lib/mutants.mjs';

function sourceOf(file: string): string {
  return readFileSync(join(import.meta.dirname, '../../src/simulation', file), 'utf8');
}

describe('the mutants of the soak', () => {
  it.each(mutants)('change their source once: $name', (mutant) => {
    const source = sourceOf(mutant.file);
    const changed = mutated(mutant, source);
    expect(changed).not.toBe(source);
    expect(changed.length - source.length).toBe(mutant.to.length - mutant.from.length);
  });

  it('fail when their source is missing or ambiguous', () => {
    const mutant = { name: 'x', file: 'a.ts', from: 'one', to: 'two' };
    expect(() => mutated(mutant, 'text')).toThrow('0 times');
    expect(() => mutated(mutant, 'one one')).toThrow('2 times');
  });
});
