// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { NumberField } from '../fields.tsx';

test.each([
  ['1,000', 1_000],
  ['2,5', 2.5],
  ['-3', -3],
  ['', Number.NaN],
  ['many', Number.NaN],
])('“%s” in a field of the lab is %d', (typed, value) => {
  const onValue = vi.fn();
  render(<NumberField label="Runs" value={7} onValue={onValue} />);
  fireEvent.change(screen.getByRole('textbox', { name: 'Runs' }), { target: { value: typed } });
  expect(onValue).toHaveBeenCalledExactlyOnceWith(value);
});
