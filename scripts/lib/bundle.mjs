/** Node 20 runs no TypeScript, so what scripts run of it is bundled first. */
import { dirname, join } from 'node:path';
import { root } from './process.mjs';

/**
 * Packages stay outside of the bundle. Its files are named after the source files, with the ending `.js`.
 *
 * @param {string[]} files from the project root
 * @param {string} outDir
 */
export async function bundle(files, outDir) {
  // Only now: on a fresh clone Vite was not there before.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        // In the bundle a module lies elsewhere, but it still looks for files beside its source.
        name: 'folder-of-the-source',
        transform: (code, id) => code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
      },
    ],
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: files.map((file) => join(root, file)),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}
