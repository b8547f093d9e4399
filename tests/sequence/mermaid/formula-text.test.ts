// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../../src/sequence/describe-imported.ts';
import { formulaText } from '../../../src/sequence/mermaid/formula-text.ts';
import { toPlantUml } from '../../../src/sequence/plantuml/to-plantuml.ts';
import { toMermaid } from '../../../src/sequence/to-mermaid.ts';
import { importedFrom } from '../../support/diagram-fixtures.ts';
import '../../support/css-colours.ts';

describe('TeX as text', () => {
  it('is written in one pass, however deep it is', () => {
    // With two passes for each level, it would take 2³⁰ steps.
    const depth = 30;
    const text = formulaText(`${'\\sqrt{'.repeat(depth)}x${'}'.repeat(depth)}`);
    expect(text).toMatch(/^√.*x/);
    expect(text?.match(/√/g)).toHaveLength(depth);
  });

  it.each([
    ['x^2 + y_1', 'x²+y₁'],
    ['\\alpha \\to \\beta', 'α → β'],
    ['\\frac{a}{b}', 'a/b'],
    ['\\frac{n+1}{2k}', '(n+1)/2k'],
    ['\\sqrt{x+1}', '√(x+1)'],
    ['\\sqrt[3]{x}', '³√x'],
    ['\\sum_{i=1}^{n} x_i', '∑ᵢ₌₁ⁿxᵢ'],
    ['g^{ab} \\bmod p', 'gᵃᵇ mod p'],
    ['e^{Q}', 'e^Q'],
    ['\\hat{x}', 'x̂'],
    ['\\text{응답 시간} \\le 3', '응답 시간 ≤ 3'],
    ['O(n \\log n)', 'O(n log n)'],
    ['\\log_g A', 'log_g A'],
    ['\\log_2 n', 'log₂ n'],
    ['2\\cos x', '2 cos x'],
    ['\\gcd(a,b)', 'gcd(a, b)'],
    ['\\arg\\max_\\theta f(\\theta)', 'arg max_θ f(θ)'],
    ['x^{max}', 'xᵐᵃˣ'],
    ["f'(x)", 'f′(x)'],
    ['\\mathbb{Z}_p^*', 'Zₚ*'],
    ['\\binom{n}{k}', '(n, k)'],
    ['x_1,\\dots,x_n', 'x₁, …, xₙ'],
    ['\\begin{matrix}a & b\\\\c & d\\end{matrix}', 'a, b; c, d'],
    ['\\begin{align}a &= b\\\\c &= d\\end{align}', 'a = b; c = d'],
  ])('%s', (tex, text) => {
    expect(formulaText(tex)).toBe(text);
  });

  it.each(['\\frac{1', '\\nosuchcommand{x}', ''])('is left as it is if KaTeX can’t read it: %s', (tex) => {
    expect(formulaText(tex)).toBeNull();
  });
});

const diffieHellman = `sequenceDiagram
participant A as Alice $$a$$
A->>B: sends $$g^a \\bmod p$$, now
Note over A,B: $$\\nabla x < \\frac{1}{2}$$
B->>A: costs $$5 and $$\\bad{$$`;

describe('a diagram with formulas', () => {
  it('shows them as text, on the stage and where there is only text', async () => {
    const diagram = describeImported(await importedFrom(diffieHellman), phrasebook.imported);
    const rows = diagram.steps.map(({ row }) => ('label' in row ? row.label : 'text' in row ? row.text : ''));
    expect(rows[0]).toBe('sends gᵃ mod p, now');
    expect(rows[1]).toContain('1/2');
    expect(diagram.participants[0]?.name).toBe('Alice a');
    expect(toPlantUml(diagram)).not.toContain('nabla');
  });

  it('keeps their TeX in Mermaid text, which comes back equal', async () => {
    const imported = await importedFrom(diffieHellman);
    const { text } = toMermaid(describeImported(imported, phrasebook.imported));
    expect(text).toContain('$$g^a \\bmod p$$');
    expect(await importedFrom(text)).toEqual(imported);
  });
});
