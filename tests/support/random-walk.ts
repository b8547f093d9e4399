/** Random walks through the page: a lesson, and user actions in it. Equal seeds give equal walks. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { lessons } from '../../src/lessons/lessons.ts';
import type { ShippedLanguageId } from '../../src/url/languages.ts';
import { languages, type Query } from './stage-driver.ts';

export type WalkAction = { readonly name: string } & (
  | { readonly kind: 'key'; readonly code: string }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  /** Font size set by the reader; 16 is the browser's default. */
  | { readonly kind: 'letters'; readonly px: number }
);

export interface Walk {
  readonly language: ShippedLanguageId;
  readonly query: Query;
  readonly actions: readonly WalkAction[];
}

/** Steps are frequent, so that a walk makes progress. */
const keys = [
  ...Array.from({ length: 8 }, () => 'ArrowRight'),
  'ArrowLeft',
  'Shift+ArrowRight',
  'Home',
  'End',
  'KeyN',
  'Shift+KeyN',
  'KeyM',
  'KeyV',
  'KeyF',
  'KeyD',
  'KeyG',
  'KeyZ',
  'Shift+KeyZ',
  'Digit1',
  'Digit2',
  'Escape',
];

const sizes = [
  [1920, 1080],
  [1366, 768],
  [1024, 768],
  [960, 540],
  [844, 390],
  [820, 1180],
  [390, 844],
  [320, 568],
] as const;

/** In a smaller window, letters larger than the browser's own leave no room for a stage: there the page scrolls instead. */
const isRoomy = ([width, height]: readonly [number, number]) => width >= 820 && height >= 700;

export function drawnActions(seed: number, count: number): Walk {
  const random = xoroshiro128plus(seed);
  const one = <Each>(of: readonly Each[]): Each => {
    const found = of[uniformInt(random, 0, of.length - 1)];
    if (found === undefined) throw new Error('Cannot draw from an empty list.');
    return found;
  };
  let letters = 16;
  let size: readonly [number, number] = [1366, 768];
  const action = (): WalkAction => {
    const kind = uniformInt(random, 0, 9);
    if (kind === 0) {
      letters = isRoomy(size) ? one([16, 20, 24]) : 16;
      return { kind: 'letters', px: letters, name: `font size ${letters} px` };
    }
    if (kind < 3) {
      size = one(sizes.filter((each) => letters === 16 || isRoomy(each)));
      const [width, height] = size;
      return { kind: 'size', width, height, name: `${width}×${height}` };
    }
    const code = one(keys);
    return { kind: 'key', code, name: code };
  };
  const language = one(languages);
  const query = { lesson: one(lessons).id, lang: language };
  return { language, query, actions: Array.from({ length: count }, action) };
}
