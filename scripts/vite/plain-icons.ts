/** Replaces the rendering of Lucide's icons: the package's own is 1.3 kB, compressed, of the first load. */
import { join } from 'node:path';
import type { Plugin } from 'vite';

const rendering = join(import.meta.dirname, '../../src/ui/lucide-icon.ts');

export function plainIcons(): Plugin {
  return {
    name: 'plain-icons',
    apply: 'build',
    load: {
      filter: { id: /\/lucide-react\/dist\/esm\/createLucideIcon\.mjs$/ },
      handler: () => `export { createLucideIcon as default } from ${JSON.stringify(rendering)};`,
    },
  };
}
