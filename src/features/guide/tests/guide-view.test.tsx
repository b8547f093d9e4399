// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { type GuidePage, guidePages, isOfGuide } from '../../../url/guide-pages.ts';
import { type Guide, GuideProvider } from '../../guide-context.ts';
import { GuideView } from '../guide-view.tsx';

const wholePages = guidePages.filter((page) => !isOfGuide(page));

function show(page: GuidePage, hasHeader: boolean) {
  const place = { page, entry: null };
  const guide: Guide = { place, go: vi.fn(), close: vi.fn(), openLesson: vi.fn(), openRun: vi.fn() };
  mount(
    <GuideProvider value={guide}>
      <GuideView place={place} hasHeader={hasHeader}>
        A page
      </GuideView>
    </GuideProvider>,
  );
  return guide;
}

const backButton = () => screen.queryByRole('button', { name: 'Back to the run' });

describe.each(guidePages)('without a header, the page %s', (page) => {
  test('has a button that leads back to the run', async () => {
    const { close } = show(page, false);
    await userEvent.click(backButton() ?? expect.fail());
    expect(close).toHaveBeenCalledOnce();
  });

  test('is closed by Escape', async () => {
    const { close } = show(page, false);
    await userEvent.keyboard('{Escape}');
    expect(close).toHaveBeenCalledOnce();
  });
});

test.each(wholePages)('with a header, which leads back, the page %s has the whole window', async (page) => {
  const { close } = show(page, true);
  expect(backButton()).toBeNull();
  await userEvent.keyboard('{Escape}');
  expect(close).not.toHaveBeenCalled();
});

describe('while presenting', () => {
  afterEach(() => document.documentElement.removeAttribute('data-present'));

  test.each(wholePages)('Escape is left to presenting on the page %s', async (page) => {
    document.documentElement.setAttribute('data-present', '');
    const { close } = show(page, false);
    await userEvent.keyboard('{Escape}');
    expect(close).not.toHaveBeenCalled();
  });

  test('Escape closes the guide first', async () => {
    document.documentElement.setAttribute('data-present', '');
    const { close } = show('glossary', false);
    await userEvent.keyboard('{Escape}');
    expect(close).toHaveBeenCalledOnce();
  });
});
