import { expect, it } from 'vitest';
import { incidents } from '../../src/incidents/incidents.ts';
import { onSide } from '../../src/player/fix.ts';
import { incidentAddress } from '../../src/url/lesson-address.ts';
import { linkTo } from '../../src/url/link-to.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { runOf } from '../support/run-of.ts';

function read(link: string) {
  const { search, hash } = new URL(link, 'https://statescope.invalid/');
  return parseLink(search, hash);
}

it.each(incidents)('$id has a short link to either side, which leads back', (incident) => {
  for (const side of ['before', 'after'] as const) {
    const scenario = onSide(incident, incident.scenario, side);
    const link = linkTo('', incident, runOf(scenario, incident.commands), 3);
    expect(link).not.toContain('#');
    expect(link.includes('fixed')).toBe(side === 'after');
    expect(read(link)).toMatchObject({
      lesson: incident,
      step: 4,
      run: { scenario, commands: incident.commands },
      problems: [],
    });
  }
});

it.each(incidents)('$id keeps what the reader changed in its link', (incident) => {
  const scenario = { ...incident.fixed, seed: 9 };
  const run = runOf(scenario, []);
  const link = linkTo('', incident, run, 0);
  expect(link).toContain('#run=');
  expect(read(link)).toMatchObject({ lesson: incident, run: { scenario, commands: [] }, problems: [] });
});

it('opens at the deciding step from its plain address', () => {
  const link = read(incidentAddress('?lang=ko&step=9', 'mcp-session'));
  expect(link).toMatchObject({ lesson: { id: 'mcp-session' }, lang: 'ko', problems: [] });
  expect(link.step).toBeUndefined();
});

it('compares both sides', () => {
  expect(read('?incident=mcp-session&compare=fix')).toMatchObject({ compare: 'fix', problems: [] });
  expect(read('?lesson=clerk&compare=fix').problems).toEqual([{ kind: 'unknown-strategy', value: 'fix' }]);
});

it('says that an incident is unknown, and opens the first lesson', () => {
  expect(read('?incident=nothing')).toMatchObject({
    lesson: { id: 'clerk' },
    run: null,
    problems: [{ kind: 'unknown-incident', value: 'nothing' }],
  });
});
