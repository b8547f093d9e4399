/** Node 20 can't run TypeScript, so scripts bundle the TypeScript that they run. */
import { dirname, join } from 'node:path';
import { root } from './process.mjs';

/**
 * Writes one JavaScript file per source file, with the same name. Packages aren't bundled.
 *
 * @param {string[]} files from the project root
 * @param {string} outDir
 * @param {import('vite').Plugin[]} plugins
 */
export async function bundle(files, outDir, plugins = []) {
  // Imported late, because a fresh clone has no Vite before the installation.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      ...plugins,
      {
        // The bundle lies in another folder, but its modules read files beside their sources.
        name: 'source-folder',
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
