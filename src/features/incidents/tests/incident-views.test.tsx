// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { act } from '../../../../tests/support/opened-player.ts';
import { incidentById, incidents } from '../../../incidents/incidents.ts';
import { type Guide, GuideProvider } from '../../guide-context.ts';
import { IncidentBar } from '../incident-bar.tsx';
import { IncidentPanel } from '../incident-panel.tsx';
import { IncidentCause, IncidentStory } from '../incident-story.tsx';

const incident = incidentById('mcp-session');
if (incident === undefined) throw new Error('The incident is missing.');
const text = await languages.en.viewText.loadIncidentText();
const words = text.words['mcp-session'];

function open(view: React.ReactNode, go: Guide['go'] = () => {}) {
  const guide: Guide = { place: null, go, close: () => {}, openLesson: () => {}, openRun: () => {} };
  const mounted = mount(<GuideProvider value={guide}>{view}</GuideProvider>);
  if (incident === undefined) throw new Error('The incident is missing.');
  act(mounted.player, { kind: 'open-lesson', lesson: incident, lessonPosition: 'opening' });
  return mounted.player;
}

test('the bar leads through the incidents, and switches the fix', async () => {
  const go = vi.fn();
  const player = open(<IncidentBar>{null}</IncidentBar>, go);
  const [first, second] = incidents;
  await userEvent.click(await screen.findByRole('radio', { name: 'After the fix' }));
  expect(player.getState().recording.run?.scenario).toEqual(incident?.fixed);
  await userEvent.click(screen.getByRole('radio', { name: 'Before the fix' }));
  expect(player.getState().recording.run?.scenario).toEqual(incident?.scenario);
  expect(player.getState().lesson).toBe(first);
  expect(screen.getByRole('button', { name: 'Previous incident' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Next incident' }));
  expect(player.getState().lesson).toBe(second);
  await userEvent.click(screen.getByRole('button', { name: /All incidents/ }));
  expect(go).toHaveBeenCalledWith({ page: 'incidents', entry: second?.id });
});

test('the story has the topology, the marked line, and links to the reports', async () => {
  const player = open(<IncidentStory hasCause={false} />);
  expect(await screen.findByRole('heading', { name: 'An MCP session in one pod' })).toBeVisible();
  expect(screen.getByText(words?.story ?? '')).toBeVisible();
  expect(screen.queryByText(words?.cause ?? '')).toBeNull();
  const topology = screen.getByRole('region', { name: 'Topology' });
  expect(within(topology).getAllByText(/^MCP pod [123]$/)).toHaveLength(3);
  expect(within(topology).getByText('Redis')).toHaveAttribute('data-absent', 'true');
  const configuration = screen.getByRole('region', { name: 'Configuration' });
  expect(within(configuration).getByTitle('This line decides.')).toHaveTextContent('new Map()');
  act(player, 'other-mode');
  expect(await within(configuration).findByText(/RedisSessions/)).toBeVisible();
  expect(within(topology).getByText('Redis')).toHaveAttribute('data-absent', 'false');
  for (const { name, url } of incident?.reports ?? []) {
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', url);
  }
});

test('the cause stands by itself where there is room', async () => {
  open(<IncidentCause />);
  expect(await screen.findByText(words?.cause ?? '')).toBeVisible();
});

test('the panel counts both sides, and underlines the shown one', async () => {
  const player = open(<IncidentPanel />);
  const table = await screen.findByRole('table', { name: 'What changes' });
  const row = (name: string) =>
    within(within(table).getByRole('row', { name: new RegExp(`^${name}`) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(row('Answered')).toEqual(['2', '4']);
  expect(row('Asked to log in again')).toEqual(['2', '0']);
  expect(within(table).getByRole('columnheader', { name: 'Before' })).toHaveAttribute('data-shown', 'true');
  act(player, 'other-mode');
  const after = await within(table).findByRole('columnheader', { name: 'After' });
  await vi.waitFor(() => expect(after).toHaveAttribute('data-shown', 'true'));
  expect(row('Answered')).toEqual(['2', '4']);
});

test('the panel compares both sides, and goes on in the sandbox', async () => {
  const player = open(<IncidentPanel />);
  await userEvent.click(await screen.findByRole('button', { name: /side by side/ }));
  expect(player.getState().comparison?.variant).toBe('fix');
  await userEvent.click(screen.getByRole('button', { name: /Break it further/ }));
  expect(player.getState()).toMatchObject({ lesson: { id: 'sandbox' }, comparison: null });
  expect(player.getState().recording.run?.scenario).toEqual(incident?.scenario);
});

test('shows nothing of another lesson', async () => {
  const mounted = mount(<IncidentStory hasCause />);
  await text;
  expect(mounted.container).toBeEmptyDOMElement();
});
