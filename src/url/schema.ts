/**
 * The query keys of an address: one row per key. `query.ts` reads and writes them, and everything that touches an
 * address goes through it. docs/how-to/add-a-url-key.md says how to add one.
 */

import type { LessonPosition } from '../player/lesson-position.ts';
import type { Transit } from '../player/transit-choice.ts';
import type { Detail } from '../trace/visible-events.ts';
import { guidePages } from './guide-pages.ts';
import { languages } from './languages.ts';
import { anyText, digits, flag, key, oneOf, type QueryKey } from './query-key.ts';
import { themes } from './theme-choice.ts';

const details: readonly Detail[] = ['essential', 'full'];
const SESSION_NAME_CHARACTERS_MAX = 64;

/** A scene by its index from 0. Readers count from 1. */
type ScenePosition = Exclude<LessonPosition, 'opening'>;

const sceneNumber = digits(3, 'unknown-scene');

export const schema = {
  /** An ID. Whether the lesson exists is decided where lessons are known. */
  lesson: key(anyText, { owner: 'run', isShared: true }),
  /** An incident's ID, in place of a lesson's. */
  incident: key(anyText, { owner: 'run', isShared: true }),
  /** Whether the incident's fix is switched on. */
  fixed: key(flag, { owner: 'run', isShared: true }),
  /** A variant's ID. Whether the lesson has it is decided where lessons are known, as for `compare`. */
  strategy: key(anyText, { owner: 'run', isShared: true }),
  /** The strategy of the comparison, or the other side of the fix. */
  compare: key(anyText, { owner: 'run', isShared: true }),
  /** With `compare`: the pair of steps that is shown, counted from 1. Ignored unless `step` is one of them. */
  pair: key(digits(6, 'bad-step'), { owner: 'run', isShared: true }),
  /** It sets the run and the step, so `step` is ignored beside it. */
  scene: key<ScenePosition>(
    {
      parse: (text) => {
        if (text === 'closing') return { value: text };
        const number = sceneNumber.parse(text);
        if ('problem' in number) return number;
        if (number.value === 0) return { problem: { kind: 'unknown-scene', value: text } };
        return { value: number.value - 1 };
      },
      format: (position) => (position === 'closing' ? position : sceneNumber.format(position + 1)),
    },
    { owner: 'run', isShared: false, aliases: ['beat'] },
  ),
  /** Counted from 1. */
  step: key(digits(6, 'bad-step'), { owner: 'run', isShared: true }),
  detail: key(oneOf(details, 'unknown-detail'), { owner: 'run', isShared: true }),
  /** Of an imported diagram: the chosen parts of frames with alternatives. */
  parts: key(anyText, { owner: 'run', isShared: true }),
  /** What isn't shown, separated by points: nodes of a run by their IDs, participants of an imported diagram from 1. */
  hide: key(anyText, { owner: 'run', isShared: true }),
  /** Of an imported diagram: folded frames. Counted from 1. */
  fold: key(anyText, { owner: 'run', isShared: true }),
  /** Whose messages stand out: a node's ID, or a participant of an imported diagram, counted from 1. */
  focus: key(anyText, { owner: 'run', isShared: true }),
  /** Whether messages are drawn aslant. Default: the diagram's own choice. */
  transit: key<Transit>(
    { parse: (text) => ({ value: text === 'off' ? 'off' : 'on' }), format: (value) => value },
    { owner: 'run', isShared: true },
  ),
  /** Whether it stops before the steps that decide, and asks. */
  predict: key(flag, { owner: 'presentation', isShared: true }),
  lang: key(
    oneOf(
      languages.map(({ id }) => id),
      'unknown-language',
    ),
    { owner: 'reader', isShared: false },
  ),
  theme: key(oneOf(themes, 'unknown-theme'), { owner: 'reader', isShared: false }),
  /** The layout for a projector. */
  present: key(flag, { owner: 'reader', isShared: false }),
  /** The layout for a frame in another page. */
  embed: key(flag, { owner: 'presentation', isShared: false }),
  /** The page of the guide that is open instead of the stage. */
  page: key(oneOf(guidePages, 'unknown-page'), { owner: 'presentation', isShared: false }),
  /** With `page`: the ID of the card or term that it opens at. */
  entry: key(anyText, { owner: 'presentation', isShared: false }),
  /** This is the presenter's own window, of the session of this name. Empty without a session. */
  presenter: key<string>(
    {
      parse: (text) => ({ value: text.replaceAll(/[^\w-]/g, '').slice(0, SESSION_NAME_CHARACTERS_MAX) }),
      format: (name) => name,
    },
    { owner: 'presentation', isShared: false },
  ),
} as const;

export type QueryName = keyof typeof schema;

type ValueOf<Key> = Key extends QueryKey<infer Value> ? Value : never;

/** The values of an address. Keys that it doesn't have, or has with a bad value, are absent. */
export type Query = { readonly [Name in QueryName]?: ValueOf<(typeof schema)[Name]> };

export const queryNames = Object.keys(schema) as readonly QueryName[];
