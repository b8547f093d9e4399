// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { harOf, otlpOf } from '../../../../tests/support/captures.ts';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import type { ShippedLanguageId } from '../../../url/languages.ts';
import { keepDialogDraft } from '../dialog-draft.ts';
import { OpenButton } from '../open-button.tsx';
import { OpenPlantUml } from '../open-plantuml.tsx';

beforeEach(() => keepDialogDraft(''));

async function openDialog(language: ShippedLanguageId = 'en') {
  const user = userEvent.setup();
  const { viewText } = languages[language];
  const words = await viewText.loadRecordedText();
  const { player } = mount(<OpenButton onLink={() => {}} />, language);
  await user.click(screen.getByRole('button', { name: viewText.opening.open }));
  const dialog = within(await screen.findByRole('dialog', { name: viewText.opening.open }));
  const upload = (text: string, name: string) =>
    user.upload(dialog.getByLabelText<HTMLInputElement>(viewText.opening.chooseFile), new File([text], name));
  const paste = async (text: string) => {
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: text } });
    await user.click(dialog.getByRole('button', { name: viewText.opening.show }));
  };
  return { user, words, player, dialog, upload, paste };
}

const SHOP = 'https://shop.test';
const har = harOf(
  { url: `${SHOP}/`, type: 'document', set: ['sid=secret; Path=/'] },
  { url: `${SHOP}/logo.png`, type: 'image', cookie: 'sid=secret' },
  { url: 'https://api.test/me' },
);

test('opens a HAR file: the reader chooses kinds and hosts, and whether values are shown', async () => {
  const { user, player, dialog, upload } = await openDialog();
  await upload(har, 'shop.har');
  expect(await dialog.findByText(/sends nothing/)).toBeVisible();
  expect(await dialog.findByRole('status')).toHaveTextContent('2 of 3 requests');
  await user.click(dialog.getByRole('checkbox', { name: 'Images (1)' }));
  expect(dialog.getByRole('status')).toHaveTextContent('3 of 3 requests');
  await user.click(dialog.getByRole('checkbox', { name: 'api.test (1)' }));
  expect(dialog.getByRole('status')).toHaveTextContent('2 of 3 requests');
  await user.click(dialog.getByRole('switch', { name: 'Show values of cookies, tokens and parameters' }));
  await user.click(dialog.getByRole('button', { name: 'Show diagram' }));
  const texts = () =>
    player.getState().recording.imported?.lines.map((line) => ('text' in line ? line.text : ''));
  await waitFor(() => expect(texts()).toBeDefined());
  expect(texts()).toEqual(['GET /', '200 OK\nsets sid=secret', 'GET /logo.png\nsends sid=secret', '200 OK']);
});

test('opens a pasted trace, in Korean', async () => {
  const { user, words, player, dialog, paste } = await openDialog('ko');
  await paste(otlpOf({ service: 'web', id: '1', kind: 2, from: 0, to: 5, name: 'GET /' }));
  await user.click(await dialog.findByRole('button', { name: words.show }));
  await waitFor(() =>
    expect(player.getState().recording.imported?.participants.map(({ name }) => name)).toEqual([
      '호출자',
      'web',
    ]),
  );
});

test('says what is wrong with a recording, and goes back to what was typed', async () => {
  const { user, player, dialog, paste } = await openDialog();
  const before = player.getState().recording;
  const broken = har.slice(0, 300);
  await paste(broken);
  expect(await dialog.findByRole('alert')).toHaveTextContent('The file ends in the middle.');
  await user.click(dialog.getByRole('button', { name: 'Open something else' }));
  expect(dialog.getByRole('textbox')).toHaveValue(broken);
  expect(player.getState().recording).toBe(before);
});

test('opens PlantUML at once', async () => {
  const { player, paste } = await openDialog();
  await paste('@startuml\ntitle Login\nBrowser -> Server : GET /\n@enduml');
  await waitFor(() => expect(player.getState().recording.imported?.title).toBe('Login'));
});

test('opens PlantUML once, however often the dialog renders meanwhile', () => {
  const onImported = vi.fn();
  const view = () => (
    <OpenPlantUml
      text={'@startuml\nBrowser -> Server : GET /\n@enduml'}
      onImported={(each) => onImported(each)}
      onBack={() => {}}
    />
  );
  let renderAgain = () => {};
  const Dialog = () => {
    const [, setCount] = useState(0);
    renderAgain = () => setCount((count) => count + 1);
    return view();
  };
  mount(<Dialog />);
  act(() => renderAgain());
  expect(onImported).toHaveBeenCalledOnce();
});

test('lists the lines of a PlantUML file that aren’t understood, then shows the rest', async () => {
  const { user, player, dialog, upload } = await openDialog();
  await upload('@startuml\nA -> B : hi\n!include other.puml\n@enduml', 'a.puml');
  const alert = await dialog.findByRole('alert');
  expect(alert).toHaveTextContent('One line isn’t understood:');
  expect(within(alert).getByRole('listitem')).toHaveTextContent('Line 3: !include other.puml');
  await user.click(dialog.getByRole('button', { name: 'Show the rest' }));
  await waitFor(() => expect(player.getState().recording.imported?.lines).toMatchObject([{ text: 'hi' }]));
});
