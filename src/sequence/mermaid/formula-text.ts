/**
 * Writes TeX as text: `x²`, `√(a + b)`, `a/b`. KaTeX, which Mermaid renders formulas with, reads it and makes MathML; its
 * characters are Unicode already, so only what stands above or below the line needs words.
 */
import katex from 'katex';
import { grouped, LOWERED, RAISED, raisedOrLowered as script } from '../raised.ts';

/** @returns null for TeX that KaTeX can't read. */
export function formulaText(tex: string): string | null {
  try {
    const math = new DOMParser()
      .parseFromString(mathMl(tex), 'text/html')
      .querySelector('semantics > mrow, semantics > mtable');
    const text = math === null ? '' : textOf(math).replace(BEFORE_BRACKET, '').replace(SPACES, ' ').trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

/** @throws For TeX that KaTeX can't read. */
function mathMl(tex: string): string {
  const options = {
    output: 'mathml',
    throwOnError: true,
    strict: false,
    trust: false,
    maxExpand: 500,
  } as const;
  try {
    return katex.renderToString(tex, options);
  } catch {
    // Mermaid's formulas are displayed ones, in which more is allowed, such as `align`.
    return katex.renderToString(tex, { ...options, displayMode: true });
  }
}

/** Around the name of a function, such as `log`: a space, but not before a bracket. Not a letter of any formula. */
const AROUND_NAME = '\u2061';
const BEFORE_BRACKET = /\u2061[\s\u2000-\u200a]*(?=[([{|⌊⌈])/g;
const SPACES = /[\s\u2000-\u200a\u2061]+/g;
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
function textOf(element: Element): string {
  // Each part once: twice for each level would be 2ⁿ times for n of them.
  const parts = [...element.children].map(textOf);
  const [first = '', second = '', third = ''] = parts;
  switch (element.localName) {
    case 'mo': {
      if (element.textContent === AROUND_NAME) return AROUND_NAME;
      const sign = plain(element);
      if (sign === ',') return ', ';
      return RELATION.test(sign) ? ` ${sign} ` : sign;
    }
    case 'mi': {
      const name = plain(element);
      return /^[a-z]{2,}$/i.test(name) ? AROUND_NAME + name : name;
    }
    case 'mn':
    case 'mtext':
      return plain(element);
    case 'mspace':
      return ' ';
    case 'annotation':
      return '';
    case 'msup':
      return beside(first, script(second, RAISED, '^'));
    case 'msub':
      return beside(first, script(second, LOWERED, '_'));
    case 'msubsup':
    case 'munderover':
      return beside(first, script(second, LOWERED, '_') + script(third, RAISED, '^'));
    case 'munder':
      return beside(first, script(second, LOWERED, '_'));
    case 'mover':
      return ACCENTS[second.trim()] === undefined
        ? beside(first, script(second, RAISED, '^'))
        : accented(first, second);
    case 'mfrac':
      // A binomial coefficient has no line, and brackets around it.
      return element.getAttribute('linethickness') === '0px'
        ? `${first}, ${second}`
        : `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    case 'mroot':
      return `${script(second, RAISED, '')}√${grouped(first)}`;
    case 'mtr':
      return cells(parts);
    case 'mtable':
      return parts.join('; ');
    default:
      return parts.join('');
  }
}

/** Equations are aligned at their signs of relation, between cells that are empty at both ends. */
function cells(parts: readonly string[]): string {
  const isFilled = (part: string) => part.trim() !== '';
  const filled = parts.slice(Math.max(0, parts.findIndex(isFilled)), parts.findLastIndex(isFilled) + 1);
  return filled
    .map((part, index) => (index === 0 || RELATION.test(part.trim().charAt(0)) ? part : `, ${part}`))
    .join('');
}

/** Without the invisible signs of function application and the like. */
function plain(element: Element): string {
  return (element.textContent ?? '').replace(/[\u2061-\u2064\u200b]/g, '').replace(/\u2212/g, '−');
}

function accented(base: string, sign: string): string {
  return base + (ACCENTS[sign.trim()] ?? '');
}

/** The space after the name of a function stands after what is raised or lowered beside it. */
function beside(base: string, scripts: string): string {
  return base.endsWith(AROUND_NAME) ? base.slice(0, -1) + scripts + AROUND_NAME : base + scripts;
}
