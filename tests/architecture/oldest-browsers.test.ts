/** The page needs nothing that the oldest supported browsers lack, or it does without. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BrowserId, oldestBrowsers } from '../../scripts/vite/oldest-browsers.ts';
import { type Gap, gapsInScript, gapsInStyle, type Minimums } from './compatibility.ts';
import { declaredMembersOf, readSources, readStyles, type SourceFile } from './sources.ts';

const src = join(import.meta.dirname, '../../src');
const sources = readSources(src);
const styles = readStyles(src);
/** It defines what the oldest Chrome lacks, which doesn't make these names the project's. */
const ARRAY_METHODS = 'app/array-methods.ts';
const own = new Set(sources.filter(({ path }) => path !== ARRAY_METHODS).flatMap(declaredMembersOf));

/** MDN's names of the browsers. */
const inData: Readonly<Record<BrowserId, string>> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
};
const minimums: Minimums = Object.fromEntries(
  oldestBrowsers.map(({ id, version }) => [inData[id], Number(version)]),
);

/** Features that some supported browser lacks, and why the page works there. */
const guarded: Readonly<Record<string, string>> = {
  // Scripts
  toReversed: 'app/array-methods.ts defines it',
  toSorted: 'app/array-methods.ts defines it',
  toSpliced: 'app/array-methods.ts defines it',
  'Intl.Segmenter': 'break-lines.ts falls back to characters',
  requestIdleCallback: 'when-idle.ts falls back to a timer',
  cancelIdleCallback: 'called only if requestIdleCallback exists',
  popover: 'ui/popover.ts closes an ordinary element instead',
  popoverTarget: 'a click handler takes its place',
  showPopover: 'called only if popovers exist',
  hidePopover: 'called only if popovers exist',
  newState: 'its event comes only from popovers',
  wakeLock: 'checked first: the screen may go dark',
  WakeLockSentinel: 'a type only',
  released: 'read only from a lock',
  userActivation: 'optional: a muted page stays silent until it is unmuted',
  hasBeenActive: 'read only from userActivation',
  union: 'that of valibot, not that of sets',
  getPublicKey: 'that of an Ed25519 key, not that of WebAuthn',
  // Styles
  ':has':
    'base.css shows the focus by :focus-within; the rest are details of the layout, and what print hides',
  nesting: 'the build lowers it',
  'mask-image': 'the build adds the prefix',
  'print-color-adjust': 'the build adds the prefix',
  'color-mix()': 'borders take the colour of the text, and tints are missing',
  'text-wrap': 'lines break at other words',
  'text-size-adjust': 'only phones enlarge text, and those that do have it, some by its prefix',
  'scrollbar-color': 'scroll bars follow color-scheme instead',
  'scrollbar-width': 'scroll bars are as wide as elsewhere on the computer',
  'forced-color-adjust': 'engines without it have no forced colours',
  'overflow-clip-margin': 'an outline is cut off',
  'text-decoration: dotted': 'the line is solid',
  'break-after: avoid': 'a heading can end a page on paper',
  'content-visibility': 'what is out of sight is laid out as well',
  'contain-intrinsic-size': 'for content-visibility only',
  resize: 'a phone has no corner to pull at',
  'cursor: default': 'a phone has no cursor',
  'cursor: help': 'a phone has no cursor',
  'cursor: none': 'a phone has no cursor',
  'cursor: pointer': 'a phone has no cursor',
};

function gapsIn(scripts: readonly SourceFile[], sheets: readonly SourceFile[]): Gap[] {
  return [
    ...scripts.flatMap((file) => gapsInScript(file, minimums, own)),
    ...sheets.flatMap((file) => gapsInStyle(file, minimums)),
  ];
}

describe('the code of the page', () => {
  const gaps = gapsIn(sources, styles);

  it('uses no feature that a supported browser lacks, except guarded ones', () => {
    const unguarded = gaps.filter(({ feature }) => !Object.hasOwn(guarded, feature));
    expect(
      unguarded.map(({ feature, path, line, needs }) => `${path}:${line} ${feature} needs ${needs}`),
    ).toEqual([]);
  });

  it('uses every guarded feature', () => {
    const used = new Set(gaps.map(({ feature }) => feature));
    expect(Object.keys(guarded).filter((feature) => !used.has(feature))).toEqual([]);
  });
});

describe('the check of features', () => {
  it.each([
    ['a static method', 'x.ts', 'const all = Array.fromAsync(list);', 'Array.fromAsync', 'chrome 121'],
    ['a method of an array', 'x.ts', 'const list = names.toSorted();', 'toSorted', 'chrome 110'],
    [
      'a member of what is constructed',
      'x.ts',
      'const parameters = new URLSearchParams(text); if (parameters.size === 0) end();',
      'URLSearchParams.size',
      'chrome 113',
    ],
    [
      'a member of a new object',
      'x.ts',
      'new URLSearchParams(text).size;',
      'URLSearchParams.size',
      'safari 17',
    ],
    [
      'a member of what is declared',
      'x.ts',
      'const count = (parameters: URLSearchParams) => parameters.size;',
      'URLSearchParams.size',
      'chrome 113',
    ],
    ['a constructor', 'x.ts', 'new Intl.Segmenter();', 'Intl.Segmenter', 'firefox 125'],
    ['a global function', 'x.ts', 'requestIdleCallback(run);', 'requestIdleCallback', 'no safari'],
    ['an attribute', 'x.tsx', 'const menu = <div popover="auto" />;', 'popover', 'firefox 125'],
    ['a selector', 'x.css', 'a:has(b) { color: red }', ':has', 'firefox 121'],
    [
      'a unit and a function',
      'x.css',
      'a { color: color-mix(in srgb, red, blue) }',
      'color-mix()',
      'chrome 111',
    ],
    ['a property', 'x.css', 'a { field-sizing: content }', 'field-sizing', 'chrome 123'],
    ['an at-rule', 'x.css', '@starting-style { a { color: red } }', '@starting-style', 'chrome 117'],
    ['nested rules', 'x.css', 'a { & b { color: red } }', 'nesting', 'chrome 112'],
  ])('reports %s', (_, path, text, feature, needs) => {
    const file = { path, text };
    const gaps = path.endsWith('.css') ? gapsIn([], [file]) : gapsIn([file], []);
    expect(gaps.map((gap) => gap.feature)).toContain(feature);
    expect(gaps.find((gap) => gap.feature === feature)?.needs).toContain(needs);
  });

  it('takes a member for the project’s if the object can be anything', () => {
    const texts = [
      'const { size } = found; end(found.size);',
      'const names = new Set(list); end(names.size);',
      'const one = (it: URLSearchParams) => it; const other = (it: Found) => it.size;',
    ];
    for (const text of texts) expect(gapsIn([{ path: 'x.ts', text }], [])).toEqual([]);
  });

  it('accepts what every supported browser has', () => {
    const script = 'structuredClone(list.at(-1)); new ResizeObserver(grow); Object.hasOwn(a, "b");';
    const style = 'a { inset: 0; height: 100dvh; aspect-ratio: 2; width: clamp(1px, 2px, 3px) }';
    expect(gapsIn([{ path: 'x.ts', text: script }], [{ path: 'x.css', text: style }])).toEqual([]);
  });
});
