import { describe, expect, it } from 'vitest';
import { open } from '../../src/app/open.ts';
import { isOpeningRun, loadOpeningDiagram, openOpeningRun } from '../../src/app/opening-run.ts';
import { loadPhrasebook } from '../../src/locales/languages.ts';
import { pendingPhrasebook } from '../../src/player/pending-phrasebook.ts';
import { runForPage } from '../../src/player/run-for-page.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import type { Run } from '../../src/trace/run.ts';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';
import { parseLink } from '../../src/url/parse-link.ts';

/** Both as plain data. */
function dataOf(run: Run | null, { headsAt, ...diagram }: SequenceDiagram) {
  const steps = run?.steps ?? [];
  return {
    run: run && { ...run, states: run.states.map(({ snapshot, ...state }) => [...snapshot, state]) },
    diagram,
    heads: steps.map((_, step) => headsAt(step)),
  };
}

async function openedAtOnce(search: string, language: ShippedLanguageId) {
  const diagram = await loadOpeningDiagram(language);
  if (diagram === null) throw new Error(`There is no opening diagram for ${language}.`);
  return openOpeningRun(parseLink(search, ''), diagram);
}

describe('a link of the opening run', () => {
  const searches = [
    '',
    '?step=0',
    '?step=1',
    '?step=99',
    '?lang=ko&theme=dark&present',
    '?detail=essential&step=4',
    '?strategy=server-memory',
    '?strategy=none',
    '?lesson=clerk&step=5',
    '?embed',
  ];

  it.each(shippedLanguages.flatMap((language) => searches.map((search) => [language, search] as const)))(
    'opens without simulation and phrasebook to the same state as with them: %s, %s',
    async (language, search) => {
      const link = parseLink(search, '');
      expect(isOpeningRun(link)).toBe(true);
      const early = await openedAtOnce(search, language);
      const simulated = open(link, await loadPhrasebook(language));
      expect(early.problems).toEqual(simulated.problems);
      early.pending.arrive(runForPage(early.pending.run));
      const { recording } = early.state;
      const expected = simulated.state.recording;
      expect(dataOf(recording.run, recording.diagram)).toEqual(dataOf(expected.run, expected.diagram));
      const { phrasebook, ...state } = early.state;
      expect(phrasebook).toBe(pendingPhrasebook);
      const { phrasebook: _, ...simulatedState } = simulated.state;
      expect({ ...state, recording: null }).toEqual({ ...simulatedState, recording: null });
    },
  );

  it('has no trace before it arrives', async () => {
    const { state } = await openedAtOnce('', 'en');
    expect(() => state.recording.run?.steps).toThrow('The run has not loaded yet.');
  });

  it.each([
    '?strategy=client-state',
    '?lesson=udp',
    '?scene=1',
    '?detail=full',
    '?compare=client-state',
    '?predict',
    '?focus=server-1',
    '?presenter=a',
  ])('excludes links that need the simulation: %s', (search) => {
    expect(isOpeningRun(parseLink(search, ''))).toBe(false);
  });
});
