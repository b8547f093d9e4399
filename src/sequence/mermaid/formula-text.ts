/**
 * Writes TeX as text: `x²`, `√(a + b)`, `a/b`. KaTeX, which Mermaid renders formulas with, reads it and makes MathML; its
 * characters are Unicode already, so only what stands above or below the line needs words.
 */
import katex from 'katex';

/** @returns null for TeX that KaTeX can't read. */
export function formulaText(tex: string): string | null {
  try {
    const options = {
      output: 'mathml',
      throwOnError: true,
      strict: false,
      trust: false,
      maxExpand: 500,
    } as const;
    const html = katex.renderToString(tex, options);
    const math = new DOMParser()
      .parseFromString(html, 'text/html')
      .querySelector('semantics > mrow, math > mrow');
    const text =
      math === null
        ? ''
        : textOf(math)
            .replace(/[\s\u2000-\u200a]+/g, ' ')
            .trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

const RELATION = /^[=<>≤≥≠≈≡∼∝→←↔⇒⇐⇔↦∈∉⊂⊆∣]$/;
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  ˉ: '\u0304',
  '‾': '\u0304',
  '˙': '\u0307',
  '⃗': '\u20d7',
  '→': '\u20d7',
};
const RAISED = pairs('0123456789+-=()niabcdefghjklmoprstuvwxyz', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ');
const LOWERED = pairs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function pairs(plain: string, other: string): ReadonlyMap<string, string> {
  const others = [...other];
  return new Map([...plain].map((character, index) => [character, others[index] ?? character]));
}

function textOf(element: Element): string {
  const parts = [...element.children];
  const [first = '', second = '', third = ''] = parts.slice(0, 3).map(textOf);
  switch (element.localName) {
    case 'mo': {
      const sign = plain(element);
      return RELATION.test(sign) ? ` ${sign} ` : sign;
    }
    case 'mi':
    case 'mn':
    case 'mtext':
      return plain(element);
    case 'mspace':
      return ' ';
    case 'annotation':
      return '';
    case 'msup':
      return first + script(second, RAISED, '^');
    case 'msub':
      return first + script(second, LOWERED, '_');
    case 'msubsup':
    case 'munderover':
      return first + script(second, LOWERED, '_') + script(third, RAISED, '^');
    case 'munder':
      return first + script(second, LOWERED, '_');
    case 'mover':
      return ACCENTS[second.trim()] === undefined
        ? first + script(second, RAISED, '^')
        : accented(first, second);
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(parts.map(textOf).join(''))}`;
    case 'mroot':
      return `${script(second, RAISED, '')}√${grouped(first)}`;
    case 'mtr':
      return parts.map(textOf).join(', ');
    case 'mtable':
      return parts.map(textOf).join('; ');
    default:
      return parts.map(textOf).join('');
  }
}

/** Without the invisible signs of function application and the like. */
function plain(element: Element): string {
  return (element.textContent ?? '').replace(/[\u2061-\u2064\u200b]/g, '').replace(/\u2212/g, '−');
}

function accented(base: string, sign: string): string {
  return base + (ACCENTS[sign.trim()] ?? '');
}

/** In raised or lowered characters if all of it has them. */
function script(text: string, characters: ReadonlyMap<string, string>, sign: string): string {
  const letters = [...text.replaceAll('−', '-').replaceAll(' ', '')];
  if (letters.every((letter) => characters.has(letter))) {
    return letters.map((letter) => characters.get(letter)).join('');
  }
  return sign + grouped(text.trim());
}

function grouped(text: string): string {
  const trimmed = text.trim();
  return [...trimmed].length === 1 || /^[\p{L}\p{N}.]+$/u.test(trimmed) ? trimmed : `(${trimmed})`;
}
