// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { toMermaid } from '../../../sequence/to-mermaid.ts';
import type { ShippedLanguageId } from '../../../url/languages.ts';
import { ExportButton } from '../export-button.tsx';

async function openExport(language: ShippedLanguageId = 'en') {
  const user = userEvent.setup();
  const words = languages[language].viewText.exporting;
  const { player } = mount(<ExportButton />, language);
  await user.click(screen.getByRole('button', { name: words.export }));
  const dialog = within(await screen.findByRole('dialog', { name: words.export }));
  const area = () => dialog.getByRole<HTMLTextAreaElement>('textbox', { name: words.mermaidText });
  const said = () => within(dialog.getByRole('region', { name: words.mermaid })).getByRole('status');
  return { user, words, player, dialog, area, said };
}

describe('the export of Mermaid text', () => {
  test('shows the whole run without captions at first', async () => {
    const { player, area } = await openExport();
    expect(area().value).toBe(toMermaid(player.getState().recording.diagram).text);
  });

  test('stops at the present step and includes captions on request', async () => {
    const { user, player, dialog, area } = await openExport();
    await user.click(dialog.getByRole('radio', { name: 'Up to step 3' }));
    await user.click(dialog.getByRole('checkbox', { name: 'With captions' }));
    const { diagram } = player.getState().recording;
    expect(area().value).toBe(toMermaid(diagram, { upTo: 2, captions: true }).text);
  });

  test('copies the text as it is, or as a Markdown block, and confirms it', async () => {
    const { user, dialog, area, said } = await openExport();
    await user.click(dialog.getByRole('button', { name: 'Copy text' }));
    expect(await navigator.clipboard.readText()).toBe(area().value);
    expect(said()).toHaveTextContent('Copied.');
    await user.click(dialog.getByRole('button', { name: 'Copy for Markdown' }));
    expect(await navigator.clipboard.readText()).toBe(`\`\`\`mermaid\n${area().value}\`\`\`\n`);
  });

  test('selects the text when the browser refuses to copy, and says what to do', async () => {
    const { user, dialog, area, said } = await openExport('ko');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No', 'NotAllowedError'));
    await user.click(dialog.getByRole('button', { name: '텍스트 복사' }));
    expect(said()).toHaveTextContent('브라우저가 복사를 막았어요.');
    expect(area().selectionEnd).toBe(area().value.length);
  });
});

test('exports the side that is chosen while comparing', async () => {
  const { user, player, dialog, area } = await openExport();
  expect(dialog.queryByRole('radiogroup', { name: 'Compare' })).toBeNull();
  act(() => player.getState().dispatch({ kind: 'compare-with', variant: 'signed-token' }));
  const sides = within(dialog.getByRole('radiogroup', { name: 'Compare' }));
  const { recording, comparison } = player.getState();
  expect(sides.getByRole('radio', { name: 'Server memory' })).toBeChecked();
  expect(area().value).toBe(toMermaid(recording.diagram).text);
  await user.click(sides.getByRole('radio', { name: 'Signed token' }));
  expect(area().value).not.toBe(toMermaid(recording.diagram).text);
  expect(area().value).toBe(comparison && toMermaid(comparison.recording.diagram).text);
});

test('closes the dialog, and opens it again', async () => {
  const { user, dialog } = await openExport();
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByRole('dialog', { name: 'Export' })).toBeVisible();
});
