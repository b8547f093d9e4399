/**
 * For `npm start`: browsers keep the files of `assets/` for good, because their names change with their content. All
 * other files, such as index.html, are revalidated by their ETag. Vite itself compresses what it serves.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ASSET = /^\/(assets\/[\w.-]+)(?:\?|$)/;

export function cachedAssets(): Plugin {
  return {
    name: 'cached-assets',
    configurePreviewServer({ config, middlewares }) {
      const folder = join(config.root, config.build.outDir);
      middlewares.use((request, response, next) => {
        const path = ASSET.exec(request.url ?? '')?.[1];
        // A missing file can exist after the next build.
        if (path !== undefined && existsSync(join(folder, path))) {
          response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
        }
        next();
      });
    },
  };
}
