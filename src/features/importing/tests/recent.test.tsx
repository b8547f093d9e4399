// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { login } from '../../../../tests/support/imported-diagrams.ts';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { keepDiagram, keptDiagrams } from '../../../url/kept-diagrams.ts';
import { keepDialogDraft } from '../dialog-draft.ts';
import { OpenButton } from '../open-button.tsx';

const words = languages.en.viewText.opening;

beforeEach(() => {
  localStorage.clear();
  keepDialogDraft('');
});

async function openDialog() {
  const { player } = mount(<OpenButton onLink={() => {}} />);
  await userEvent.click(screen.getByRole('button', { name: words.open }));
  const dialog = within(await screen.findByRole('dialog', { name: words.open }));
  return { player, dialog };
}

/** Its text is gone from the storage, and the list still names it. */
function loseText(title: string): void {
  const { id } = keptDiagrams().find((each) => each.title === title) ?? expect.fail();
  localStorage.removeItem(`statescope.diagram.${id}`);
}

test('a recent diagram opens from its text in this browser', async () => {
  keepDiagram(login, 'Login', null);
  const { player, dialog } = await openDialog();
  await userEvent.click(dialog.getByRole('button', { name: 'Login' }));
  await waitFor(() => expect(player.getState().recording.imported?.title).toBe('Login'));
});

test('a recent diagram whose text is gone says so, and can be forgotten', async () => {
  keepDiagram(login, 'Login', null);
  loseText('Login');
  const { dialog } = await openDialog();
  await userEvent.click(dialog.getByRole('button', { name: 'Login' }));
  const alert = await dialog.findByRole('alert');
  expect(alert).toHaveTextContent('“Login” is no longer in this browser');
  await userEvent.click(within(alert).getByRole('button', { name: 'Remove “Login” from the list' }));
  expect(keptDiagrams()).toEqual([]);
  expect(dialog.queryByRole('alert')).toBeNull();
  expect(dialog.getByRole('textbox')).toHaveFocus();
});

test.each([
  ['2abc', /later version/],
  ['1nonsense', /incomplete or was changed/],
])('a recent diagram whose code can’t be read says so: %s', async (code, sentence) => {
  keepDiagram(login, 'Login', code);
  const { dialog } = await openDialog();
  await userEvent.click(dialog.getByRole('button', { name: 'Login' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent(sentence);
});

test('forgetting a recent diagram moves the focus to the next one, and then to the text', async () => {
  for (const title of ['One', 'Two', 'Three']) keepDiagram(`${login}%% ${title}`, title, null);
  const { dialog } = await openDialog();
  const forget = (title: string) => dialog.getByRole('button', { name: words.forget(title) });
  await userEvent.click(forget('Two'));
  expect(forget('One')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(forget('Three')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(dialog.getByRole('textbox')).toHaveFocus();
});
