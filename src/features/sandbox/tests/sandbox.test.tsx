// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Mounted, mount } from '../../../../tests/support/mount.tsx';
import { clusterOf } from '../../../../tests/support/opened-player.ts';
import sandbox from '../../../lessons/sandbox/lesson.ts';
import { SandboxForm } from '../sandbox-form.tsx';

async function openForm(): Promise<Mounted> {
  const mounted = mount(<SandboxForm />, 'en', { lesson: sandbox });
  await screen.findByLabelText('Application');
  return mounted;
}

beforeEach(() => localStorage.clear());

async function type(label: string, text: string): Promise<HTMLElement> {
  const [field] = screen.getAllByLabelText(label);
  if (field === undefined) throw new Error(`There is no field ${label}.`);
  await userEvent.clear(field);
  await userEvent.type(field, text);
  return field;
}

describe('a number', () => {
  test('changes the scenario as soon as it is valid, and keeps the position', async () => {
    const { player } = await openForm();
    const { step } = player.getState();
    await type('Servers', '5');
    expect(clusterOf(player).servers).toBe(5);
    expect(player.getState().step).toBe(step);
  });

  test('that is out of range shows the allowed range, and stays as typed', async () => {
    const { player } = await openForm();
    const field = await type('Servers', '12');
    expect(field).toHaveValue('12');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('A whole number from 1 to 9.');
    expect(clusterOf(player).servers).toBe(1);
    await type('Servers', '2');
    expect(field).toBeValid();
    expect(clusterOf(player).servers).toBe(2);
  });

  test('has a unit', async () => {
    const { player } = await openForm();
    await type('Latency at most (ms)', '40');
    expect(clusterOf(player).network.internet).toEqual({ minUs: 18_000, maxUs: 40_000 });
    const least = await type('Latency at least (ms)', '60');
    expect(least).toHaveAccessibleDescription('A number from 0 to 40 ms.');
    expect(clusterOf(player).network.internet).toEqual({ minUs: 6_000, maxUs: 40_000 });
    await type('Loss (%)', '2,5');
    expect(clusterOf(player).network.lossPerMillion).toBe(25_000);
    const field = await type('Loss (%)', 'much');
    expect(field).toHaveAccessibleDescription('A number from 0 to 99.9999 %.');
    expect(field).toHaveValue('much');
  });
});

describe('a script', () => {
  const scriptOf = ({ player }: Mounted) => clusterOf(player).clients[0]?.script;

  test('can be edited line by line, with buttons that move lines and keep the focus', async () => {
    const mounted = await openForm();
    const line = screen.getByRole('listitem', { name: 'Line 2' });
    await userEvent.selectOptions(within(line).getByLabelText('Line 2'), 'Log in as');
    await userEvent.selectOptions(within(line).getByLabelText('User'), 'Jun');
    expect(scriptOf(mounted)?.[1]).toEqual({ kind: 'log-in', user: 'jun' });
    await userEvent.click(screen.getByRole('button', { name: 'Move line 2 up' }));
    expect(scriptOf(mounted)?.[0]).toEqual({ kind: 'log-in', user: 'jun' });
    expect(screen.getByRole('button', { name: 'Move line 1 down' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(scriptOf(mounted)?.[1]).toEqual({ kind: 'log-in', user: 'jun' });
    expect(screen.getByRole('button', { name: 'Move line 2 down' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Remove line 2' }));
    expect(scriptOf(mounted)).toHaveLength(2);
  });

  test('needs at least one line, and says so', async () => {
    const mounted = await openForm();
    for (let count = 0; count < 3; count += 1) {
      await userEvent.click(screen.getByRole('button', { name: 'Remove line 1' }));
    }
    expect(scriptOf(mounted)).toHaveLength(1);
    expect(screen.getByRole('alert')).toHaveTextContent('At least one line');
  });

  test('as text is applied without the lines that are not understood, which are named', async () => {
    const mounted = await openForm();
    const area = screen.getByRole('textbox', { name: 'Script as text' });
    await userEvent.clear(area);
    await userEvent.type(area, 'log-in mina\nfly away\nme');
    await userEvent.click(screen.getByRole('button', { name: 'Use this text' }));
    expect(scriptOf(mounted)).toEqual([{ kind: 'log-in', user: 'mina' }, { kind: 'me' }]);
    expect(screen.getByRole('alert')).toHaveTextContent('Line 2 isn’t valid and was left out: “fly away”');
    expect(area).toHaveValue('log-in mina\nfly away\nme');
  });
});

test('a change of application starts with its own script, also over UDP and back', async () => {
  const { player } = await openForm();
  const application = screen.getByLabelText('Application');
  await userEvent.selectOptions(application, 'UDP');
  expect(player.getState().recording.run?.scenario).toMatchObject({ kind: 'transport', transport: 'udp' });
  await userEvent.selectOptions(application, 'Payment');
  expect(clusterOf(player).clients[0]?.script.at(-1)).toMatchObject({ kind: 'pay' });
});

test('a second client arrives later, behind the same router', async () => {
  const { player } = await openForm();
  await userEvent.click(screen.getByRole('button', { name: 'Add a client' }));
  for (const box of screen.getAllByLabelText('Behind the shared router (NAT)')) await userEvent.click(box);
  const { clients } = clusterOf(player);
  expect(clients.map(({ sharesAddress }) => sharesAddress)).toEqual([true, true]);
  expect(clients[1]?.arrivesAtUs).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('button', { name: 'Remove group 2' }));
  expect(clusterOf(player).clients).toHaveLength(1);
});

test('a strategy brings its own settings', async () => {
  const { player } = await openForm();
  await userEvent.selectOptions(screen.getByLabelText('Strategy'), 'Shared store');
  await userEvent.click(screen.getByLabelText('Store has a replica'));
  await type('Delay of copies to the replica (ms)', '250');
  expect(clusterOf(player).store.replica?.copyDelayUs).toBe(250_000);
  await userEvent.selectOptions(screen.getByLabelText('Strategy'), 'Signed token');
  await userEvent.click(screen.getByLabelText('Deny list of tokens'));
  expect(clusterOf(player).tokens.hasDenyList).toBe(true);
});

test('a run can be saved by name, and then opened, renamed and deleted', async () => {
  const { player } = await openForm();
  await type('Servers', '7');
  await type('Name', 'Seven');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('Saved.')).toBeInTheDocument();
  await type('Servers', '2');
  await userEvent.click(screen.getByRole('button', { name: 'Open Seven' }));
  expect(clusterOf(player).servers).toBe(7);
  await userEvent.click(screen.getByRole('button', { name: 'Rename Seven' }));
  await type('New name', 'Many');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Delete Many' }));
  expect(screen.getByText('No saved runs yet.')).toBeInTheDocument();
});

test('a run that another tab saved is not replaced before the reader confirms it, and can be brought back', async () => {
  await openForm();
  await type('Name', 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const theirs = localStorage.getItem('statescope.sandbox.Mine');
  await type('Servers', '7');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('alert')).toHaveTextContent('This name is already taken.');
  expect(localStorage.getItem('statescope.sandbox.Mine')).toBe(theirs);
  await userEvent.click(screen.getByRole('button', { name: 'Replace “Mine”' }));
  expect(localStorage.getItem('statescope.sandbox.Mine')).not.toBe(theirs);
  await userEvent.click(screen.getByRole('button', { name: 'Bring back “Mine”' }));
  expect(localStorage.getItem('statescope.sandbox.Mine')).toBe(theirs);
});

test('a deleted run can be brought back, and the button for it has the focus', async () => {
  await openForm();
  await type('Name', 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete Mine' }));
  expect(screen.getByRole('button', { name: 'Bring back “Mine”' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Open Mine' })).toBeInTheDocument();
});

test('a run that another tab saves appears in the list', async () => {
  await openForm();
  await type('Name', 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  localStorage.setItem('statescope.sandbox.Theirs', localStorage.getItem('statescope.sandbox.Mine') ?? '');
  act(() => window.dispatchEvent(new StorageEvent('storage', { key: 'statescope.sandbox.Theirs' })));
  expect(screen.getByRole('button', { name: 'Open Theirs' })).toBeInTheDocument();
});
