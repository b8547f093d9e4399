/** Embeds the page's own fonts in a picture, but only the parts that the picture's characters need. */

/** The font families of pictures, and the fallback for characters that they lack. */
const FAMILIES = ['Statescope Sans', 'Pretendard Variable'] as const;
export const PICTURE_FAMILY = [...FAMILIES.map((family) => `"${family}"`), 'sans-serif'].join(', ');

/** Waits until text can be measured as it will be drawn. */
export async function loadFonts(text: string): Promise<void> {
  // Only the faces that will be used: asked for the whole list, a browser loads each family's face of a character.
  await Promise.all(
    facesFor(text).map(({ face, letter }) => document.fonts?.load(`600 20px "${face.family}"`, letter)),
  );
}

export interface PictureFonts {
  /** `@font-face` rules with embedded fonts. */
  readonly css: string;
  /** One character per font that uses it. */
  readonly letters: readonly string[];
}

/** @throws When a font can't be loaded. */
export async function picturedFonts(text: string): Promise<PictureFonts> {
  const faces = facesFor(text);
  const rules = await Promise.all(faces.map(async ({ face }) => ruleOf(face, await dataOf(face.url))));
  return { css: rules.join(''), letters: faces.map(({ letter }) => letter) };
}

interface UsedFace {
  readonly face: Face;
  /** A character that uses it. */
  readonly letter: string;
}

function facesFor(text: string): readonly UsedFace[] {
  const letters = [...new Set(text)].filter((character) => INK.test(character));
  const letterByFace = new Map<Face, string>();
  const all = facesOfPage();
  for (const letter of letters) {
    const face = all.find(({ range }) => isIn(letter.codePointAt(0) ?? 0, range));
    if (face !== undefined && !letterByFace.has(face)) letterByFace.set(face, letter);
  }
  return [...letterByFace].map(([face, letter]) => ({ face, letter }));
}

/** Letters and digits are visible, and have no special meaning in XML. */
const INK = /[\p{L}\p{N}]/u;

interface Face {
  readonly family: (typeof FAMILIES)[number];
  readonly url: string;
  /** In CSS notation; empty for all characters. */
  readonly range: string;
  readonly weight: string;
}

/** In the order in which a browser would use them. */
function facesOfPage(): readonly Face[] {
  const all = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const value = (name: string) => rule.style.getPropertyValue(name);
      const source = /url\(["']?([^"'()]+)/.exec(value('src'))?.[1];
      const name = value('font-family').replaceAll(/["']/g, '');
      const family = FAMILIES.find((each) => each === name);
      if (source === undefined || family === undefined) return [];
      const url = new URL(source, sheet.href ?? document.baseURI).href;
      return [{ family, url, range: value('unicode-range'), weight: value('font-weight') || '400' }];
    }),
  );
  return FAMILIES.flatMap((family) => all.filter((face) => face.family === family));
}

/** CSS `unicode-range`: `U+AC00-D7A3, U+4E??, U+20`. */
function isIn(code: number, range: string): boolean {
  if (range === '') return true;
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    const low = Number.parseInt(first.replaceAll('?', '0'), 16);
    const high = Number.parseInt(last.replaceAll('?', 'F'), 16);
    return low <= code && code <= high;
  });
}

function ruleOf({ family, range, weight }: Face, data: string): string {
  const rangeRule = range === '' ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:"${family}";font-weight:${weight};${rangeRule}src:url(${data}) format("woff2");}`;
}

const fetched = new Map<string, Promise<string>>();

async function dataOf(url: string): Promise<string> {
  if (url.startsWith('data:')) return url;
  const data = fetched.get(url) ?? fetchData(url);
  fetched.set(url, data);
  data.catch(() => fetched.delete(url));
  return data;
}

async function fetchData(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The font ${url} could not be fetched: ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}
