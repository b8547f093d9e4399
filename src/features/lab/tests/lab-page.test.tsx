// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileOf } from '../../../../tests/lab/file-text.ts';
import { measureIds } from '../../../lab/measures.ts';
import { Results } from '../../../lab/results.ts';
import { createSliceWorker } from '../../../lab/slices.ts';
import { readyMade } from '../../../lab/studies.ts';
import { defaultStudy, pointsOf, runCount, type Study } from '../../../lab/study.ts';
import { labText } from '../../../locales/en/lab-text.ts';
import { viewText } from '../../../locales/en/view-text.ts';
import { studyCode } from '../../../url/study-code.ts';
import { type Guide, GuideProvider } from '../../guide-context.ts';
import { TextProvider } from '../../text-context.ts';
import { LabPage } from '../lab-page.tsx';
import type { Workers } from '../lab-workers.ts';
import { createLabStore } from '../sweep-store.ts';
import type { LoadWorkers } from '../use-workers.ts';

const small: Partial<Study> = {
  axes: [{ parameter: 'crashesPerMinute', values: [0, 12] }],
  strategies: ['sticky', 'signed-token'],
  settings: { clients: 3, requests: 4, thinkMs: 2_000 },
  runsPerPoint: 2,
};

/** No threads in Node's DOM: the runs take turns with the test. */
const workers: Workers = {
  count: 1,
  areThreads: false,
  create: () => createSliceWorker((work) => void setTimeout(work)),
};

function mountLab(changes: Partial<Study>, loadWorkers: LoadWorkers) {
  const guide: Guide = {
    place: { page: 'lab', entry: null },
    go: vi.fn(),
    close: () => {},
    openLesson: () => {},
    openRun: vi.fn(),
  };
  const store = createLabStore();
  store.change(changes);
  const page = (place: Guide['place']) => (
    <TextProvider stageText={viewText} viewText={viewText}>
      <GuideProvider value={{ ...guide, place }}>
        {place !== null && <LabPage store={store} loadWorkers={loadWorkers} />}
      </GuideProvider>
    </TextProvider>
  );
  const { rerender } = render(page(guide.place));
  /** Null is the stage. */
  const show = (place: Guide['place']) => rerender(page(place));
  return { user: userEvent.setup(), guide, store, show };
}

async function openLab(changes: Partial<Study> = small) {
  const mounted = mountLab(changes, async () => workers);
  const run = await screen.findByRole('button', { name: labText.run });
  await waitFor(() => expect(run).toBeEnabled());
  return { ...mounted, run };
}

describe('the lab', () => {
  it('runs a study, and has its numbers in a table', async () => {
    const { user, guide, run, store } = await openLab();
    expect(screen.getByText(labText.empty)).toBeVisible();
    await user.click(run);
    await waitFor(() => expect(store.getState().sweep?.status).toBe('done'));
    expect(await screen.findByText(labText.runsOf(8, 8))).toBeVisible();
    const table = screen.getByRole('table', { name: labText.measures.sessionsLost });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Crashes per minute', '0', '12']);
    const token = within(table).getByRole('row', { name: /^Signed token/ });
    expect(
      within(token)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['0', '0']);
    expect(guide.go).toHaveBeenCalledWith({ page: 'lab', entry: expect.any(String) }, { isSameView: true });
  });

  it('says what is wrong with a study, and doesn’t run it', async () => {
    const { user, run, store } = await openLab();
    const runs = screen.getByRole('textbox', { name: labText.runsPerPoint });
    await user.clear(runs);
    await user.type(runs, '10000000');
    expect(screen.getByRole('alert')).toHaveTextContent('from 1 to 10,000');
    await user.click(run);
    expect(store.getState().sweep).toBeNull();
    await user.clear(runs);
    await user.type(runs, '3');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has no values when the axis ends before it begins', async () => {
    const { user } = await openLab();
    const [from] = screen.getAllByRole('textbox', { name: labText.from });
    if (from === undefined) throw new Error('The form has no axis.');
    await user.clear(from);
    await user.type(from, '20');
    expect(screen.getByRole('alert')).toHaveTextContent('has no values');
  });

  it('keeps the runs so far when it’s cancelled', async () => {
    const { user, run, store } = await openLab({ ...small, runsPerPoint: 500 });
    await user.click(run);
    await user.click(await screen.findByRole('button', { name: labText.cancel }));
    expect(store.getState().sweep?.status).toBe('cancelled');
    expect(screen.getByText(labText.cancelled)).toBeVisible();
    await waitFor(() => expect(run).toBeEnabled());
    const { sweep } = store.getState();
    await user.click(screen.getByRole('button', { name: labText.resume }));
    await waitFor(() => expect(store.getState().sweep?.status).toBe('running'));
    expect(store.getState().sweep?.results).toBe(sweep?.results);
    store.cancel();
    // Another study starts anew.
    await user.click(screen.getByRole('checkbox', { name: 'Shared store' }));
    expect(screen.getByRole('button', { name: labText.run })).toBeEnabled();
  });

  it('keeps what was edited while a run of it is looked at on the stage', async () => {
    const { user, run, store, show } = await openLab();
    await user.click(run);
    await waitFor(() => expect(store.getState().sweep?.status).toBe('done'));
    const entry = studyCode(store.getState().draft);
    await user.selectOptions(screen.getByRole('combobox', { name: labText.measure }), 'latency99');
    await user.click(screen.getByRole('checkbox', { name: 'Shared store' }));
    const edited = store.getState().draft;
    show(null);
    show({ page: 'lab', entry });
    expect(await screen.findByRole('button', { name: labText.run })).toBeVisible();
    expect(store.getState()).toMatchObject({ draft: edited, measure: 'latency99' });
    show({ page: 'lab', entry: studyCode({ ...edited, runsPerPoint: 7 }) });
    await waitFor(() => expect(store.getState().draft.runsPerPoint).toBe(7));
  });

  it('chooses lines by strategy', async () => {
    const { user, store } = await openLab();
    await user.click(screen.getByRole('checkbox', { name: 'Sticky sessions' }));
    expect(store.getState().draft.strategies).toEqual(['signed-token']);
    await user.click(screen.getByRole('checkbox', { name: 'Shared store' }));
    expect(store.getState().draft.strategies).toEqual(['shared-store', 'signed-token']);
  });

  it('runs a study that was chosen before its workers were there', async () => {
    let arrive = (_: Workers): void => {};
    const loaded = new Promise<Workers>((resolve) => {
      arrive = resolve;
    });
    const { user, store } = mountLab(small, () => loaded);
    await user.click(await screen.findByRole('button', { name: /^Login storm/ }));
    expect(store.getState().sweep).toBeNull();
    arrive(workers);
    await waitFor(() => expect(store.getState().sweep?.status).toBe('running'));
    expect(store.getState().sweep?.results.study.measure).toBe('latency99');
    store.cancel();
  });

  it('says that its workers couldn’t be loaded, and loads them when it’s asked again', async () => {
    const answers = [Promise.reject(new TypeError('Failed to fetch')), Promise.resolve(workers)];
    const { user } = mountLab(small, () => answers.shift() ?? Promise.resolve(workers));
    expect(await screen.findByRole('alert')).toHaveTextContent(`“${labText.study}” failed.`);
    const run = screen.getByRole('button', { name: labText.run });
    expect(run).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(run).toBeEnabled());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('opens a file of runs, and says what is wrong with one', async () => {
    const { user, store } = await openLab();
    const chooser = screen.getByLabelText(labText.openRuns, { selector: 'input' });
    const whole = fileOf(resultsOf({ ...defaultStudy, ...small }));
    await user.upload(chooser, new File(['no runs'], 'notes.ndjson'));
    expect(await screen.findByText(labText.fileProblems['no-study'])).toBeVisible();
    await user.upload(chooser, new File([whole.replace('["sessionsLost"', '["lost"')], 'older.ndjson'));
    expect(await screen.findByText(labText.fileProblems['other-measures'])).toBeVisible();
    // A machine that was stopped while it wrote.
    await user.upload(chooser, new File([whole.slice(0, -9)], 'cut.ndjson'));
    expect(await screen.findByText(labText.cutFile)).toBeVisible();
    expect(store.getState().sweep?.results.done).toBe(7);
    expect(await screen.findByRole('table', { name: labText.measures.sessionsLost })).toBeVisible();
    // The run that is missing can be made up for.
    await user.click(screen.getByRole('button', { name: labText.resume }));
    await waitFor(() => expect(store.getState().sweep).toMatchObject({ status: 'done', done: 8 }));
  });

  it('marks the fields whose values it refuses', async () => {
    const { user } = await openLab();
    const runs = screen.getByRole('textbox', { name: labText.runsPerPoint });
    expect(runs).toBeValid();
    await user.clear(runs);
    await user.type(runs, '1.5');
    expect(runs).toBeInvalid();
    expect(screen.getByRole('alert')).toHaveTextContent('a whole number from 1 to 10,000');
    await user.type(runs, '{Backspace}{Backspace}');
    expect(runs).toBeValid();
  });
});

describe('a file of runs', () => {
  it('brings the address of its study, which can be copied and opened again', async () => {
    const { user, guide, store } = await openLab();
    const study: Study = { ...defaultStudy, ...small, seed: 77 };
    const chooser = screen.getByLabelText(labText.openRuns, { selector: 'input' });
    await user.upload(chooser, new File([fileOf(resultsOf(study))], 'runs.ndjson'));
    const place = { page: 'lab', entry: studyCode(study) };
    await waitFor(() => expect(guide.go).toHaveBeenCalledWith(place, { isSameView: true }));
    // The address doesn't open the study once more.
    expect(store.getState()).toMatchObject({ code: studyCode(study), draft: study });
  });

  it('doesn’t lead back a reader who has left while it was read', async () => {
    const { user, guide, store, show } = await openLab();
    const { file, arrive } = slowFile('runs.ndjson');
    await user.upload(screen.getByLabelText(labText.openRuns, { selector: 'input' }), file);
    show(null);
    arrive(fileOf(resultsOf({ ...defaultStudy, ...small })));
    await vi.waitFor(() => expect(store.getState().sweep?.results.done).toBe(8), 5_000);
    expect(guide.go).not.toHaveBeenCalled();
  });

  it('opens although it is longer than a string can be', async () => {
    const { user, store } = await openLab();
    const file = new File([fileOf(resultsOf({ ...defaultStudy, ...small }))], 'runs.ndjson');
    file.text = () => Promise.reject(new DOMException('It is too long.', 'NotReadableError'));
    await user.upload(screen.getByLabelText(labText.openRuns, { selector: 'input' }), file);
    await waitFor(() => expect(store.getState().sweep?.results.done).toBe(8));
  });

  it('says how much of it is read', async () => {
    const { user } = await openLab();
    const { file } = slowFile('runs.ndjson');
    await user.upload(screen.getByLabelText(labText.openRuns, { selector: 'input' }), file);
    expect(await screen.findByRole('progressbar', { name: labText.openingRuns })).toHaveValue(0);
  });

  it('can be chosen again after it was corrected', async () => {
    const { user, store } = await openLab();
    const chooser = screen.getByLabelText<HTMLInputElement>(labText.openRuns, { selector: 'input' });
    await user.upload(chooser, new File(['no runs'], 'runs.ndjson'));
    expect(chooser.value).toBe('');
    const whole = fileOf(resultsOf({ ...defaultStudy, ...small }));
    await user.upload(chooser, new File([whole], 'runs.ndjson'));
    await waitFor(() => expect(store.getState().sweep?.results.done).toBe(8));
  });

  it('that can’t be read is said to be so', async () => {
    const { user } = await openLab();
    const file = new File(['{}'], 'runs.ndjson');
    const arrayBuffer = () => Promise.reject(new DOMException('It has changed.', 'NotReadableError'));
    file.slice = () => Object.assign(new Blob(), { arrayBuffer });
    await user.upload(screen.getByLabelText(labText.openRuns, { selector: 'input' }), file);
    expect(await screen.findByText(labText.unreadableFile)).toBeVisible();
  });

  it('is said to have no runs although others have arrived while it was read', async () => {
    const { user, store } = await openLab();
    const { file, arrive } = slowFile('notes.ndjson');
    await user.upload(screen.getByLabelText(labText.openRuns, { selector: 'input' }), file);
    store.open(resultsOf({ ...defaultStudy, ...small }));
    expect(await screen.findByRole('table', { name: labText.measures.sessionsLost })).toBeVisible();
    arrive('no runs');
    expect(await screen.findByText(labText.fileProblems['no-study'])).toBeVisible();
  });

  it('gives way to one that was opened after it', async () => {
    const { store } = await openLab();
    const study: Study = { ...defaultStudy, ...small };
    const { file: slow, arrive } = slowFile('slow.ndjson');
    const first = store.openFile(slow);
    await store.openFile(new File([fileOf(resultsOf({ ...study, seed: 2 }))], 'quick.ndjson'));
    arrive(fileOf(resultsOf({ ...study, seed: 1 })));
    expect(await first).toBeNull();
    expect(store.getState().draft.seed).toBe(2);
  });

  it.each([labText.png, labText.svg])('says that “%s” couldn’t be made', async (name) => {
    const { user, store } = await openLab();
    store.open(resultsOf({ ...defaultStudy, ...small }));
    // This DOM has no size, so there is no plot.
    await user.click(await screen.findByRole('button', { name }));
    expect(await screen.findByText(labText.notSaved)).toBeVisible();
  });
});

describe('the form of a study', () => {
  const axisEnd = () => {
    const [first] = screen.getAllByRole('textbox', { name: labText.to });
    if (first === undefined) throw new Error('The form has no axis.');
    return first;
  };

  it('keeps its fields while a ready-made study is edited', async () => {
    const { user, store } = await openLab();
    await user.click(screen.getByRole('button', { name: /^Sticky sessions and autoscaling/ }));
    store.cancel();
    const field = axisEnd();
    await user.type(field, '{Backspace}');
    expect(field).toBeInTheDocument();
    expect(field).toHaveFocus();
    await user.type(field, '4');
    expect(field).toHaveValue('4');
    const line = screen.getByRole('checkbox', { name: 'Sealed cookie' });
    await user.click(line);
    expect(line).toBeInTheDocument();
  });

  it.each(['by its address', 'from a file', 'from the list'] as const)(
    'shows a study that is opened %s, and not what was typed before',
    async (how) => {
      const { user, store, show } = await openLab();
      await user.clear(axisEnd());
      await user.type(axisEnd(), '9');
      const { draft } = store.getState();
      const other: Study = {
        ...draft,
        axes: [{ parameter: 'crashesPerMinute', values: [0, 2, 4] }],
        seed: 5,
      };
      if (how === 'by its address') show({ page: 'lab', entry: studyCode(other) });
      else if (how === 'from a file') store.open(resultsOf(other));
      else await user.click(screen.getByRole('button', { name: /^Health-check interval/ }));
      store.cancel();
      const values = store.getState().draft.axes[0]?.values;
      expect(values).not.toEqual(draft.axes[0]?.values);
      await waitFor(() => expect(axisEnd()).toHaveValue(String(values?.at(-1))));
    },
  );
});

/** A file whose bytes arrive when the test says so. */
function slowFile(name: string) {
  let arrive = (_: string) => {};
  const bytes = new Promise<ArrayBuffer>((resolve) => {
    arrive = (text) => resolve(new TextEncoder().encode(text).buffer);
  });
  const file = new File(['Something.'], name);
  file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => bytes });
  return { file, arrive: (text: string) => arrive(text) };
}

function resultsOf(study: Study): Results {
  const results = new Results(study);
  for (let unit = 0; unit < runCount(study); unit += 1) {
    results.add({ unit, numbers: measureIds.map(() => unit) });
  }
  return results;
}

describe('the question of a ready-made study', () => {
  const study: Study = { ...readyMade.replication, runsPerPoint: 1 };
  const words = labText.studies.replication.question;

  async function openQuestion() {
    const { user, store } = await openLab(study);
    // The cost grows with the square of the servers.
    const results = new Results(study);
    for (const { index, strategy, at } of pointsOf(study)) {
      const value = strategy === 'replicated' ? Number(at[0]) ** 2 * 10 : 100;
      results.add({ unit: index, numbers: measureIds.map(() => value) });
    }
    store.open(results);
    const table = await screen.findByRole('table', { name: labText.measures.clusterBytes });
    const answer = () =>
      within(within(table).getByRole('row', { name: /^Replicated/ }))
        .getAllByRole('cell')
        .at(-1)?.textContent;
    return { user, answer };
  }

  afterEach(() => document.documentElement.removeAttribute('data-present'));

  it('hides its answer on request, until it’s revealed', async () => {
    const { user, answer } = await openQuestion();
    expect(answer()).toBe('810 B');
    await user.click(screen.getByRole('button', { name: labText.predictFirst }));
    expect(answer()).toBe('');
    const options = within(screen.getByRole('list', { name: labText.answers })).getAllByRole('listitem');
    expect(options.map(({ textContent }) => textContent)).toEqual(['A90 B', 'B390 B', 'C810 B']);
    await user.click(screen.getByRole('button', { name: labText.reveal }));
    expect(answer()).toBe('810 B');
    expect(screen.getByText(labText.answerIs('C', '810 B'))).toBeInTheDocument();
  });

  it('hides it while presenting, and a clicker reveals it and hides it again', async () => {
    const { user, answer } = await openQuestion();
    document.documentElement.setAttribute('data-present', '');
    await waitFor(() => expect(answer()).toBe(''));
    expect(screen.getByRole('region', { name: labText.question })).toHaveTextContent(words);
    // Its name has the colour of its line, so it's an element of its own.
    expect(screen.getAllByText('replicate sessions')).not.toHaveLength(0);
    await user.keyboard('{PageDown}');
    expect(answer()).toBe('810 B');
    await user.keyboard('{PageUp}');
    expect(answer()).toBe('');
  });

  it('isn’t asked of another measure', async () => {
    const { user } = await openQuestion();
    await user.selectOptions(screen.getByRole('combobox', { name: labText.measure }), 'latency99');
    expect(screen.queryByRole('button', { name: labText.predictFirst })).toBeNull();
  });
});

describe('heat maps while presenting', () => {
  afterEach(() => document.documentElement.removeAttribute('data-present'));

  const study: Study = {
    ...defaultStudy,
    ...small,
    axes: [
      { parameter: 'crashesPerMinute', values: [0, 12] },
      { parameter: 'downS', values: [1, 5] },
    ],
  };

  it('are named, and each can be chosen', async () => {
    const { user, store } = await openLab(study);
    document.documentElement.setAttribute('data-present', '');
    store.open(resultsOf(study));
    const choice = within(await screen.findByRole('radiogroup', { name: labText.strategy }));
    expect(choice.getByRole('radio', { name: 'Sticky sessions' })).toBeChecked();
    await user.click(choice.getByRole('radio', { name: 'Signed token' }));
    expect(choice.getByRole('radio', { name: 'Signed token' })).toBeChecked();
  });

  it('of one strategy has its name, too', async () => {
    const one: Study = { ...study, strategies: ['signed-token'] };
    const { store } = await openLab(one);
    document.documentElement.setAttribute('data-present', '');
    store.open(resultsOf(one));
    const plot = () => within(screen.getByRole('region', { name: labText.plot }));
    await waitFor(() => expect(plot().getByText('Signed token')).toBeVisible());
  });
});
