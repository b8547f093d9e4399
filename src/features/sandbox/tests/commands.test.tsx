// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { type Mounted, mount } from '../../../../tests/support/mount.tsx';
import { runOfPlayer } from '../../../../tests/support/opened-player.ts';
import { crash, whenSent } from '../../../../tests/support/scenario.ts';
import clerk from '../../../lessons/clerk/lesson.ts';
import sandbox from '../../../lessons/sandbox/lesson.ts';
import type { Command } from '../../../simulation/cluster.ts';
import { SandboxForm } from '../sandbox-form.tsx';

async function openList(commands: readonly Command[] = []): Promise<Mounted> {
  const mounted = mount(<SandboxForm />, 'en', { lesson: sandbox, scenario: clerk.scenario, commands });
  await userEvent.click(await screen.findByText('Commands'));
  return mounted;
}

function fieldsOf(command: number) {
  return within(screen.getByRole('listitem', { name: `Command ${command}` }));
}

async function type(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
}

describe('the list of commands', () => {
  test('adds a command at a time, which Undo takes back', async () => {
    const { player } = await openList();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a command' }));
    const fields = fieldsOf(1);
    await userEvent.selectOptions(await fields.findByLabelText('Where'), 'Server 1');
    await userEvent.selectOptions(fields.getByLabelText('What happens'), 'Crash Server 1');
    await type(fields.getByLabelText('Time since the start (s)'), '2.5');
    expect(runOfPlayer(player).commands).toEqual([
      { kind: 'crash', node: 'server-1', moment: { atUs: 2_500_000 } },
    ]);
    const given = runOfPlayer(player).steps.find(({ kind }) => kind === 'command');
    expect(runOfPlayer(player).events[given?.event ?? -1]?.atUs).toBe(2_500_000);
    act(() => player.getState().dispatch({ kind: 'undo' }));
    expect(runOfPlayer(player).commands).not.toContainEqual(
      expect.objectContaining({ moment: { atUs: 2_500_000 } }),
    );
  });

  test('is empty, and says so', async () => {
    await openList();
    expect(screen.getByText(/^No commands yet\./)).toBeVisible();
  });

  test('a time that is no time is refused, and stays as typed', async () => {
    const { player } = await openList([{ kind: 'crash', node: 'server-1', moment: { atUs: 1_000_000 } }]);
    const before = runOfPlayer(player);
    const field = fieldsOf(1).getByLabelText('Time since the start (s)');
    await type(field, 'soon');
    expect(field).toHaveValue('soon');
    expect(field).toHaveAccessibleDescription(/^A time from 0 s to /);
    expect(runOfPlayer(player)).toBe(before);
    await type(field, '2 s');
    expect(field).toBeValid();
    expect(runOfPlayer(player).commands[0]?.moment).toEqual({ atUs: 2_000_000 });
  });

  test('a time becomes a landmark of a request, and a landmark the time at which it takes effect', async () => {
    const { player } = await openList([crash('server-1', whenSent('client/2'))]);
    const atUs = () => {
      const { steps, events } = runOfPlayer(player);
      return events[steps.find(({ kind }) => kind === 'command')?.event ?? -1]?.atUs;
    };
    const before = atUs();
    const when = fieldsOf(1).getByLabelText('When');
    await userEvent.selectOptions(when, 'At a time');
    expect(runOfPlayer(player).commands[0]?.moment).toEqual({ atUs: before });
    await userEvent.selectOptions(when, 'When a request is sent');
    expect(runOfPlayer(player).commands[0]?.moment).toEqual(whenSent('client/2'));
    await userEvent.selectOptions(when, 'When a request is answered');
    await userEvent.selectOptions(fieldsOf(1).getByLabelText('Request'), 'Client: request 1');
    await type(fieldsOf(1).getByLabelText('How long after that (s)'), '0.5');
    expect(runOfPlayer(player).commands[0]?.moment).toEqual({
      request: 'client/1',
      at: 'answered',
      offsetUs: 500_000,
    });
  });

  test('says that a moment never comes', async () => {
    // Line 2 sends no further request.
    await openList([crash('server-1', whenSent('client/2+1'))]);
    expect(fieldsOf(1).getByText('That moment doesn’t come in this run, so nothing happens.')).toBeVisible();
  });

  test('removes a command, and the focus goes on', async () => {
    const { player } = await openList([
      { kind: 'crash', node: 'server-1', moment: { atUs: 1_000_000 } },
      { kind: 'restart', node: 'server-1', moment: { atUs: 2_000_000 } },
    ]);
    await userEvent.click(fieldsOf(1).getByRole('button', { name: 'Remove command 1' }));
    expect(runOfPlayer(player).commands).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Remove command 1' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(runOfPlayer(player).commands).toEqual([]);
    expect(screen.getByRole('button', { name: 'Add a command' })).toHaveFocus();
  });

  test('what was typed for a command stays with it, and is refused once', async () => {
    const { player } = await openList([
      { kind: 'crash', node: 'server-1', moment: { atUs: 1_000_000 } },
      { kind: 'restart', node: 'server-1', moment: { atUs: 2_000_000 } },
    ]);
    const fieldOf = (command: number) => fieldsOf(command).getByLabelText('Time since the start (s)');
    await type(fieldOf(1), 'soon');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(fieldOf(2)).toHaveValue('2');
    await type(fieldOf(1), '1');
    expect(screen.queryByRole('alert')).toBeNull();
    await type(fieldOf(1), 'soon');
    await userEvent.click(fieldsOf(1).getByRole('button', { name: 'Remove command 1' }));
    expect(fieldOf(1)).toHaveValue('2');
    expect(fieldOf(1)).toBeValid();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(runOfPlayer(player).commands).toHaveLength(1);
  });
});
