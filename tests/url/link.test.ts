import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/app/open.ts';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { sceneSetupAt, stepAt } from '../../src/player/lesson-position.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { withVariant } from '../../src/simulation/variants.ts';
import type { Run } from '../../src/trace/run.ts';
import { linkTo } from '../../src/url/link-to.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { anyCodedRun, codeOf, linkedRun } from '../support/links.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';
import { runOf } from '../support/run-of.ts';
import { anyOperation } from '../support/runs.ts';
import { crash, whenAnswered } from '../support/scenario.ts';

const visit = { kind: 'visit' } as const;

/** The page's contents for this address. */
function opened(address: string): { run: Run; step: number; problems: readonly unknown[] } {
  const { search, hash } = new URL(address, 'https://shop.example/');
  const { state, problems } = open(parseLink(search, hash), english);
  const { run } = state.recording;
  if (run === null) throw new Error('A link opens a run.');
  return { run, step: state.step, problems };
}

describe('a link', () => {
  it('without keys opens the first lesson, without a problem', () => {
    // Strict: no key can be present with the value undefined.
    expect(parseLink('', '')).toStrictEqual({ lesson: clerk, run: null, problems: [] });
  });

  it('can open the presenter’s own window, with or without a session name', () => {
    expect(parseLink('?presenter=a1-b2&step=4', '')).toMatchObject({
      presenter: 'a1-b2',
      step: 4,
      problems: [],
    });
    expect(parseLink('?presenter', '').presenter).toBe('');
    expect(parseLink('?presenter=<script>', '').presenter).toBe('script');
    expect(parseLink('?present', '').presenter).toBeUndefined();
  });

  it('can be typed by a person', () => {
    expect(
      parseLink('?lesson=clerk&strategy=client-state&step=4&lang=ko&theme=dark&present', ''),
    ).toStrictEqual({
      lesson: clerk,
      variant: 'client-state',
      step: 4,
      lang: 'ko',
      theme: 'dark',
      present: true,
      run: null,
      problems: [],
    });
  });

  it('counts steps from 1', () => {
    expect(opened('?step=3').step).toBe(2);
  });

  it.each(['1', '2', '3', '4', '5', 'closing'])('can name a part of a lesson: %s', (scene) => {
    const { state, problems } = open(parseLink(`?beat=${scene}`, ''), english);
    const { recording, comparison, step } = state;
    const lessonPosition = sceneSetupAt(clerk, scene === 'closing' ? scene : Number(scene) - 1);
    expect(problems).toEqual([]);
    expect(recording.run?.scenario).toEqual(lessonPosition.scenario ?? clerk.scenario);
    expect(recording.run?.commands).toEqual(lessonPosition.commands ?? []);
    expect(comparison?.variant).toBe(lessonPosition.compareWith);
    expect(step).toBe(recording.run && stepAt(recording.run, lessonPosition.at));
  });

  it.each(['?scene=2&step=1', '?scene=2&step=99', '?beat=2&step=1'])(
    'opens at its scene, and ignores a step beside it: %s',
    (link) => {
      expect(opened(link)).toEqual(opened('?scene=2'));
      expect(opened(link).problems).toEqual([]);
    },
  );

  it('with a run opens at its step; a scene sets the run only if there is none', () => {
    const run = runOf(clerk.scenario, [crash('server-1', whenAnswered('client/1'))]);
    const address = linkTo('', clerk, run, 3).replace('?', '?scene=2&');
    expect(opened(address)).toMatchObject({ step: 3, problems: [] });
    expect(opened(address).run).toEqual(run);
  });

  it('can ask for the whole run, and a reload keeps that', () => {
    const { run } = opened('?detail=full&step=6');
    expect(run.detail).toBe('full');
    expect(opened(linkTo('', clerk, run, 5)).run).toEqual(run);
    expect(linkTo('?detail=full', clerk, runOf(run.scenario, [], 'essential'), 0)).not.toContain('detail');
  });

  it('ignores unknown keys', () => {
    expect(parseLink('?utm_source=mail&fbclid=1', '#top').problems).toEqual([]);
  });
});

describe('a problem with a link', () => {
  it.each([
    ['?lesson=cooking', { kind: 'unknown-lesson', value: 'cooking' }],
    ['?strategy=hope', { kind: 'unknown-strategy', value: 'hope' }],
    ['?strategy=__proto__', { kind: 'unknown-strategy', value: '__proto__' }],
    ['?lang=fr', { kind: 'unknown-language', value: 'fr' }],
    ['?theme=sepia', { kind: 'unknown-theme', value: 'sepia' }],
    ['?detail=all', { kind: 'unknown-detail', value: 'all' }],
    ['?step=last', { kind: 'bad-step', value: 'last' }],
    ['?step=-1', { kind: 'bad-step', value: '-1' }],
    ['?step=1.5', { kind: 'bad-step', value: '1.5' }],
    ['?step=', { kind: 'bad-step', value: '' }],
    ['?step=1e3', { kind: 'bad-step', value: '1e3' }],
    ['?strategy=tcp', { kind: 'unknown-strategy', value: 'tcp' }],
    ['?beat=0', { kind: 'unknown-scene', value: '0' }],
    ['?beat=99', { kind: 'unknown-scene', value: '99' }],
    ['?beat=__proto__', { kind: 'unknown-scene', value: '__proto__' }],
  ])('%s is reported, and the rest works', (search, problem) => {
    const link = parseLink(search, '');
    expect(link.problems).toEqual([problem]);
    expect(link.lesson).toBe(clerk);
    expect([link.variant, link.step, link.lang, link.theme]).toEqual(Array(4).fill(undefined));
  });

  it.each(['?step=99', '?step=0'])(
    '%s is a step that this run does not have, so the nearest is shown',
    (link) => {
      const { problems, step } = opened(link);
      expect(problems).toMatchObject([{ kind: 'step-out-of-range', shown: step + 1 }]);
    },
  );

  it.each([
    ['#run=', 'bad-run'],
    ['#run=%%%', 'bad-run'],
    [`#run=${linkedRun({ commands: [] }).slice(0, -3)}`, 'bad-run'],
    [`#run=${codeOf({ v: 3 })}`, 'later-version'],
    // The lesson has one client only.
    [
      `#run=${linkedRun({ commands: [], script: [visit, { kind: 'hand-over', to: 'client-2' }] })}`,
      'bad-run',
    ],
  ])('%s is reported, and the lesson is shown without it', (hash, kind) => {
    const link = parseLink('?lesson=clerk', hash);
    expect(link.problems).toEqual([{ kind }]);
    expect(link.run).toBeNull();
  });

  it('is reported together with all others', () => {
    const { problems } = parseLink('?lesson=a&strategy=b&step=c&lang=d&theme=e', '#run=f');
    expect(problems.map(({ kind }) => kind)).toEqual([
      'unknown-lesson',
      'bad-run',
      'bad-step',
      'unknown-language',
      'unknown-theme',
      'unknown-strategy',
    ]);
  });

  it('never throws, for any address', () => {
    const anyQuery = fc
      .dictionary(
        fc.constantFrom('lesson', 'strategy', 'compare', 'beat', 'step', 'lang', 'theme', 'present', 'embed'),
        fc.string({ unit: 'binary' }),
      )
      .map((fields) => `?${new URLSearchParams(fields)}`);
    const anyHash = fc.oneof(
      fc.string(),
      fc.string().map((code) => `#run=${code}`),
    );
    fc.assert(
      fc.property(fc.oneof(anyQuery, fc.string()), anyHash, (search, hash) => {
        expect(parseLink(search, hash).lesson).toBe(clerk);
      }),
    );
  });
});

describe('the address of the present run and step', () => {
  const anyOperations = fc.array(anyOperation, { maxLength: 5 });

  it('opens the same run at the same step, after any actions', () => {
    fc.assert(
      fc.property(anyCodedRun, fc.constantFrom(...strategyIds), fc.nat(), (coded, strategy, place) => {
        const { commands } = coded;
        const run = runOf(withVariant(coded.scenario, strategy), commands);
        const step = place % run.steps.length;
        const again = opened(linkTo('', clerk, run, step));
        // Random commands can name requests that the script never makes. Exactly those are reported.
        const taken = run.steps.filter((each) => each.kind === 'command').length;
        const untaken = { kind: 'commands-not-taken', count: commands.length - taken };
        expect(again.problems).toEqual(untaken.count === 0 ? [] : [untaken]);
        expect(again.step).toBe(step);
        expect(again.run.scenario).toEqual(run.scenario);
        expect(again.run.commands).toEqual(run.commands);
        expect(again.run.events).toEqual(run.events);
      }),
    );
  });

  it('opens a changed version of the lesson', () => {
    fc.assert(
      fc.property(anyOperations, fc.boolean(), (operations, isStateless) => {
        const player = openPlayer();
        for (const { at, kind, node } of operations) act(player, { kind: 'go-to', step: at }, { kind, node });
        const { step } = isStateless ? act(player, 'other-mode') : player.getState();
        const run = runOfPlayer(player);
        const again = opened(linkTo('', clerk, run, step));
        expect(again.step).toBe(step);
        expect(again.run).toEqual(run);
      }),
    );
  });

  it('is the same after it was opened', () => {
    const run = runOf(clerk.scenario, [crash('server-1', whenAnswered('client/1'))]);
    const address = linkTo('', clerk, run, 3);
    const again = opened(address);
    expect(linkTo(new URL(address, 'https://shop.example/').search, clerk, again.run, again.step)).toBe(
      address,
    );
  });

  it('has no code when only strategy and step differ from the lesson', () => {
    const run = runOf({ ...clerk.scenario, strategy: 'client-state' }, []);
    expect(linkTo('', clerk, run, 0)).toBe('?lesson=clerk&strategy=client-state&step=1');
  });

  it('keeps the other keys', () => {
    const run = runOf(clerk.scenario, []);
    const address = linkTo('?lang=ko&present&theme=dark', clerk, run, 4);
    const link = parseLink(new URL(address, 'https://shop.example/').search, '');
    expect(link).toMatchObject({ lang: 'ko', theme: 'dark', present: true, step: 5 });
    expect(link).not.toHaveProperty('predict');
  });

  it('replaces the previous one instead of being added to it', () => {
    const run = runOf(clerk.scenario, []);
    const address = linkTo('?step=1&lesson=clerk&strategy=client-state', clerk, run, 4);
    expect(new URL(address, 'https://shop.example/').searchParams.getAll('step')).toEqual(['5']);
    expect(parseLink(new URL(address, 'https://shop.example/').search, '').variant).toBe('server-memory');
  });
});
