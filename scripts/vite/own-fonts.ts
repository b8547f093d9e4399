/**
 * The fonts are split into subsets by character range. This module finds the subsets that the interface needs; the others
 * serve only what a reader types.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The imports of `src/app/fonts.ts`. */
const FONT_MODULES = [
  'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css',
  '@fontsource-variable/jetbrains-mono/wght.css',
];
const FONT_STYLES = /\/(pretendard|@fontsource-variable\/jetbrains-mono)\/.*\.css$/;
const FACE = /@font-face\s*\{[^}]*\}/g;

/** The code points of all source text except tests. Comments add a few that aren't needed, which does no harm. */
function ownCharacters(root: string): ReadonlySet<number> {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const text = sources.map((path) => readFileSync(join(root, 'src', path), 'utf8')).join('');
  return new Set([...text].map((character) => character.codePointAt(0) ?? 0));
}

function needs(face: string, characters: ReadonlySet<number>): boolean {
  const range = /unicode-range:\s*([^;}]+)/.exec(face)?.[1] ?? 'U+0-10FFFF';
  const bounds = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return [...characters].some((code) => bounds.some(([low, high]) => low <= code && code <= high));
}

/** The file names of the subsets that the interface needs. */
export function ownFontFiles(root: string): ReadonlySet<string> {
  const characters = ownCharacters(root);
  const styles = FONT_MODULES.map((module) => readFileSync(join(root, 'node_modules', module), 'utf8'));
  const faces = styles.flatMap((css) => css.match(FACE) ?? []).filter((face) => needs(face, characters));
  return new Set(faces.flatMap((face) => /([^/()'"]+\.woff2)/.exec(face)?.[1] ?? []));
}

/** Removes the font faces of the other subsets from the styles. */
export function ownFontsOnly(root: string): Plugin {
  const characters = ownCharacters(root);
  return {
    name: 'own-fonts-only',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: FONT_STYLES },
      handler: (code) => ({
        code: code.replace(FACE, (face) => (needs(face, characters) ? face : '')),
        map: null,
      }),
    },
  };
}
