import { describe, expect, it } from 'vitest';
import { shapeOf } from '../no-return-shape.ts';

describe('the strip of the point of no return', () => {
  it('has a bar around each position, as high as its share, within the track', () => {
    expect(shapeOf([0.5, 0, 1])).toBe('M0 1V0.5H0.5V1ZM1.5 1V0H2V1Z');
  });

  it('has no bar where nothing has been re-run', () => {
    expect(shapeOf([null, 0.25, null])).toBe('M0.5 1V0.75H1.5V1Z');
    expect(shapeOf([])).toBe('');
  });
});
