/** The words of the comparison. Each language has them in a chunk of their own. */
import type { ComparisonId, ComparisonRow, Measure, PerColumn } from '../../lessons/comparison.ts';

export interface ComparisonWords {
  readonly modes: TableWords<'modes'>;
  readonly logins: TableWords<'logins'>;
  /** Above the names of the rows. */
  readonly aspect: string;
  /** For the links in a cell. */
  readonly seen: string;
  /** The measured quantity and its value. */
  measured(what: Measure['what'], value: string): string;
  /** How it was measured. */
  readonly measuring: string;
}

export interface TableWords<Id extends ComparisonId> {
  readonly title: string;
  readonly introduction: string;
  readonly columns: PerColumn<Id, string>;
  readonly rows: Readonly<Record<ComparisonRow<Id>, RowWords<Id>>>;
}

interface RowWords<Id extends ComparisonId> {
  readonly name: string;
  readonly cells: PerColumn<Id, string>;
}
