/**
 * PlantUML's formulas as text: `<math>` has AsciiMath and `<latex>` has TeX (https://plantuml.com/ascii-math). Only what
 * both have in common with plain text is read: names of symbols, fractions, roots, and what stands above or below the line.
 */
import { grouped, LOWERED, RAISED, raisedOrLowered } from '../raised.ts';

const FORMULA = /<(math|latex)>([^<]{1,2000})<\/\1>/gi;

export function withReadableFormulas(label: string): string {
  return label.replace(FORMULA, (_, __, formula: string) => readableFormula(formula));
}

const symbols: Readonly<Record<string, string>> = {
  ...{
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    theta: 'θ',
    lambda: 'λ',
    mu: 'μ',
    pi: 'π',
  },
  ...{ rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', omega: 'ω', Delta: 'Δ', Sigma: 'Σ', Omega: 'Ω' },
  ...{ int: '∫', sum: '∑', prod: '∏', sqrt: '√', oo: '∞', infty: '∞', in: '∈', xx: '×', times: '×' },
  ...{ cdot: '⋅', pm: '±', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', approx: '≈' },
  ...{ to: '→', rarr: '→', rightarrow: '→', mod: ' mod ', bmod: ' mod ', ldots: '…', dots: '…' },
  ...{ left: '', right: '', limits: '', displaystyle: '' },
};
const signs: Readonly<Record<string, string>> = {
  '+-': '±',
  '->': '→',
  '=>': '⇒',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
};

const FRACTION = /\\[dt]?frac\{([^{}]{0,200})\}\{([^{}]{0,200})\}/g;
const STYLED = /\\(?:mathbf|mathrm|mathbb|mathcal|mbox|text|operatorname)\{([^{}]{0,200})\}/g;
const ROOT = /\\sqrt\{([^{}]{0,200})\}/g;
const SCRIPT = /([_^])(?:\{([^{}]{0,200})\}|\(([^()]{0,200})\)|(\d{1,20}|[a-z*′]))/gi;
const SIGN = /\+-|->|=>|<=|>=|!=/g;
const NAME = /\\?[a-z]{2,20}/gi;

function readableFormula(formula: string): string {
  return formula
    .replace(FRACTION, (_, above: string, below: string) => `${grouped(above)}/${grouped(below)}`)
    .replace(STYLED, '$1')
    .replace(ROOT, (_, inside: string) => `√${grouped(inside)}`)
    .replace(SIGN, (sign) => signs[sign] ?? sign)
    .replace(NAME, (name) => symbols[name.replace('\\', '')] ?? name.replace('\\', ''))
    .replace(SCRIPT, (_, sign: string, braced?: string, bracketed?: string, plain = '') =>
      raisedOrLowered(braced ?? bracketed ?? plain, sign === '_' ? LOWERED : RAISED, sign),
    )
    .replace(/[{}\\]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
