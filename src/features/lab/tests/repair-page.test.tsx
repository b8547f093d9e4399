// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { discardDrafts } from '../../../../tests/support/no-drafts.ts';
import type { PlayerOpening } from '../../../../tests/support/opened-player.ts';
import { wordsOfChallenge } from '../../../challenges/challenge-words.ts';
import { challenges } from '../../../challenges/challenges.ts';
import type { LabWorker } from '../../../lab/pool.ts';
import { BatchRunner, type WorkAnswer } from '../../../lab/work.ts';
import sandbox from '../../../lessons/sandbox/lesson.ts';
import { repairText as english } from '../../../locales/en/repair-text.ts';
import { viewText as englishView } from '../../../locales/en/view-text.ts';
import { repairText as korean } from '../../../locales/ko/repair-text.ts';
import { viewText as koreanView } from '../../../locales/ko/view-text.ts';
import { challengeCode, readChallengeCode } from '../../../url/challenge-code.ts';
import { createDrafts } from '../../../url/kept-drafts.ts';
import { readSolvedCode, type SolvedEntry, solvedCode } from '../../../url/solved-code.ts';
import { type Guide, GuideProvider } from '../../guide-context.ts';
import type { Workers } from '../lab-workers.ts';
import { RepairPage } from '../repair/repair-page.tsx';
import { createRepairStore } from '../repair/repair-store.ts';

/** No threads in Node's DOM: the batches take turns with the test. */
const workers: Workers = { count: 1, areThreads: false, create: createBatchWorker };

function createBatchWorker(): LabWorker {
  let answer: (answer: WorkAnswer) => void = () => {};
  let runner: BatchRunner | null = null;
  let isOver = false;
  return {
    listen(onAnswer) {
      answer = onAnswer;
    },
    post(request) {
      if (request.kind !== 'batch') runner = new BatchRunner(request);
      else {
        setImmediate(() => {
          if (!isOver && runner !== null) answer(runner.run(request.batch));
        });
      }
    },
    terminate() {
      isOver = true;
    },
  };
}
/** A test of 2,000 runs. */
const TIMEOUT_MS = 120_000;
const SOLVED: SolvedEntry = {
  challenge: 'the-clerk-forgets',
  repair: { strategy: 'shared-store' },
  stars: 2,
  atMinutes: 29_800_000,
};

beforeEach(discardDrafts);

const texts = { en: { text: english, view: englishView }, ko: { text: korean, view: koreanView } };

function open(
  entry: string | null,
  {
    language = 'en' as 'en' | 'ko',
    storage = new Map<string, string>(),
    drafts = createDrafts('repair'),
    opening = {} as PlayerOpening,
  } = {},
) {
  const guide: Guide = {
    place: { page: 'repair', entry },
    go: vi.fn(),
    close: () => {},
    openLesson: () => {},
    openRun: vi.fn(),
  };
  const store = createRepairStore({
    storage: {
      length: storage.size,
      key: () => null,
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key),
    },
    drafts,
    nowMs: () => performance.now(),
    nowMinutes: () => 29_800_000,
  });
  const { unmount } = mount(
    <GuideProvider value={guide}>
      <RepairPage store={store} loadWorkers={async () => workers} />
    </GuideProvider>,
    language,
    opening,
  );
  // Asking the store is cheaper than looking for words in the DOM between any two runs.
  const isJudged = () =>
    waitFor(
      () => expect(store.getState().tests[entry ?? 'the-clerk-forgets']?.verdict?.status).toBe('done'),
      {
        timeout: TIMEOUT_MS,
      },
    );
  return { user: userEvent.setup(), guide, storage, store, isJudged, unmount };
}

describe.each(['en', 'ko'] as const)('the challenges (%s)', (language) => {
  const { text, view } = texts[language];

  it('refuses the broken cluster and plays what breaks it, accepts a repair, and keeps it', {
    timeout: TIMEOUT_MS,
  }, async () => {
    // Without a name in the address, the page shows the first one that isn't solved yet.
    const entry = language === 'ko' ? null : 'the-clerk-forgets';
    const { user, guide, storage, isJudged } = open(entry, { language });
    const test = await screen.findByRole('button', { name: text.test(2_000) });
    await waitFor(() => expect(test).toBeEnabled());
    await user.click(test);
    await isJudged();
    await user.click(screen.getByRole('button', { name: text.play }));
    expect(guide.openRun).toHaveBeenCalledWith(
      expect.objectContaining({ commands: [expect.objectContaining({ kind: 'crash' })] }),
      expect.any(Function),
      { plays: true },
    );

    await user.selectOptions(screen.getByRole('combobox', { name: text.settings.strategy }), 'signed-token');
    expect(screen.getByText(text.outdated)).toBeVisible();
    expect(screen.getByText(text.changesUsed(1, 1))).toBeVisible();
    await user.click(screen.getByRole('button', { name: text.test(2_000) }));
    await isJudged();
    expect(screen.getByText(text.accepted(2_000))).toBeVisible();
    expect(screen.getByText(text.words['the-clerk-forgets']?.solved ?? '')).toBeVisible();
    const [first] = within(screen.getByRole('navigation', { name: text.list })).getAllByRole('listitem');
    expect(within(first as HTMLElement).getByRole('img')).toHaveAccessibleName(text.stars(3));
    expect(JSON.parse(storage.get('statescope.repairs') ?? '')).toEqual({
      version: 1,
      solved: [{ ...SOLVED, repair: { strategy: 'signed-token' }, stars: 3 }],
    });
  });

  it('lets a change be undone, and tests nothing that the budget forbids', async () => {
    const { user } = open('the-clerk-forgets', { language });
    const test = await screen.findByRole('button', { name: text.test(2_000) });
    await waitFor(() => expect(test).toBeEnabled());
    await user.selectOptions(screen.getByRole('combobox', { name: text.settings.strategy }), 'shared-store');
    await user.selectOptions(screen.getByRole('combobox', { name: text.settings.servers }), '3');
    expect(screen.getByRole('alert')).toHaveTextContent(text.problems['too-many-changes']);
    expect(test).toBeDisabled();
    await user.click(screen.getByRole('button', { name: text.undo(text.settings.strategy) }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('combobox', { name: text.settings.strategy })).toHaveDisplayValue(
      view.variants['server-memory'],
    );
    expect(test).toBeEnabled();
  });

  it('gives a code of what was solved, and checks one', { timeout: TIMEOUT_MS }, async () => {
    const storage = new Map([['statescope.repairs', JSON.stringify({ version: 1, solved: [SOLVED] })]]);
    const { user } = open('code', { language, storage });
    await user.type(await screen.findByRole('textbox', { name: text.lecturer.name }), 'Mina');
    const code = screen.getByRole<HTMLTextAreaElement>('textbox', { name: text.lecturer.code }).value;
    expect(readSolvedCode(code)).toEqual({ name: 'Mina', solved: [SOLVED] });
  });

  it('judges the repairs of a code again', { timeout: TIMEOUT_MS }, async () => {
    const { user } = open('check', { language });
    const code = solvedCode({
      name: 'Mina',
      solved: [
        SOLVED,
        { ...SOLVED, challenge: 'paid-twice', repair: { servers: 3 } },
        { ...SOLVED, challenge: 'one-crash', repair: { strategy: 'shared-store' } },
        { ...SOLVED, challenge: 'no-such-challenge' },
      ],
    });
    const field = await screen.findByRole('textbox', { name: text.lecturer.pasted });
    await user.click(field);
    await user.paste(code.slice(0, -3));
    await user.click(screen.getByRole('button', { name: text.lecturer.check }));
    expect(await screen.findByRole('alert')).toHaveTextContent(text.lecturer.problems.mistyped);
    await user.clear(field);
    await user.paste(code);
    await user.click(screen.getByRole('button', { name: text.lecturer.check }));
    const table = await screen.findByRole('table', { name: text.lecturer.by('Mina') });
    await waitFor(() => expect(within(table).queryByText(text.lecturer.checking)).toBeNull(), {
      timeout: TIMEOUT_MS,
    });
    const verdicts = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell').at(-1)?.textContent?.trim());
    expect(verdicts).toEqual([
      text.lecturer.holds,
      text.lecturer.fails,
      text.lecturer.notAllowed,
      text.lecturer.noSuch,
    ]);
  });

  it('tells a challenge that a reader has made from one of the page with the same title', async () => {
    const { user } = open('check', { language });
    const [builtIn] = challenges;
    if (builtIn === undefined) throw new Error('There are no challenges.');
    const { title } = wordsOfChallenge(text.words, builtIn);
    const { scenario, commands, goal, faults, budget, settings, par } = builtIn;
    const made = { scenario, commands, goal, faults, budget, settings, par: { ...par, cost: 1_000_000 } };
    const challenge = challengeCode({ ...made, title });
    // Refused before a trial.
    const entries = [builtIn.id, challenge].map((each) => ({ ...SOLVED, challenge: each, repair: {} }));
    await user.click(await screen.findByRole('textbox', { name: text.lecturer.pasted }));
    await user.paste(solvedCode({ name: '', solved: entries }));
    await user.click(screen.getByRole('button', { name: text.lecturer.check }));
    const headers = await screen.findAllByRole('rowheader');
    expect(headers.map(({ textContent }) => textContent)).toEqual([title, text.lecturer.ownTitle(title)]);
    expect(screen.getByText(text.lecturer.ownHint)).toBeVisible();
  });

  it('makes a challenge from the run on the stage', async () => {
    const { user, guide } = open('make', { language });
    await user.type(await screen.findByRole('textbox', { name: text.make.name }), 'Fix me');
    await user.click(screen.getByRole('checkbox', { name: text.troubles['too-many-bytes'] }));
    await user.click(screen.getByRole('button', { name: text.make.tryIt }));
    const [[place] = []] = vi.mocked(guide.go).mock.calls;
    const made = readChallengeCode(place?.entry ?? '');
    expect(made?.title).toBe('Fix me');
    expect(made?.goal).toEqual({ never: ['asked-again', 'too-many-bytes'], bytesMax: 1_200 });
    const link = screen.getByRole<HTMLInputElement>('textbox', { name: text.make.link }).value;
    expect(new URL(link).searchParams.get('entry')).toBe(place?.entry);
  });

  it('keeps what was chosen for a challenge when another page is opened, and says so', async () => {
    const { user, unmount } = open('make', { language });
    const title = () => screen.findByRole('textbox', { name: text.make.name });
    await user.type(await title(), 'Fix me');
    await user.click(screen.getByRole('checkbox', { name: text.make.kinds.machine }));
    unmount();
    const again = open('make', { language });
    expect(await title()).toHaveValue('Fix me');
    expect(screen.getByRole('checkbox', { name: text.make.kinds.machine })).toBeChecked();
    expect(screen.getByText(text.make.draft.kept, { exact: false })).toBeVisible();
    await again.user.click(screen.getByRole('button', { name: text.make.draft.discard }));
    expect(await title()).toHaveValue('');
    expect(await title()).toHaveFocus();
    expect(screen.getByRole('checkbox', { name: text.make.kinds.machine })).not.toBeChecked();
  });

  it('offers what was chosen for another run, and doesn’t use it by itself', async () => {
    const { user, unmount } = open('make', { language });
    const title = () => screen.findByRole('textbox', { name: text.make.name });
    await user.type(await title(), 'Fix me');
    unmount();
    const again = open('make', { language, opening: { scenario: { ...sandbox.scenario, seed: 77 } } });
    expect(await title()).toHaveValue('');
    expect(screen.getByText(text.make.draft.other('Fix me'), { exact: false })).toBeVisible();
    await again.user.click(screen.getByRole('button', { name: text.make.draft.takeOther }));
    expect(await title()).toHaveValue('Fix me');
  });

  it('keeps a pasted code, and the name for the own one', async () => {
    const { user, unmount } = open('check', { language });
    await user.type(await screen.findByRole('textbox', { name: text.lecturer.pasted }), 'repaired1-x');
    unmount();
    open('check', { language });
    expect(await screen.findByRole('textbox', { name: text.lecturer.pasted })).toHaveValue('repaired1-x');
  });

  it('has words for each challenge', () => {
    expect(Object.keys(text.words).sort()).toEqual(challenges.map(({ id }) => id).sort());
  });
});

it('says that a link has no challenge, and opens the first one', async () => {
  open('Anonsense');
  expect(await screen.findByText(english.unknownChallenge)).toBeVisible();
  expect(screen.getByText(english.words['the-clerk-forgets']?.goal ?? '')).toBeVisible();
});

it('says that solutions aren’t kept where storage is refused', async () => {
  const guide: Guide = {
    place: { page: 'repair', entry: null },
    go: () => {},
    close: () => {},
    openLesson: () => {},
    openRun: () => {},
  };
  const store = createRepairStore({
    storage: null,
    drafts: createDrafts('repair'),
    nowMs: () => 0,
    nowMinutes: () => 0,
  });
  mount(
    <GuideProvider value={guide}>
      <RepairPage store={store} loadWorkers={async () => workers} />
    </GuideProvider>,
    'en',
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(english.kept.forbidden);
});

describe('a repair after a reload', () => {
  const field = () => screen.findByRole('combobox', { name: english.settings.strategy });

  it('is as it was set, for its own challenge', async () => {
    sessionStorage.clear();
    const drafts = createDrafts('repair');
    const { user, unmount } = open('the-clerk-forgets', { drafts });
    await user.selectOptions(await field(), 'shared-store');
    drafts.save();
    unmount();
    const { store, unmount: close } = open('the-clerk-forgets');
    expect(await field()).toHaveValue('shared-store');
    expect(store.getState().repairs).toEqual({ 'the-clerk-forgets': { strategy: 'shared-store' } });
    close();
    open('paid-twice');
    await screen.findByText(english.changesUsed(0, 1), { exact: false });
  });

  it('is left out where it doesn’t fit the challenge', () => {
    sessionStorage.clear();
    const drafts = createDrafts('repair');
    const fitting = JSON.stringify({ strategy: 'shared-store' });
    drafts.keep('the-clerk-forgets', JSON.stringify({ strategy: 'magic' }));
    drafts.keep('one-crash', 'nonsense');
    drafts.keep('no-such-challenge', fitting);
    drafts.keep('__proto__', fitting);
    const { store } = open('the-clerk-forgets', { drafts });
    expect(store.getState().repairs).toEqual({});
  });
});
