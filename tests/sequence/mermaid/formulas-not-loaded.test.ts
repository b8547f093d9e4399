// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { phrasebook } from '../../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../../src/sequence/describe-imported.ts';
import { toMermaid } from '../../../src/sequence/to-mermaid.ts';
import { importedFrom } from '../../support/diagram-fixtures.ts';
import '../../support/css-colours.ts';

vi.mock('../../../src/sequence/mermaid/formula-text.ts', () => {
  throw new Error('Not loaded.');
});

it('shows formulas as TeX where KaTeX can’t be loaded, and exports them as formulas', async () => {
  const diagram = describeImported(
    await importedFrom('sequenceDiagram\nA->>B: so $$a < b$$'),
    phrasebook.imported,
  );
  expect(diagram.steps[0]?.row).toMatchObject({ label: 'so $$a < b$$' });
  expect(toMermaid(diagram).text).toContain(': so $$a < b$$');
});
