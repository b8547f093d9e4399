import { events } from 'virtual:opening-run';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/app/open.ts';
import { isOpeningRun, openOpeningRun } from '../../src/app/opening-run.ts';
import { firstLesson } from '../../src/lessons/first-lesson.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { record } from '../../src/simulation/simulate.ts';
import { parseLink } from '../../src/url/parse-link.ts';

it('was generated as the simulation runs it', () => {
  expect(events).toStrictEqual(record(firstLesson.scenario, []));
});

describe('a link of the opening run', () => {
  it.each([
    '',
    '?step=1',
    '?step=99',
    '?lang=ko&theme=dark&present',
    '?detail=full&step=4',
    '?strategy=server-memory',
    '?strategy=none',
    '?lesson=clerk&step=5',
    '?embed',
  ])('opens without the simulation what the simulation would open: %s', (search) => {
    const link = parseLink(search, '');
    expect(isOpeningRun(link)).toBe(true);
    const early = openOpeningRun(link, phrasebook);
    const simulated = open(link, phrasebook);
    expect(early.problems).toEqual(simulated.problems);
    const { diagram, ...recording } = early.state.recording;
    const { diagram: simulatedDiagram, ...simulatedRecording } = simulated.state.recording;
    expect(recording.run?.steps).toEqual(simulatedRecording.run?.steps);
    expect(recording.run?.scores).toEqual(simulatedRecording.run?.scores);
    expect(diagram.steps).toEqual(simulatedDiagram.steps);
    expect({ ...early.state, recording: null }).toEqual({ ...simulated.state, recording: null });
  });

  it.each([
    '?strategy=client-state',
    '?lesson=udp',
    '?scene=1',
    '?compare=client-state',
    '?predict',
    '?presenter=a',
  ])('is not one that needs the simulation: %s', (search) => {
    expect(isOpeningRun(parseLink(search, ''))).toBe(false);
  });
});
