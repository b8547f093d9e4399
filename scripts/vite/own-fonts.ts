/**
 * The page's own font: Pretendard, reduced to the characters of the interface. It has two pieces, so that a reader of
 * English fetches no Korean. Pretendard's own pieces hold some hundred characters each, and one screen of Korean needs
 * eight of them. They still serve what a reader types (`src/app/typed-fonts.ts`).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { renamed } from './rename-font.ts';

/** Pretendard's licence reserves its name for the unchanged font. */
const OWN_FAMILY = 'Statescope Sans';

const SOURCE = 'node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2';
/** The imports of `src/app/typed-fonts.ts`. */
const TYPED_FONTS = [
  'node_modules/pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css',
  'node_modules/@fontsource-variable/jetbrains-mono/wght.css',
];
const TYPED_FONT_STYLES = /\/(pretendard|@fontsource-variable\/jetbrains-mono)\/.*\.css$/;
const FACE = /@font-face\s*\{[^}]*\}/g;
/** Style sheets write it as an escape. */
const NO_BREAK_SPACE = 0xa0;
/** Change it when the pieces are made differently. */
const RECIPE = 1;
/** The style sheets use weights from 400 to 800. */
const WEIGHTS = { min: 400, max: 800 };

interface Piece {
  readonly name: string;
  readonly characters: readonly number[];
}

/** Hangul syllables, letters and marks. */
function isKorean(code: number): boolean {
  return (
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x3000 && code <= 0x318f)
  );
}

/** The printable characters of all source text except tests. Comments add a few that aren't needed, which does no harm. */
function ownCharacters(root: string): readonly number[] {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.(tsx?|css)$/.test(path),
  );
  const text = sources.map((path) => readFileSync(join(root, 'src', path), 'utf8')).join('');
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index);
  const codes = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  return [...new Set([...ascii, NO_BREAK_SPACE, ...codes])]
    .filter((code) => code >= 0x20)
    .sort((one, other) => one - other);
}

function piecesOf(root: string): readonly Piece[] {
  const characters = ownCharacters(root);
  return [
    { name: 'sans-latin', characters: characters.filter((code) => !isKorean(code)) },
    { name: 'sans-korean', characters: characters.filter(isKorean) },
  ];
}

/** CSS `unicode-range`. */
export function rangeOf(codes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => code.toString(16);
  return ranges
    .map(([low, high]) => (low === high ? `U+${hex(low)}` : `U+${hex(low)}-${hex(high)}`))
    .join(',');
}

function faceOf({ name, characters }: Piece): string {
  return `@font-face {
  font-family: "${OWN_FAMILY}";
  font-style: normal;
  font-weight: ${WEIGHTS.min} ${WEIGHTS.max};
  font-display: swap;
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${rangeOf(characters)};
}
`;
}

/**
 * Makes the pieces and their style sheet. Takes some seconds, so they're kept until the source text has another
 * character.
 *
 * @returns The path of the style sheet.
 */
async function makeOwnFonts(root: string): Promise<string> {
  const pieces = piecesOf(root);
  const font = readFileSync(join(root, SOURCE));
  const key = createHash('sha256')
    .update(JSON.stringify([RECIPE, WEIGHTS, OWN_FAMILY, pieces]))
    .update(font)
    .digest('hex')
    .slice(0, 16);
  const folder = join(root, 'node_modules/.cache/own-fonts', key);
  const sheet = join(folder, 'own-fonts.css');
  if (existsSync(sheet)) return sheet;
  mkdirSync(folder, { recursive: true });
  const textOf = (codes: readonly number[]) => String.fromCodePoint(...codes);
  const all = pieces.flatMap(({ characters }) => characters);
  const whole = renamed(await subsetFont(font, textOf(all), { targetFormat: 'sfnt' }), OWN_FAMILY);
  for (const { name, characters } of pieces) {
    const piece = await subsetFont(whole, textOf(characters), {
      targetFormat: 'woff2',
      variationAxes: { wght: WEIGHTS },
    });
    writeFileSync(join(folder, `${name}.woff2`), piece);
  }
  // Last, because it stands for a complete folder.
  writeFileSync(sheet, pieces.map(faceOf).join('\n'));
  return sheet;
}

export function ownFonts(root: string): Plugin {
  return {
    name: 'own-fonts',
    resolveId: {
      filter: { id: /^virtual:own-fonts\.css$/ },
      handler: () => makeOwnFonts(root),
    },
  };
}

function needs(face: string, characters: readonly number[]): boolean {
  const range = /unicode-range:\s*([^;}]+)/.exec(face)?.[1] ?? 'U+0-10FFFF';
  const bounds = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return characters.some((code) => bounds.some(([low, high]) => low <= code && code <= high));
}

/** Whether the interface needs this face: of Pretendard, the own font has everything. */
function isNeeded(face: string, characters: readonly number[]): boolean {
  return !face.includes('Pretendard') && needs(face, characters);
}

/** The names of the font files that the interface needs. */
export function ownFontFiles(root: string): ReadonlySet<string> {
  const characters = ownCharacters(root);
  const styles = TYPED_FONTS.map((path) => readFileSync(join(root, path), 'utf8'));
  const faces = styles.flatMap((css) => css.match(FACE) ?? []).filter((face) => isNeeded(face, characters));
  return new Set([
    ...piecesOf(root).map(({ name }) => `${name}.woff2`),
    ...faces.flatMap((face) => /([^/()'"]+\.woff2)/.exec(face)?.[1] ?? []),
  ]);
}

/** Removes the font faces that the interface doesn't need from the styles. */
export function ownFontsOnly(root: string): Plugin {
  const characters = ownCharacters(root);
  return {
    name: 'own-fonts-only',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: TYPED_FONT_STYLES },
      handler: (code) => ({
        code: code.replace(FACE, (face) => (isNeeded(face, characters) ? face : '')),
        map: null,
      }),
    },
  };
}
