/** Two comparison tables. Each cell links to moments that show it. */
import {
  type Comparison,
  type ComparisonId,
  loginsCompared,
  modesCompared,
} from '../../lessons/comparison.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import { ComparisonCellView } from './comparison-cell.tsx';
import styles from './comparison-page.module.css';
import type { TableWords } from './comparison-words.ts';

export function ComparisonPage() {
  const words = useLoaded(useText().loadComparison);
  if (words === null) return null;
  return (
    <>
      <Table comparison={modesCompared} words={words.modes} aspect={words.aspect} />
      <Table comparison={loginsCompared} words={words.logins} aspect={words.aspect} />
      <p className={styles.note}>{words.measuring}</p>
    </>
  );
}

interface TableProps<Id extends ComparisonId> {
  readonly comparison: Comparison<Id>;
  readonly words: TableWords<Id>;
  readonly aspect: string;
}

function Table<Id extends ComparisonId>({ comparison: { id, rows }, words, aspect }: TableProps<Id>) {
  return (
    <section className={styles.comparison} aria-labelledby={`comparison-${id}`}>
      <h3 id={`comparison-${id}`}>{words.title}</h3>
      <p>{words.introduction}</p>
      <table className={styles.table} aria-labelledby={`comparison-${id}`}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{aspect}</span>
            </th>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id: row, cells }) => (
            <tr key={row}>
              <th scope="row">{words.rows[row].name}</th>
              {cells.map((cell, index) => (
                <td key={words.columns[index]}>
                  <ComparisonCellView
                    cell={cell}
                    column={words.columns[index] ?? ''}
                    text={words.rows[row].cells[index] ?? ''}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
