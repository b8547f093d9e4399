// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { NumberField } from '../../src/ui/form/text-field.tsx';

test.each([
  ['1,000', 1_000],
  ['2,5', 2.5],
  ['-3', -3],
  ['', Number.NaN],
  ['many', Number.NaN],
])('“%s” in a field for a number is %d', (typed, value) => {
  const onValue = vi.fn();
  render(<NumberField label="Runs" value={7} onValue={onValue} />);
  fireEvent.change(screen.getByRole('textbox', { name: 'Runs' }), { target: { value: typed } });
  expect(onValue).toHaveBeenCalledExactlyOnceWith(value);
});

/** A form that keeps its number. */
function Form() {
  const [value, setValue] = useState(7);
  return <NumberField label="Runs" value={value} onValue={setValue} />;
}

test('a field keeps what is typed while it isn’t a number, and then shows its number', async () => {
  render(<Form />);
  const field = screen.getByRole('textbox', { name: 'Runs' });
  await userEvent.clear(field);
  await userEvent.type(field, '1O');
  await userEvent.tab();
  expect(field).toHaveValue('1O');
  expect(field).toBeInvalid();
  await userEvent.clear(field);
  await userEvent.type(field, '1,000');
  await userEvent.tab();
  expect(field).toHaveValue('1000');
  expect(field).toBeValid();
});
