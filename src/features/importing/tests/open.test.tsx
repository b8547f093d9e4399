// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { login } from '../../../../tests/support/imported-diagrams.ts';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import type { ShippedLanguageId } from '../../../url/languages.ts';
import { keepDialogDraft } from '../dialog-draft.ts';
import { OpenButton } from '../open-button.tsx';

beforeEach(() => keepDialogDraft(''));

const onLink = vi.fn();

async function openDialog(language: ShippedLanguageId = 'en') {
  const user = userEvent.setup();
  const words = languages[language].viewText.opening;
  const { player } = mount(<OpenButton onLink={onLink} />, language);
  await user.click(screen.getByRole('button', { name: words.open }));
  const dialog = within(await screen.findByRole('dialog', { name: words.open }));
  const write = (text: string) => fireEvent.change(dialog.getByRole('textbox'), { target: { value: text } });
  const show = () => user.click(dialog.getByRole('button', { name: words.show }));
  return { user, words, player, dialog, write, show };
}

describe('Open', () => {
  test('shows a pasted diagram on the stage, and closes', async () => {
    const { player, write, show } = await openDialog();
    write(login);
    await show();
    await waitFor(() => expect(player.getState().recording.imported?.title).toBe('Login'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('takes a long pasted text at once, in place of what is selected, and shows it', async () => {
    const { player, dialog, write, show } = await openDialog();
    write('sequenceDiagram\nREPLACED\n');
    const area = dialog.getByRole<HTMLTextAreaElement>('textbox');
    area.setSelectionRange('sequenceDiagram\n'.length, area.value.length);
    const lines = Array.from({ length: 1_500 }, (_, index) => `a->>b: message ${index}`).join('\n');
    const isLeftToBrowser = fireEvent.paste(area, { clipboardData: { getData: () => lines } });
    expect(isLeftToBrowser).toBe(false);
    expect(area.value).toBe(`sequenceDiagram\n${lines}`);
    await show();
    await waitFor(() => expect(player.getState().recording.imported?.lines).toHaveLength(1_500));
  });

  test('leaves a short paste to the browser, which can undo it', async () => {
    const { dialog } = await openDialog();
    const clipboardData = { getData: () => login };
    expect(fireEvent.paste(dialog.getByRole('textbox'), { clipboardData })).toBe(true);
  });

  test('shows Mermaid’s message, selects the line, and leaves the run unchanged', async () => {
    const { player, dialog, write, show } = await openDialog('ko');
    const before = player.getState().recording;
    write('sequenceDiagram\na->>b: fine\nnonsense\n');
    await show();
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('Mermaid가 3번째 줄을 읽지 못해요.');
    expect(alert).toHaveTextContent('Parse error on line 3:');
    const area = dialog.getByRole<HTMLTextAreaElement>('textbox');
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('nonsense');
    expect(player.getState().recording).toBe(before);
  });

  test('reports at once that another text is not a sequence diagram', async () => {
    const { dialog, write, show } = await openDialog();
    write('flowchart LR\na-->b');
    await show();
    expect(await dialog.findByRole('alert')).toHaveTextContent('This begins with “flowchart”.');
  });

  test('names the line of a frame that is nested too deep, and selects it', async () => {
    const { dialog, write, show } = await openDialog('ko');
    write(['sequenceDiagram', ...Array(51).fill('loop x'), 'a->>b: x', ...Array(51).fill('end')].join('\n'));
    await show();
    expect(await dialog.findByRole('alert')).toHaveTextContent('52번째 줄의 프레임이 너무 깊이 겹쳐서');
    const area = dialog.getByRole<HTMLTextAreaElement>('textbox');
    expect(area.selectionStart).toBe('sequenceDiagram\n'.length + 50 * 'loop x\n'.length);
  });

  test('says so when showing a diagram fails, and keeps its text', async () => {
    const reported = vi.fn();
    const { reportError } = globalThis;
    globalThis.reportError = reported;
    const { player, dialog, write, show } = await openDialog();
    const error = new Error('The stage fails.');
    act(() =>
      player.setState({
        dispatch: () => {
          throw error;
        },
      }),
    );
    write(login);
    await show();
    expect(await dialog.findByRole('alert')).toHaveTextContent('Statescope failed to show this diagram.');
    expect(dialog.getByRole('textbox')).toHaveValue(login);
    expect(reported).toHaveBeenCalledWith(error);
    globalThis.reportError = reportError;
  });

  test('leaves a line out of its field that is too long for it, and says which', async () => {
    const { user, dialog } = await openDialog();
    const text = `sequenceDiagram\na->>b: ${'x'.repeat(120_000)}`;
    await user.upload(dialog.getByLabelText('Choose a file'), new File([text], 'long.mmd'));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Line 2 has 120,007 characters.');
    expect(dialog.getByRole('textbox')).toHaveValue('');
  });

  test('lets the reader choose one of several diagrams in a Markdown text', async () => {
    const { user, player, dialog, write, show } = await openDialog();
    write(
      '## One\n```mermaid\nsequenceDiagram\na->>b: 1\n```\n## Two\n```mermaid\nsequenceDiagram\na->>b: 2\n```\n',
    );
    await user.click(dialog.getByRole('radio', { name: 'Two (line 8)' }));
    await show();
    await waitFor(() => expect(player.getState().recording.imported?.lines).toMatchObject([{ text: '2' }]));
  });

  test('reads a file, but not one that is too large', async () => {
    const { user, player, dialog } = await openDialog();
    const input = dialog.getByLabelText<HTMLInputElement>('Choose a file');
    await user.upload(input, new File(['x'.repeat(10_000_000)], 'big.mmd', { type: 'text/plain' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Up to 1,000,000 can be opened.');
    await user.upload(input, new File([login], 'login.mmd', { type: 'text/plain' }));
    await waitFor(() => expect(player.getState().recording.imported?.title).toBe('Login'));
  });
});

test('a slow file does not replace what is typed meanwhile', async () => {
  const { user, player, dialog, write } = await openDialog();
  const file = new File([login], 'login.mmd', { type: 'text/plain' });
  let arrive = () => {};
  const arrived = new Promise<string>((resolve) => {
    arrive = () => resolve(login);
  });
  const read = vi.spyOn(file, 'text').mockReturnValue(arrived);
  await user.upload(dialog.getByLabelText('Choose a file'), file);
  await waitFor(() => expect(read).toHaveBeenCalled());
  write('sequenceDiagram');
  const before = player.getState().recording;
  await act(async () => arrive());
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(dialog.getByRole('textbox')).toHaveValue('sequenceDiagram');
  expect(player.getState().recording).toBe(before);
});

test('keeps a typed text when the dialog is closed, until it was opened', async () => {
  const { user, words, player, write } = await openDialog();
  write(login);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: words.open }));
  const again = within(await screen.findByRole('dialog'));
  expect(again.getByRole('textbox')).toHaveValue(login);
  await user.click(again.getByRole('button', { name: words.show }));
  await waitFor(() => expect(player.getState().recording.imported?.title).toBe('Login'));
  await user.click(screen.getByRole('button', { name: words.open }));
  expect(within(await screen.findByRole('dialog')).getByRole('textbox')).toHaveValue('');
});

test('shows a dropped text at once', async () => {
  const { player } = mount(<OpenButton onLink={onLink} />);
  const drop = (type: string, files: readonly File[]) =>
    act(() => {
      const event = new Event(type, { bubbles: true, cancelable: true });
      fireEvent(document.body, Object.assign(event, { dataTransfer: { types: ['Files'], files } }));
    });
  drop('dragover', []);
  expect(screen.getByText('Drop it to open it')).toBeVisible();
  drop('drop', [new File([login], 'login.md')]);
  await waitFor(() => expect(player.getState().recording.imported?.title).toBe('Login'));
  expect(screen.queryByText('Drop it to open it')).toBeNull();
});
