// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { drawingSaying } from '../../../../tests/support/imported-diagrams.ts';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { toPlantUml } from '../../../sequence/plantuml/to-plantuml.ts';
import { toD2 } from '../../../sequence/to-d2.ts';
import { download } from '../../../ui/download.ts';
import { ExportButton } from '../export-button.tsx';

vi.mock('../../../ui/download.ts', () => ({ download: vi.fn() }));

async function openExport() {
  const user = userEvent.setup();
  const { player } = mount(<ExportButton />);
  await user.click(screen.getByRole('button', { name: 'Export' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Export' }));
  const words = await languages.en.viewText.loadSlidesText();
  return { user, player, dialog, words };
}

test.each([
  ['PlantUML', 'PlantUML text', 'statescope.puml', toPlantUml],
  ['D2', 'D2 text', 'statescope.d2', toD2],
] as const)('%s text is shown, copied and saved', async (part, name, file, write) => {
  const { user, player, dialog, words } = await openExport();
  await user.click(dialog.getByText(part));
  const area = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name });
  const section = within(area.closest('details') as HTMLElement);
  const { diagram } = player.getState().recording;
  expect(area.value).toBe(write(diagram, { title: 'Another server answers' }));
  await user.click(section.getByRole('button', { name: 'Copy text' }));
  expect(await navigator.clipboard.readText()).toBe(area.value);
  await user.click(section.getByRole('radio', { name: 'Up to step 3' }));
  expect(area.value).toBe(write(diagram, { title: 'Another server answers', upTo: 2 }));
  await user.click(section.getByRole('button', { name: words.saveText }));
  expect(vi.mocked(download).mock.lastCall?.[1]).toBe(file);
  expect(section.getByRole('status')).toHaveTextContent('Saved to your downloads.');
});

test('asks before it makes thousands of slides, and offers fewer', async () => {
  const { user, player, dialog } = await openExport();
  await user.click(dialog.getByText('PowerPoint'));
  expect(await dialog.findByRole('radio', { name: /^Each scene of the lesson \(6 slides\)$/ })).toBeVisible();
  const imported = drawingSaying(...Array.from({ length: 2_000 }, (_, index) => String(index)));
  act(() => player.getState().dispatch({ kind: 'open-imported', imported }));
  expect(await dialog.findByRole('radio', { name: 'Each step (2,000 slides)' })).toBeChecked();
  await user.click(dialog.getByRole('button', { name: 'Make slides' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('That makes 2,000 slides, and takes a while.');
  expect(dialog.getByRole('button', { name: 'Make 2,000 slides' })).toBeVisible();
  expect(download).not.toHaveBeenCalledWith(expect.anything(), 'statescope.pptx');
  await waitFor(() => expect(dialog.queryByRole('radio', { name: /scene/ })).toBeNull());
});
