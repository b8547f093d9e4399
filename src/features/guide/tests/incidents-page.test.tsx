// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { incidents } from '../../../incidents/incidents.ts';
import { type Guide, GuideProvider } from '../../guide-context.ts';
import { IncidentsPage } from '../incidents-page.tsx';

function open(language: 'en' | 'ko' = 'en') {
  const openLesson = vi.fn();
  const guide: Guide = {
    place: { page: 'incidents', entry: null },
    go: () => {},
    close: () => {},
    openLesson,
    openRun: () => {},
  };
  mount(
    <GuideProvider value={guide}>
      <IncidentsPage />
    </GuideProvider>,
    language,
  );
  return openLesson;
}

test('lists every incident by its kind, each a link that opens it', async () => {
  const openLesson = open();
  for (const { id } of incidents) {
    const link = await screen.findByRole('link', { name: languages.en.viewText.lessonTitle(id) });
    expect(link).toHaveAttribute('href', `?incident=${id}`);
  }
  await userEvent.click(screen.getByRole('link', { name: 'An MCP session in one pod' }));
  expect(openLesson).toHaveBeenCalledWith('mcp-session', 'opening');
});

test('finds incidents by their words, products and reports', async () => {
  open();
  const search = await screen.findByRole('searchbox');
  await userEvent.type(search, 'fastmcp');
  expect(await screen.findByText('1 incident')).toBeVisible();
  expect(screen.getAllByRole('link')).toHaveLength(1);
  await userEvent.clear(search);
  await userEvent.type(search, 'zebra');
  expect(await screen.findByText(/No incident contains “zebra”/)).toBeVisible();
});

test('finds them in Korean by initial consonants', async () => {
  open('ko');
  await userEvent.type(await screen.findByRole('searchbox'), 'ㅍㄹㅅ');
  expect(
    await screen.findByRole('link', { name: languages.ko.viewText.lessonTitle('ip-hash-behind-proxy') }),
  ).toBeVisible();
});
