import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HelpText } from '../../src/features/keyboard/help-text.ts';
import { keyTable } from '../../src/features/keyboard/key-table.ts';
import type { ViewText } from '../../src/features/view-text.ts';
import { worded } from '../../src/features/wording.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { loadLanguage } from '../../src/locales/languages.ts';
import { balancingPolicies } from '../../src/simulation/actors/balancing.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { languages, shippedLanguages } from '../../src/url/languages.ts';
import type { Problem } from '../../src/url/problem.ts';
import { themes } from '../../src/url/theme-choice.ts';

const loaded = await Promise.all(
  shippedLanguages.map(async (id) => {
    const language = await loadLanguage(id);
    return { id, ...language, help: await language.viewText.loadHelpText() };
  }),
);

const problems: readonly Problem[] = [
  ...(['unknown-lesson', 'unknown-strategy', 'unknown-language', 'unknown-theme', 'bad-step'] as const).map(
    (kind) => ({ kind, value: 'typed' }),
  ),
  { kind: 'step-out-of-range', value: 99, shown: 9 },
  { kind: 'diagram-step-out-of-range', value: 99, shown: 9 },
  { kind: 'bad-run' },
  { kind: 'later-version' },
];

/** Everything the interface can say, by the name of what says it. */
function saidBy(text: ViewText, help: HelpText): Map<string, string> {
  const plain = [text, help].flatMap((words) =>
    Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const said = new Map<string, string>(plain);
  const add = (name: string, codes: readonly (string | number)[], say: (code: never) => string) => {
    for (const code of codes) said.set(`${name} ${code}`, say(code as never));
  };
  add(
    'lessonTitle',
    lessons.map(({ id }) => id),
    text.lessonTitle,
  );
  const addAll = <Id extends string>(name: string, ids: readonly Id[], words: Record<Id, string>) => {
    for (const id of ids) said.set(`${name} ${id}`, words[id]);
  };
  addAll('mode', ['stateful', 'stateless'], text.modes);
  addAll('variant', [...strategyIds, 'tcp', 'udp'], text.variants);
  addAll('balancingPolicy', balancingPolicies, text.balancingPolicies);
  addAll(
    'keyAction',
    keyTable.map(({ action }) => action),
    help.keyActions,
  );
  addAll('themeChoice', ['system', ...themes], text.themeChoices);
  addAll('themeName', themes, text.exporting.themeNames);
  add('speedValue', [0.25, 0.5, 1, 2, 4], text.speedValue);
  add('number', [0, 1_234], text.number);
  for (const problem of problems) said.set(`problem ${problem.kind}`, worded(text.problems, problem));
  return said;
}

describe('the languages', () => {
  it('say so themselves', () => {
    for (const { id, phrasebook, viewText } of loaded) {
      expect([phrasebook.language, viewText.language]).toEqual([id, id]);
    }
  });

  it('are offered to readers by the names that they have in themselves', () => {
    for (const { id, name } of languages) {
      expect(name).toBe(new Intl.DisplayNames(id, { type: 'language' }).of(id));
    }
  });

  it('each have a folder, and every folder is offered', () => {
    const folders = readdirSync(join(import.meta.dirname, '../../src/locales'), { withFileTypes: true });
    const names = folders.filter((each) => each.isDirectory()).map(({ name }) => name);
    expect(names.sort()).toEqual([...shippedLanguages].sort());
  });

  it('are all named to a reader who asks for another one', () => {
    const problem = { kind: 'unknown-language', value: 'xx' } as const;
    for (const { viewText } of loaded) {
      for (const id of shippedLanguages) expect(worded<Problem>(viewText.problems, problem)).toContain(id);
    }
  });

  it('have the same words and functions', () => {
    const shapeOf = (words: object) =>
      Object.entries(words)
        .map(([name, value]) => `${name}: ${typeof value}`)
        .sort();
    const [first, ...others] = loaded.map(({ phrasebook, viewText }) => [
      shapeOf(phrasebook),
      shapeOf(viewText),
    ]);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(loaded)('$id has something to say for everything', ({ viewText, help }) => {
    for (const [name, text] of saidBy(viewText, help)) {
      expect(`${name}: ${text}`).toMatch(/: \S(.*\S)?$/);
      expect(text).not.toMatch(/undefined|NaN|null|\[object| {2}/);
    }
  });

  it.each(loaded)('$id names what differs differently', ({ viewText, help }) => {
    const said = saidBy(viewText, help);
    for (const kind of ['mode', 'strategy', 'balancingPolicy', 'keyAction', 'themeChoice', 'problem']) {
      const texts = [...said].flatMap(([name, text]) => (name.startsWith(`${kind} `) ? [text] : []));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it.each(loaded)('$id gives every lesson a title', ({ viewText }) => {
    for (const { id } of lessons) expect(viewText.lessonTitle(id)).not.toBe(id);
  });

  it.each(loaded)(
    '$id says what was wrong with a link, and the step that is shown instead',
    ({ viewText }) => {
      for (const problem of problems) {
        if ('value' in problem)
          expect(worded<Problem>(viewText.problems, problem)).toContain(String(problem.value));
        if ('shown' in problem)
          expect(worded<Problem>(viewText.problems, problem)).toContain(String(problem.shown));
      }
    },
  );
});

describe('the accessible names in English', () => {
  const text = loaded.find(({ id }) => id === 'en')?.viewText as ViewText;

  it('are the ones that people and tests rely on', () => {
    expect([text.state, text.modes.stateful, text.modes.stateless]).toEqual([
      'State',
      'Stateful',
      'Stateless',
    ]);
    expect(text.whereStateLives).toBe('Where the state lives');
    expect(strategyIds.map((id) => text.variants[id])).toEqual([
      'Server memory',
      'Sticky sessions',
      'Replicated sessions',
      'Shared store',
      'Client carries it',
      'Signed token',
      'Sealed cookie',
    ]);
    expect([text.firstStep, text.previousStep, text.nextStep, text.lastStep]).toEqual([
      'First step',
      'Previous step',
      'Next step',
      'Last step',
    ]);
    expect([text.play, text.pause, text.step, text.steps]).toEqual(['Play', 'Pause', 'Step', 'Steps']);
    expect([text.crash('Server 1'), text.restart('Server 1')]).toEqual([
      'Crash Server 1',
      'Restart Server 1',
    ]);
    expect(text.memoryOf('Server 1')).toBe('Memory of Server 1');
    expect([text.lesson, text.help, text.scoreboard]).toEqual(['Lesson', 'Help', 'Scoreboard']);
  });

  it('of a step count from 1 and go on with a full sentence', () => {
    expect(text.stepSentence(4, 'Server 2 answers Client: 401.')).toBe(
      'Step 4: Server 2 answers Client: 401.',
    );
  });
});
