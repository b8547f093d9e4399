/** Quoted words: one full stop at most, none in the middle of a sentence, and marks around what a node says. */
import { describe, expect, it } from 'vitest';
import { incidentById } from '../../src/incidents/incidents.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { explain } from '../../src/sequence/explain.ts';
import type { StoreFacts } from '../../src/sequence/step-facts.ts';
import { captionsOf } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';

describe('the incident of a lost update', () => {
  const incident = incidentById('lost-update');
  if (incident === undefined) throw new Error('There is no lost-update.');
  const run = runOf(incident.scenario, incident.commands);
  const texts = run.steps.flatMap((_, index) => [
    captionsOf(run, index)[0] ?? '',
    explain(run, index, english) ?? '',
  ]);

  it('quotes the request whose change is gone', () => {
    expect(texts.join(' ')).toMatch(/overwrites the change of “[^”]+”/);
    expect(texts.join(' ')).toMatch(/“[^”]+” had changed the session\./);
  });

  it('has one full stop at the end of a sentence, and none before', () => {
    expect(texts.filter((text) => /[.?!]”?\./.test(text))).toEqual([]);
    expect(texts.filter((text) => /\.” (?:had|wrote)/.test(text))).toEqual([]);
  });
});

it.each([
  ['MASTERDOWN', 'Session store can’t do that now. “I’m only a replica.”'],
  ['OOM', 'Session store can’t do that now. “Out of memory.”'],
] as const)('a store that refuses is quoted: %s', (code, expected) => {
  const facts: StoreFacts = {
    kind: 'store',
    from: { role: 'session-store', ordinal: 1 },
    to: { role: 'server', ordinal: 1 },
    fate: { kind: 'delivered' },
    message: { kind: 'refused', code },
    overwrite: null,
    evicted: null,
  };
  const caption = english.caption(facts).map(({ text }) => text);
  expect(caption.join('')).toBe(expected);
});
