/** Prints how often a soak reached each situation: a row per fault and outcome, a column per strategy. */

/**
 * @param {ReadonlyMap<string, number>} counts by `strategy | fault | outcome`
 * @param {readonly string[]} expected the reachable cells
 * @returns {string[]} the reachable cells that weren't reached
 */
export function printSituations(counts, expected) {
  const wanted = new Set(expected);
  const cells = [...new Set([...expected, ...counts.keys()])].map((cell) => cell.split(' | '));
  const strategies = [...new Set(cells.map(([strategy = '']) => strategy))];
  const rows = [...new Set(cells.map(([, fault, outcome]) => `${fault} | ${outcome}`))].sort();
  const width = Math.max(...rows.map((row) => row.length));
  console.log(`\n${''.padEnd(width)}  ${strategies.map((strategy) => strategy.padStart(14)).join('')}`);
  for (const row of rows) {
    const figures = strategies.map((strategy) => {
      const cell = `${strategy} | ${row}`;
      const times = counts.get(cell) ?? 0;
      return (times > 0 ? String(times) : wanted.has(cell) ? 'MISSING' : '·').padStart(14);
    });
    console.log(`${row.padEnd(width)}  ${figures.join('')}`);
  }
  return expected.filter((cell) => !counts.has(cell));
}
