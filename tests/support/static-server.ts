/** Serves a folder under a subpath, like a web host. It can go offline, and serve a newer version of the page. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const PARTS = 'assets/';
const NEW_PARTS = 'assets-2/';

/** Its hash changes only with its own code. It imports the bundler's runtime, beside it. */
const LIBRARY = /^assets\/(react|rolldown-runtime)-/;

/** The page goes on naming the chunk of React as before. */
const renamed = (text: string) => text.replaceAll(/assets\/(?!react-)/g, NEW_PARTS);
const isText = (name: string) => ['.html', '.js', '.css'].includes(extname(name));

export interface StaticServer {
  /** Ends with a slash. */
  readonly address: string;
  /** Serves the same page as another build would be: the old names of its parts are gone. */
  redeploy(): void;
  /** Transforms the files of these names from now on. */
  change(edits: Readonly<Record<string, (text: string) => string>>): void;
  stop(): Promise<void>;
}

/** @param path Begins and ends with a slash. */
export async function serve(folder: string, path: string): Promise<StaticServer> {
  let edits: Readonly<Record<string, (text: string) => string>> = {};
  let isRedeployed = false;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === path ? 'index.html' : normalize(pathname.slice(path.length));
    try {
      if (!pathname.startsWith(path) || name.startsWith('..')) throw new Error('Not found.');
      if (isRedeployed && name.startsWith(PARTS) && !LIBRARY.test(name)) throw new Error('Not found.');
      const file = await readFile(join(folder, isRedeployed ? name.replace(NEW_PARTS, PARTS) : name));
      const edit = edits[name] ?? (isRedeployed && isText(name) ? renamed : undefined);
      response.setHeader('Content-Type', types[extname(name)] ?? 'text/plain');
      response.end(edit === undefined ? file : edit(file.toString()));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    change: (next) => {
      edits = next;
    },
    redeploy: () => {
      isRedeployed = true;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
