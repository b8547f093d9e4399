/** `main.js <part> <file>`: measures one part and writes its rows of the table into the file, as JSON. */
import { writeFileSync } from 'node:fs';
import type { Row } from './row.ts';

const parts: Record<string, () => Promise<{ measure(): Promise<readonly Row[]> }>> = {
  kernel: () => import('./kernel.ts'),
  simulation: () => import('./simulation.ts'),
  step: () => import('./step.ts'),
  load: () => import('./load.ts'),
};

const [name = '', file = ''] = process.argv.slice(2);
const load = parts[name];
if (load === undefined) throw new Error(`There is no part "${name}".`);
const { measure } = await load();
writeFileSync(file, JSON.stringify(await measure()));
