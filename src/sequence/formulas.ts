/** Formulas in an imported diagram: TeX between `$$`, as in Mermaid. Where only text can stand, they're shown as text. */

/** Text of formulas by their TeX. */
export type Formulas = Readonly<Record<string, string>>;

/** Words in a formula can have formulas in single dollar signs. */
const FORMULA = /\$\$([^\n]{1,2000}?)\$\$/g;

/** The TeX of each formula. */
export function formulasIn(text: string): readonly string[] {
  return [...text.matchAll(FORMULA)].map(([, tex = '']) => tex);
}

/** With text in place of the formulas that have one. */
export function withFormulas(text: string, formulas: Formulas | undefined): string {
  if (formulas === undefined) return text;
  return text.replace(FORMULA, (whole, tex: string) => formulas[tex] ?? whole);
}

interface Rewriting {
  readonly words: (text: string) => string;
  readonly formula: (tex: string) => string;
}

/** Characters for private use hold the places of formulas meanwhile. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const HELD = /\ue000(\d{1,9})\ue001/g;

/** Rewrites the formulas that have a text, and the words around them. */
export function besideFormulas(text: string, formulas: Formulas | undefined, rewriting: Rewriting): string {
  if (formulas === undefined) return rewriting.words(text);
  const held: string[] = [];
  const words = text.replace(FORMULA, (whole, tex: string) =>
    formulas[tex] === undefined ? whole : `${OPEN}${held.push(tex) - 1}${CLOSE}`,
  );
  return rewriting.words(words).replace(HELD, (whole, index: string) => {
    const tex = held[Number(index)];
    return tex === undefined ? whole : rewriting.formula(tex);
  });
}
