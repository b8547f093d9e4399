import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { createHistory } from '../../src/player/create-history.ts';
import { recordingOf } from '../../src/player/record.ts';
import { linkTo } from '../../src/url/link-to.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { CODE_CHARACTERS_MAX } from '../../src/url/run-code.ts';
import { looksLikeRunFile, readRunFile, writeRunFile } from '../../src/url/run-file.ts';
import { crash, restart, whenAnswered } from '../support/scenario.ts';

const commands = [crash('server-1', whenAnswered('client/1')), restart('server-1', whenAnswered('client/2'))];

function linkOf(search = ''): string {
  const { run } = recordingOf({ scenario: clerk.scenario, commands }, phrasebook);
  if (run === null) throw new Error('A lesson has a run.');
  return linkTo(search, clerk, run, 4);
}

function parsed(link: string) {
  const at = link.indexOf('#');
  return parseLink(link.slice(0, at), link.slice(at));
}

describe('a run file', () => {
  it('restores the run, its commands and its step', () => {
    const read = readRunFile(writeRunFile(linkOf()));
    if ('problem' in read) throw new Error(read.problem);
    expect(parsed(read.link)).toMatchObject({ step: 5, run: { commands }, problems: [] });
  });

  it('keeps all branches, which a short link has no room for', () => {
    const branches = Array.from({ length: 80 }, (_, index) => [
      crash('server-2', { request: 'client/1', at: 'sent', offsetUs: index }),
    ]);
    const { run } = recordingOf({ scenario: clerk.scenario, commands }, phrasebook);
    if (run === null) throw new Error('A lesson has a run.');
    const history = createHistory(commands, branches);
    expect(parsed(linkTo('', clerk, run, 4, history)).run).toEqual({ scenario: run.scenario, commands });
    const read = readRunFile(writeRunFile(linkTo('', clerk, run, 4, history, CODE_CHARACTERS_MAX)));
    if ('problem' in read) throw new Error(read.problem);
    expect(parsed(read.link).run).toEqual({ scenario: run.scenario, commands, branches });
  });

  it('differs from Mermaid and Markdown by its first characters', () => {
    expect(looksLikeRunFile(writeRunFile(linkOf()))).toBe(true);
    expect(looksLikeRunFile('sequenceDiagram\na->>b: {')).toBe(false);
    expect(looksLikeRunFile('{% mermaid %}\nsequenceDiagram\na->>b: x')).toBe(false);
  });

  it('leaves the reader’s own choices unchanged', () => {
    const read = readRunFile(writeRunFile(linkOf('?lang=ko&theme=dark&present&x=1')));
    if ('problem' in read) throw new Error(read.problem);
    expect(read.link).toMatch(/^\?lesson=clerk&strategy=server-memory&step=5#run=[\w-]+$/);
  });

  const valid = { statescope: 1, link: '?lesson=clerk&strategy=server-memory&step=1' };
  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['other JSON', '{"a":1}'],
    ['a list', '[]'],
    ['a link that leads elsewhere', JSON.stringify({ ...valid, link: 'https://example.com/' })],
    ['a script', JSON.stringify({ ...valid, link: 'javascript:alert(1)' })],
    ['an unknown lesson', JSON.stringify({ ...valid, link: '?lesson=none' })],
    ['a broken run', JSON.stringify({ ...valid, link: `${valid.link}#run=%%%` })],
    ['more than it should', JSON.stringify({ ...valid, more: 1 })],
    ['ten million characters', `{"statescope":1,"link":"${'x'.repeat(10_000_000)}"}`],
  ])('with %s is refused', (_, text) => {
    expect(readRunFile(text)).toEqual({ problem: 'bad-run-file' });
  });

  it('of a later version is reported as such', () => {
    expect(readRunFile('{"statescope":3,"anything":true}')).toEqual({ problem: 'later-run-file' });
  });

  it('never throws, and opens only valid runs, after any corruption', () => {
    const good = writeRunFile(linkOf());
    const anyChange = fc.tuple(fc.nat(good.length), fc.nat(12), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = good;
        for (const [at, removed, added] of changes)
          text = text.slice(0, at) + added + text.slice(at + removed);
        const read = readRunFile(text);
        if (!('link' in read)) return;
        expect(read.link).toMatch(/^\?/);
        const at = read.link.includes('#') ? read.link.indexOf('#') : read.link.length;
        expect(parseLink(read.link.slice(0, at), read.link.slice(at)).problems).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});
