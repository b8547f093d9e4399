// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FaultBoundary, Panel } from '../../src/ui/panel/panel.tsx';
import { mount } from '../support/mount.tsx';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('an error in one panel is shown there, and leaves the others', () => {
  const Faulty = () => {
    throw new Error('Broken on purpose');
  };
  mount(
    <>
      <Panel title="Message">
        <Faulty />
      </Panel>
      <Panel title="Scoreboard">
        <p>All is well.</p>
      </Panel>
    </>,
  );
  const broken = screen.getByRole('region', { name: 'Message' });
  expect(within(broken).getByRole('alert')).toHaveTextContent(
    '“Message” failed. The rest of the page still works.',
  );
  expect(screen.getByText('All is well.')).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Scoreboard' })).queryByRole('alert')).toBeNull();
});

test('an error is reported with its cause', () => {
  const cause = new Error('Broken on purpose');
  const Faulty = () => {
    throw cause;
  };
  mount(
    <FaultBoundary name="Diagram">
      <Faulty />
    </FaultBoundary>,
  );
  expect(vi.mocked(console.error).mock.calls.some((each) => each.includes(cause))).toBe(true);
});

test('Try again renders it again', async () => {
  let isBroken = true;
  const Fickle = () => {
    if (isBroken) throw new Error('Not yet');
    return <p>Here it is.</p>;
  };
  mount(
    <FaultBoundary name="Diagram">
      <Fickle />
    </FaultBoundary>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('alert')).toBeVisible();
  isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('Here it is.')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});
