import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { linkOf } from '../../src/url/link-of.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { parseQuery } from '../../src/url/query.ts';
import { runOfLink } from '../../src/url/run-of-link.ts';
import { crash } from '../support/scenario.ts';

const command = crash('server-1', { request: 'client/1', at: 'answered', offsetUs: 0 });
const begun: Lesson = { ...clerk, commands: [command] };

describe('the run of a link', () => {
  it('is the lesson’s own, with the commands that it begins with', () => {
    const link = linkOf(parseQuery(''), begun);
    expect(runOfLink(link)).toEqual({ scenario: clerk.scenario, commands: [command] });
  });

  it('has its own commands instead', () => {
    const run = { scenario: clerk.scenario, commands: [] };
    expect(runOfLink(linkOf(parseQuery(''), begun, run)).commands).toEqual([]);
  });

  it('has the variant and the detail that the link names', () => {
    const plan = runOfLink(parseLink('?lesson=clerk&strategy=shared-store&detail=full', ''));
    expect(plan).toMatchObject({ scenario: { strategy: 'shared-store' }, commands: [], detail: 'full' });
  });
});
