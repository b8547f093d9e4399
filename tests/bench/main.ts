/** `main.js <part> <file>`: measures one part and writes its table rows to the file, as JSON. */
import { writeFileSync } from 'node:fs';
import type { Row } from './row.ts';

const parts: Record<string, () => Promise<readonly Row[]>> = {
  kernel: async () => (await import('./kernel.ts')).measure(),
  simulation: async () => (await import('./simulation.ts')).measure(),
  lab: async () => (await import('./lab.ts')).measure(),
  step: async () => (await import('./step.ts')).measureSteps(),
  length: async () => (await import('./step.ts')).measureLengths(),
  crash: async () => (await import('./step.ts')).measureCrashes(),
  mermaid: async () => (await import('./mermaid.ts')).measure(),
  play: async () => (await import('./play.ts')).measure(),
  load: async () => (await import('./load.ts')).measure(),
};

const [name = '', file = ''] = process.argv.slice(2);
const measure = parts[name];
if (measure === undefined) throw new Error(`Unknown part "${name}".`);
writeFileSync(file, JSON.stringify(await measure()));
