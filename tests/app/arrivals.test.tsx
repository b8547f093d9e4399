// @vitest-environment jsdom
/** The stage's words are there first. The views of the stage don't render again when the others arrive. */
import '../support/browser-stubs.ts';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Arrivals } from '../../src/app/arrivals.tsx';
import { type Around, AroundLoaderProvider } from '../../src/app/load-around.tsx';
import { useStageText, useText, WithViewText } from '../../src/features/text-context.ts';
import type { StageText, ViewText } from '../../src/features/view-text.ts';
import { loadStageText } from '../../src/locales/languages.ts';
import { languages } from '../support/mount.tsx';

afterEach(cleanup);

/** A page whose other words arrive when the promise settles. */
function mount(opening: StageText, arrival: Promise<ViewText>, chosen: ViewText | null = null) {
  const renders = { stage: 0 };
  const Stage = () => {
    const { nextStep } = useStageText();
    renders.stage += 1;
    return <p>{nextStep}</p>;
  };
  const Other = () => <p>{useText().moreTools}</p>;
  const load = async () => ({ parts: {}, viewText: await arrival }) as Around;
  const views = (
    <>
      <Stage />
      <WithViewText>
        <Other />
      </WithViewText>
    </>
  );
  const page = (language: ViewText | null) => (
    <AroundLoaderProvider value={load}>
      <Arrivals opening={opening} chosen={language}>
        {views}
      </Arrivals>
    </AroundLoaderProvider>
  );
  const { rerender } = render(page(chosen));
  return { renders, choose: (language: ViewText) => rerender(page(language)) };
}

test('renders only the views that use the words that arrive', async () => {
  const { viewText } = languages.en;
  let arrive = (_: ViewText) => {};
  const arrival = new Promise<ViewText>((resolve) => {
    arrive = resolve;
  });
  const { renders } = mount(await loadStageText('en'), arrival);
  const before = renders.stage;
  expect(screen.queryByText(viewText.moreTools)).toBeNull();
  await act(async () => arrive(viewText));
  expect(screen.queryByText(viewText.moreTools)).not.toBeNull();
  expect(renders.stage).toBe(before);
});

test('shows everything in the language that the reader chooses', async () => {
  const { en, ko } = languages;
  const { choose } = mount(await loadStageText('en'), Promise.resolve(en.viewText));
  await act(async () => {});
  choose(ko.viewText);
  expect(screen.queryByText(ko.viewText.nextStep)).not.toBeNull();
  expect(screen.queryByText(ko.viewText.moreTools)).not.toBeNull();
  expect(screen.queryByText(en.viewText.moreTools)).toBeNull();
});
