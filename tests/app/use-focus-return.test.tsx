// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { useFocusReturn } from '../../src/app/use-focus-return.ts';

function Page() {
  useFocusReturn();
  return (
    <>
      <div data-stage tabIndex={-1} />
      <button type="button">A button</button>
      <label>
        A choice
        <input type="radio" />
      </label>
      <input type="range" aria-label="A slider" />
      <input type="number" aria-label="A number" />
      <input type="search" aria-label="A search" />
      <label htmlFor="text">A text</label>
      <textarea id="text" />
      <label>
        Around it
        <textarea aria-label="Another text" />
      </label>
    </>
  );
}

const stage = () => document.querySelector('[data-stage]');

test.each(['A button', 'A choice', 'A slider'])(
  'a click on “%s” returns the focus to the stage',
  async (name) => {
    render(<Page />);
    const [control] = [...screen.queryAllByRole('button', { name }), ...screen.queryAllByLabelText(name)];
    await userEvent.click(control ?? expect.fail());
    expect(stage()).toHaveFocus();
  },
);

test.each(['A number', 'A search', 'A text', 'Another text'])(
  'a click on “%s” leaves the focus there, so that it can be typed into',
  async (name) => {
    render(<Page />);
    await userEvent.click(screen.getByLabelText(name));
    expect(screen.getByLabelText(name)).toHaveFocus();
  },
);

test.each([
  ['A text', 'A text'],
  ['Around it', 'Another text'],
])('a click on the label “%s” leads into its field', async (label, field) => {
  render(<Page />);
  await userEvent.click(screen.getByText(label, { selector: 'label' }));
  expect(screen.getByLabelText(field)).toHaveFocus();
});

test('a text that is committed by a click elsewhere does not bring the focus to the stage', async () => {
  render(<Page />);
  await userEvent.click(screen.getByLabelText('A number'));
  await userEvent.keyboard('12');
  await userEvent.click(screen.getByLabelText('A search'));
  expect(screen.getByLabelText('A search')).toHaveFocus();
});
