/** Mermaid's arrows by their `LINETYPE` numbers in the pinned version. */
import type { ImportedMessage } from '../imported-diagram.ts';

type Arrow = Pick<ImportedMessage, 'line' | 'head'>;

export const arrows: ReadonlyMap<number, Arrow> = new Map<number, Arrow>([
  [0, { line: 'solid', head: 'arrow' }],
  [1, { line: 'dashed', head: 'arrow' }],
  [3, { line: 'solid', head: 'cross' }],
  [4, { line: 'dashed', head: 'cross' }],
  [5, { line: 'solid', head: 'none' }],
  [6, { line: 'dashed', head: 'none' }],
  [24, { line: 'solid', head: 'open' }],
  [25, { line: 'dashed', head: 'open' }],
  [33, { line: 'solid', head: 'both' }],
  [34, { line: 'dashed', head: 'both' }],
  ...halves(41, 'solid'),
  ...halves(51, 'dashed'),
]);

/** Half arrows have consecutive numbers. */
function halves(first: number, line: Arrow['line']): (readonly [number, Arrow])[] {
  const heads = [
    ...(['half-top', 'half-bottom', 'stick-top', 'stick-bottom'] as const),
    ...(['half-top-back', 'half-bottom-back', 'stick-top-back', 'stick-bottom-back'] as const),
  ];
  return heads.map((head, index) => [first + index, { line, head }]);
}
