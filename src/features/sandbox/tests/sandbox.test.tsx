// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Mounted, mount } from '../../../../tests/support/mount.tsx';
import { discardDrafts } from '../../../../tests/support/no-drafts.ts';
import { clusterOf } from '../../../../tests/support/opened-player.ts';
import sandbox from '../../../lessons/sandbox/lesson.ts';
import { balancerProfiles } from '../../../simulation/balancer.ts';
import { draftsOf } from '../../../url/kept-drafts.ts';
import { SandboxForm } from '../sandbox-form.tsx';

async function openForm(): Promise<Mounted> {
  const mounted = mount(<SandboxForm />, 'en', { lesson: sandbox });
  await screen.findByLabelText('Application');
  return mounted;
}

beforeEach(() => {
  localStorage.clear();
  discardDrafts();
});

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

  test('can have its thousands separated, and has no decimal comma where it’s whole', async () => {
    const { player } = await openForm();
    await type('Servers', '2');
    const field = await type('Servers', '1,000');
    expect(field).toHaveAccessibleDescription('A whole number from 1 to 9.');
    expect(clusterOf(player).servers).toBe(1);
    await userEvent.clear(field);
    fireEvent.change(field, { target: { value: '3,0' } });
    expect(field).toBeInvalid();
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
    expect(least).toHaveAccessibleDescription(
      'A time from 0 s to 40 ms, such as 250 ms, 90 s, 2 h or 14 days.',
    );
    expect(clusterOf(player).network.internet).toEqual({ minUs: 6_000, maxUs: 40_000 });
    await type('Latency at most (ms)', '1,500');
    expect(clusterOf(player).network.internet.maxUs).toBe(1_500_000);
    await type('Loss (%)', '2,5');
    expect(clusterOf(player).network.lossPerMillion).toBe(25_000);
    const field = await type('Loss (%)', 'much');
    expect(field).toHaveAccessibleDescription('A number from 0 to 99.9999 %.');
    expect(field).toHaveValue('much');
  });
});

describe('Undo takes back', () => {
  /** Whether each change of the scenario can be undone on its own. */
  async function openFollowed() {
    const { player } = await openForm();
    const { dispatch } = player.getState();
    const changes: (boolean | undefined)[] = [];
    player.setState({
      dispatch: (action) => {
        if (action.kind === 'change-scenario') changes.push(action.isUndoable);
        dispatch(action);
      },
    });
    return { player, changes };
  }

  test('what is typed into one field as one change, until the field is left', async () => {
    const { player, changes } = await openFollowed();
    await type('Latency at most (ms)', '1500');
    // 1 and 15 ms are less than the least latency.
    expect(changes).toEqual([true, false]);
    await userEvent.tab();
    await type('Latency at most (ms)', '75');
    expect(changes).toEqual([true, false, true]);
    expect(clusterOf(player).network.internet.maxUs).toBe(75_000);
  });

  test('each choice and each press of a button', async () => {
    const { changes } = await openFollowed();
    await userEvent.click(screen.getByRole('button', { name: 'Add a client' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove group 2' }));
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove line 1' })[0] as HTMLElement);
    await userEvent.selectOptions(screen.getByLabelText('Strategy'), 'sticky');
    await userEvent.selectOptions(screen.getByLabelText('Strategy'), 'signed-token');
    expect(changes).toEqual([true, true, true, true, true]);
  });

  test('nothing where a field has the same value as before', async () => {
    const { changes } = await openFollowed();
    await type('Servers', '4');
    await type('Servers', '4');
    expect(changes).toEqual([true]);
  });
});

describe('what is typed and not valid', () => {
  const scriptArea = () => screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'Script as text' })[0];

  test('is gone when a scene opens another run', async () => {
    const { player } = await openForm();
    await type('Servers', 'abc');
    const area = scriptArea();
    if (area === undefined) throw new Error('There is no script as text.');
    fireEvent.change(area, { target: { value: 'nonsense' } });
    act(() => player.getState().dispatch({ kind: 'open-lesson', lesson: sandbox, lessonPosition: 0 }));
    const servers = screen.getAllByLabelText('Servers')[0];
    expect(servers).toHaveValue(String(clusterOf(player).servers));
    expect(servers).toBeValid();
    expect(scriptArea()?.value).not.toContain('nonsense');
  });

  test('stays while other fields and commands change the run', async () => {
    const { player } = await openForm();
    await type('Servers', 'abc');
    await type('Loss (%)', '2,');
    act(() => player.getState().dispatch({ kind: 'crash', node: 'server-1' }));
    act(() => player.getState().dispatch({ kind: 'undo' }));
    expect(screen.getAllByLabelText('Servers')[0]).toHaveValue('abc');
    expect(screen.getByLabelText('Loss (%)')).toHaveValue('2,');
  });
});

describe('a text that isn’t used yet', () => {
  const scriptArea = () =>
    screen.getAllByRole<HTMLTextAreaElement>('textbox', {
      name: 'Script as text',
      hidden: true,
    })[0] as HTMLElement;
  const fileArea = () => screen.getByRole('textbox', { name: 'Scenario as a file (JSON)', hidden: true });
  const openFile = () => {
    const group = screen.getByText('Scenario as a file (JSON)', { selector: 'summary' }).parentElement;
    if (group === null) throw new Error('There is no group.');
    fireEvent(group, new Event('toggle'));
  };
  const writeTo = (area: HTMLElement, value: string) => fireEvent.change(area, { target: { value } });
  const sceneOf = (player: Mounted['player']) =>
    act(() => player.getState().dispatch({ kind: 'open-lesson', lesson: sandbox, lessonPosition: 0 }));

  test('stays when the form is gone and comes back, as after a page of the guide', async () => {
    const { unmount } = await openForm();
    openFile();
    writeTo(scriptArea(), 'shop card DRAFT');
    writeTo(fileArea(), '{ "DRAFT": 1 }');
    unmount();
    await openForm();
    expect(scriptArea()).toHaveValue('shop card DRAFT');
    expect(scriptArea()).toBeVisible();
    expect(fileArea()).toHaveValue('{ "DRAFT": 1 }');
    expect(fileArea()).toBeVisible();
    expect(screen.getAllByText(/This text isn’t used yet/)).toHaveLength(2);
  });

  test('is offered for another run, with its beginning, and not shown in place of that run’s own', async () => {
    const { player } = await openForm();
    writeTo(scriptArea(), 'shop card DRAFT');
    sceneOf(player);
    expect(scriptArea()).not.toHaveValue('shop card DRAFT');
    expect(screen.getByText(/typed for another run.*“shop card DRAFT”/)).toBeInTheDocument();
    fireEvent.click(screen.getByText('Go on with it here'));
    expect(scriptArea()).toHaveValue('shop card DRAFT');
    expect(screen.queryByText(/typed for another run/)).toBeNull();
    fireEvent.click(screen.getByText('Discard it'));
    expect(scriptArea()).not.toHaveValue('shop card DRAFT');
    expect(scriptArea()).toHaveFocus();
    expect(screen.queryByText(/isn’t used yet/)).toBeNull();
  });

  test('of one client isn’t that of another with the same script', async () => {
    await openForm();
    fireEvent.click(screen.getByRole('button', { name: 'Add a client' }));
    writeTo(scriptArea(), 'shop card DRAFT');
    const areas = screen.getAllByRole('textbox', { name: 'Script as text', hidden: true });
    expect(areas).toHaveLength(2);
    expect(areas[1]).not.toHaveValue('shop card DRAFT');
    expect(screen.queryByText(/typed for another run/)).toBeNull();
  });

  test('is gone once it’s used, and keeps what wasn’t understood', async () => {
    const { player } = await openForm();
    const use = () => fireEvent.click(screen.getAllByText('Use this text')[0] as HTMLElement);
    writeTo(scriptArea(), 'me\nfly away');
    use();
    expect(clusterOf(player).clients[0]?.script).toEqual([{ kind: 'me' }]);
    expect(scriptArea()).toHaveValue('me\nfly away');
    writeTo(scriptArea(), 'me\nvisit');
    use();
    expect(clusterOf(player).clients[0]?.script).toHaveLength(2);
    expect(screen.queryByText(/isn’t used yet/)).toBeNull();
    expect(draftsOf('script 1').getAll()).toEqual([]);
  });

  test('of a file stays while commands change the run', async () => {
    const { player } = await openForm();
    openFile();
    writeTo(fileArea(), '{ "DRAFT": 1 }');
    act(() => player.getState().dispatch({ kind: 'crash', node: 'server-1' }));
    expect(fileArea()).toHaveValue('{ "DRAFT": 1 }');
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

test('a time can have a unit and last up to 30 days, and the field shows it so', async () => {
  const { player } = await openForm();
  const field = await type('Idle timeout of a session (s)', '14 days');
  expect(clusterOf(player).sessions.idleUs).toBe(14 * 86_400_000_000);
  await userEvent.tab();
  expect(field).toHaveValue('14 days');
  await type('Idle timeout of a session (s)', '31 days');
  expect(field).toHaveAccessibleDescription(
    'A time from 1 µs to 30 days, such as 250 ms, 90 s, 2 h or 14 days.',
  );
  expect(clusterOf(player).sessions.idleUs).toBe(31_000_000);
});

test('the load balancer behaves like real software, or as its switches say', async () => {
  const { player } = await openForm();
  await userEvent.click(screen.getByText('Load balancer', { selector: 'summary' }));
  await userEvent.selectOptions(screen.getByLabelText('Behaves like'), 'nginx defaults');
  expect(clusterOf(player).balancer).toEqual(balancerProfiles.nginx);
  const group = screen.getByText('Each switch', { selector: 'summary' });
  expect(group).toHaveTextContent('Each switch · 6 changed');
  await userEvent.click(group);
  await userEvent.selectOptions(screen.getByLabelText('Status when no server is left'), '503');
  expect(clusterOf(player).balancer.noServerStatus).toBe(503);
  expect(screen.getByLabelText('Behaves like')).toHaveDisplayValue('Custom');
  expect(group).toHaveTextContent('Each switch · 5 changed');
});

test('each server can have a version and a clock of its own', async () => {
  const { player } = await openForm();
  await userEvent.click(screen.getByText('Capacity, service time, versions, clocks'));
  await type('Code version of each server, in order', '1, 2');
  await type('Clock offset of each server, in order (s)', '0, −30, 2 min');
  expect(clusterOf(player)).toMatchObject({
    versions: [1, 2],
    clockOffsetsUs: [0, -30_000_000, 120_000_000],
  });
  const offsets = await type('Clock offset of each server, in order (s)', '1,1, 2');
  expect(clusterOf(player).clockOffsetsUs).toEqual([1_000_000, 1_000_000, 2_000_000]);
  await type('Clock offset of each server, in order (s)', '1,000, -2,000, 0');
  expect(clusterOf(player).clockOffsetsUs).toEqual([1_000_000_000, -2_000_000_000, 0]);
  fireEvent.change(offsets, { target: { value: '1,000,000' } });
  expect(offsets).toHaveAccessibleDescription(/^A list such as/);
  expect(clusterOf(player).clockOffsetsUs).toEqual([1_000_000_000, -2_000_000_000, 0]);
  const field = await type('Code version of each server, in order', '1, two');
  expect(field).toHaveAccessibleDescription(/one number for each server/);
});

describe('a group', () => {
  test('that receives something is removed with the lines that give it, after saying so', async () => {
    const { player } = await openForm();
    await userEvent.click(screen.getByRole('button', { name: 'Add a client' }));
    await userEvent.selectOptions(
      screen.getAllByLabelText('Line 3', { selector: 'select' })[0] ?? document.body,
      'Give cookies, token or password to',
    );
    expect(clusterOf(player).clients[0]?.script[2]).toEqual({ kind: 'hand-over', to: 'client-2' });
    await userEvent.click(screen.getByRole('button', { name: 'Remove group 2' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'These lines give something to a client of this group: first client, line 3.',
    );
    expect(clusterOf(player).clients).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Remove group 2 and these lines' }));
    expect(clusterOf(player).clients).toHaveLength(1);
    expect(clusterOf(player).clients[0]?.script).toHaveLength(2);
  });

  test('has one limit for its size, which counts the other groups', async () => {
    await openForm();
    expect(await type('How many', '0')).toHaveAccessibleDescription('A whole number from 1 to 40.');
    expect(await type('How many', '50')).toHaveAccessibleDescription('A whole number from 1 to 40.');
    await userEvent.click(screen.getByRole('button', { name: 'Add a client' }));
    expect(await type('How many', '40')).toHaveAccessibleDescription('A whole number from 1 to 39.');
  });
});

test('a choice that gives the same run as another one says so', async () => {
  await openForm();
  await userEvent.selectOptions(screen.getByLabelText('Strategy'), 'Sticky sessions');
  await userEvent.selectOptions(screen.getByLabelText('Load balancing'), 'By cookie');
  expect(screen.getByText('Same run as “Server memory” with “By cookie”.')).toBeInTheDocument();
});

test('the scenario can be edited as JSON, and wrong fields are named', async () => {
  const { player } = await openForm();
  await userEvent.click(screen.getByText('Scenario as a file (JSON)', { selector: 'summary' }));
  const area = screen.getByLabelText('Scenario as a file (JSON)');
  const use = () => userEvent.click(within(area.parentElement ?? document.body).getByText('Use this text'));
  const put = (scenario: object) =>
    fireEvent.change(area, { target: { value: JSON.stringify({ statescope: 2, scenario }) } });
  const scenario = { kind: 'cluster', strategy: 'sticky', clients: [{ script: [{ kind: 'me' }] }] };
  put({ ...scenario, servers: 12 });
  await use();
  expect(screen.getByRole('alert')).toHaveTextContent('servers: A whole number from 1 to 9.');
  put({ ...scenario, servers: 4 });
  await use();
  expect(clusterOf(player)).toMatchObject({ strategy: 'sticky', servers: 4 });
  expect(screen.queryByRole('alert')).toBeNull();
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

test('a kind of line that the run has no client for is not on offer', async () => {
  await openForm();
  const kinds = () => within(screen.getAllByLabelText('Line 1', { selector: 'select' })[0] ?? document.body);
  expect(kinds().queryByRole('option', { name: 'Give cookies, token or password to' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Add a client' }));
  expect(kinds().getByRole('option', { name: 'Give cookies, token or password to' })).toBeInTheDocument();
});

describe('in the list of saved runs, the focus', () => {
  const button = (name: string) => screen.getByRole('button', { name });

  async function openWith(...names: readonly string[]) {
    await openForm();
    for (const name of names) {
      await type('Name', name);
      await userEvent.click(button('Save'));
    }
  }

  test('returns to the button for renaming, also under a new name', async () => {
    await openWith('Mine');
    await userEvent.click(button('Rename Mine'));
    await userEvent.click(button('Cancel'));
    expect(button('Rename Mine')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await type('New name', 'The "other" \\ one');
    await userEvent.keyboard('{Enter}');
    expect(button('Rename The "other" \\ one')).toHaveFocus();
  });

  test('goes to what was brought back', async () => {
    await openWith('Mine');
    await userEvent.click(button('Delete Mine'));
    await userEvent.keyboard('{Enter}');
    expect(button('Rename Mine')).toHaveFocus();
  });

  test('goes to the button that brings back the one deleted last', async () => {
    await openWith('Mine', 'Other');
    await userEvent.click(button('Delete Mine'));
    await userEvent.click(button('Delete Other'));
    expect(button('Bring back “Other”')).toHaveFocus();
  });

  test('goes to the button that brings back what was replaced', async () => {
    await openWith('Mine');
    await type('Servers', '7');
    await userEvent.click(button('Save'));
    await userEvent.click(button('Replace “Mine”'));
    expect(button('Bring back “Mine”')).toHaveFocus();
  });
});

test('removing the last line of a script focuses the button that adds one', async () => {
  await openForm();
  const lines = () => screen.getAllByRole('button', { name: /^Remove line/ });
  while (screen.queryAllByRole('button', { name: /^Remove line/ }).length > 1)
    await userEvent.click(lines()[0] ?? expect.fail());
  await userEvent.click(lines()[0] ?? expect.fail());
  expect(document.body).not.toHaveFocus();
});

test('adding and removing groups of clients keeps the focus', async () => {
  await openForm();
  const add = () => screen.queryByRole('button', { name: 'Add a client' });
  for (let button = add(); button !== null; button = add()) await userEvent.click(button);
  expect(screen.getByRole('button', { name: 'Remove group 4' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(add()).toHaveFocus();
});

test('a run that another tab saves appears in the list', async () => {
  await openForm();
  await type('Name', 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  localStorage.setItem('statescope.sandbox.Theirs', localStorage.getItem('statescope.sandbox.Mine') ?? '');
  act(() => window.dispatchEvent(new StorageEvent('storage', { key: 'statescope.sandbox.Theirs' })));
  expect(screen.getByRole('button', { name: 'Open Theirs' })).toBeInTheDocument();
});
