/** Finds faults in a diagram's texts: missing, too long, untranslated, or with the wrong Korean particle. */

import { withParticle } from '../../src/locales/ko/particles.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { DiagramStep, SequenceDiagram } from '../../src/sequence/model.ts';
import type { Phrasebook } from '../../src/sequence/phrasebook.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import { captionOf, labelOf, textsOf } from './diagram-texts.ts';

/**
 * In presentation mode, a caption's font size is 57.6 px and a line is about 1,700 px long: 29 em. Glyph widths are
 * Pretendard's, in em, rounded up. Wrapping loses up to a word's length at the end of the first line.
 */
const LINE_EM = 29;
const CAPTION_EM_MAX = 2 * LINE_EM - 5;

function widthEm(text: string): number {
  return [...text].reduce((sum, letter) => {
    if (/[가-힣]/.test(letter)) return sum + 0.88;
    return sum + (letter === ' ' ? 0.24 : 0.58);
  }, 0);
}

/** Faults in a step's texts. */
function faultsIn(step: DiagramStep): string[] {
  const caption = captionOf(step);
  const texts = [caption, step.sentence, labelOf(step)];
  const faults = texts.flatMap((text) =>
    /\S/.test(text) && !/undefined|NaN|null|\[object| {2}|[.?!]”?\.|\b(server|client)-\d/.test(text)
      ? []
      : [`${step.key}: “${text}”`],
  );
  if (widthEm(caption) > CAPTION_EM_MAX) faults.push(`${step.key} has no room: “${caption}”`);
  if (!/[.?!]”?$/.test(step.sentence)) faults.push(`${step.key} has no full sentence: “${step.sentence}”`);
  return faults;
}

export function faultsOf(run: Run<Scenario>, phrasebook: Phrasebook): string[] {
  const diagram = describeRun(run, phrasebook);
  const texts = [...new Set(textsOf(diagram))];
  const raw = texts.filter((text) => /undefined|NaN|\[object|[0-9a-f]{12}/.test(text));
  const misspoken =
    phrasebook.language === 'ko' ? texts.flatMap((text) => wrongParticlesIn(text, diagram)) : [];
  return [...new Set([...diagram.steps.flatMap(faultsIn), ...raw, ...misspoken])];
}

const pairs = ['은/는', '이/가', '을/를', '와/과', '으로/로'] as const;

interface Particle {
  readonly right: string;
  readonly wrong: readonly string[];
}

/** A run has thousands of texts, and a handful of names. */
const particlesByName = new Map<string, readonly Particle[]>();

function particlesOf(name: string): readonly Particle[] {
  const known = particlesByName.get(name);
  if (known !== undefined) return known;
  const particles = pairs.map((pair) => {
    const right = withParticle(name, pair);
    const both = pair.split('/').map((particle) => `${name}${particle}`);
    return { right, wrong: both.filter((each) => each !== right) };
  });
  particlesByName.set(name, particles);
  return particles;
}

/** A particle after a participant's name must match the name's last sound: `서버 1는` is wrong. */
function wrongParticlesIn(text: string, { participants }: SequenceDiagram): string[] {
  if (/\([가-힣]\)/.test(text)) return [`“${text}” has an unresolved particle`];
  return participants
    .filter(({ name }) => text.includes(name))
    .flatMap(({ name }) =>
      particlesOf(name).flatMap(({ right, wrong }) =>
        wrong.some((each) => hasWord(text, each)) ? [`“${text}” should say ${right}`] : [],
      ),
    );
}

/** Whether the text contains the word followed by a space, punctuation or the end. */
function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && /^([\s.,?“”]|$)/.test(text.slice(at + word.length));
}
