// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { act } from '../../../../tests/support/opened-player.ts';
import { cardWords } from '../../../locales/en/cards.ts';
import { GuideProvider } from '../../guide-context.ts';
import { CardPanel } from '../cards/card-panel.tsx';

function mountPanel() {
  const go = vi.fn();
  const mounted = mount(
    <GuideProvider value={{ place: null, go, close: () => {}, openLesson: () => {}, openRun: () => {} }}>
      <CardPanel />
    </GuideProvider>,
  );
  return { ...mounted, go, panel: screen.getByRole('region', { name: 'Card' }) };
}

test('shows the present step’s card in one line, and changes with the step', async () => {
  const { player, panel } = mountPanel();
  await waitFor(() =>
    expect(panel.querySelector('summary')).toHaveTextContent(
      cardWords.cards['cookie-or-server-memory'].heading,
    ),
  );
  act(player, { kind: 'crash', node: 'server-1' });
  await waitFor(() =>
    expect(panel.querySelector('summary')).toHaveTextContent(
      cardWords.cards['crash-loses-only-copies'].heading,
    ),
  );
  act(player, 'next-step');
  await waitFor(() => expect(panel.querySelector('summary')).toHaveTextContent('No card for this step.'));
});

test('when opened, shows the full card with its sources and a link to all cards', async () => {
  const { player, panel, go } = mountPanel();
  act(player, { kind: 'crash', node: 'server-1' });
  const { heading, text } = cardWords.cards['crash-loses-only-copies'];
  await userEvent.click(await within(panel).findByText('Card', { selector: 'b' }));
  await waitFor(() => expect(within(panel).getAllByRole('heading')[0]).toHaveTextContent(heading));
  expect(within(panel).getByText(text)).toBeVisible();
  expect(within(panel).getAllByRole('list', { name: cardWords.sources })[0]).toBeVisible();
  await userEvent.click(within(panel).getByRole('link', { name: 'All cards' }));
  expect(go).toHaveBeenCalledWith({ page: 'cards', entry: 'crash-loses-only-copies' });
});
