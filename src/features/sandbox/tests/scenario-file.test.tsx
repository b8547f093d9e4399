// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { discardDrafts } from '../../../../tests/support/no-drafts.ts';
import sandbox from '../../../lessons/sandbox/lesson.ts';
import { download } from '../../../ui/download.ts';
import { SandboxForm } from '../sandbox-form.tsx';

vi.mock('../../../ui/download.ts', () => ({ download: vi.fn() }));

const saved = vi.mocked(download);

beforeEach(discardDrafts);

afterEach(() => {
  saved.mockClear();
  vi.unstubAllEnvs();
});

async function openFile(): Promise<HTMLTextAreaElement> {
  mount(<SandboxForm />, 'en', { lesson: sandbox });
  await userEvent.click(await screen.findByText('Scenario as a file (JSON)', { selector: 'summary' }));
  return screen.getByLabelText<HTMLTextAreaElement>('Scenario as a file (JSON)');
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save as a file' }));

const savedText = () => saved.mock.calls[0]?.[0].text();

test('the scenario is saved as it’s shown', async () => {
  const area = await openFile();
  await save();
  expect(await savedText()).toBe(area.value);
});

test('what was edited is saved, before it’s used', async () => {
  const area = await openFile();
  const edited = area.value.replace('"cluster"', '"cluster", "servers": 4');
  fireEvent.change(area, { target: { value: edited } });
  await save();
  expect(await savedText()).toBe(edited);
  expect(area).toHaveValue(edited);
});

test('what can’t be read isn’t saved, and the fault is shown', async () => {
  const area = await openFile();
  fireEvent.change(area, { target: { value: '{ "statescope": 2 }' } });
  await save();
  expect(saved).not.toHaveBeenCalled();
  expect(screen.getByRole('alert')).toHaveTextContent('The member “scenario” is missing.');
});

test('the file names its schema, and the page leads there', async () => {
  const area = await openFile();
  const { href } = screen.getByRole<HTMLAnchorElement>('link', { name: 'JSON schema' });
  expect(new URL(href).pathname).toBe('/scenario.schema.json');
  expect(JSON.parse(area.value).$schema).toBe(href);
});

test('the one-file page has no schema beside it, and names none', async () => {
  vi.stubEnv('MODE', 'one-file');
  const area = await openFile();
  expect(screen.queryByRole('link', { name: 'JSON schema' })).toBeNull();
  expect(JSON.parse(area.value)).not.toHaveProperty('$schema');
});
