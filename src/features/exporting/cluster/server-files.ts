/** Files of the small Node server: the same for every strategy, but for the one that says where sessions are kept. */
import type { StrategyId } from '../../../simulation/strategies/strategies.ts';

/** Texts by path within the archive. */
export type Files = Readonly<Record<string, string>>;

const DIRECTORY = './files/server/';

const sources = import.meta.glob<string>('./files/server/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const dockerfile = `FROM node:22-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY *.mjs ./
CMD ["node", "server.mjs"]
`;

/** The server's modules with `sessions.mjs` for this strategy, its packages, and a Dockerfile. */
export function serverFiles(strategy: StrategyId): Files {
  const sessions = sourceOf(`sessions-${strategy}.mjs`);
  const files: Record<string, string> = {
    'server.mjs': sourceOf('server.mjs'),
    'sessions.mjs': sessions,
    'package.json': sourceOf('package.json'),
    'package-lock.json': sourceOf('package-lock.json'),
    Dockerfile: dockerfile,
  };
  const imported = [files['server.mjs'], sessions];
  for (let text = imported.pop(); text !== undefined; text = imported.pop()) {
    for (const name of modulesImportedBy(text)) {
      if (name in files) continue;
      files[name] = sourceOf(name);
      imported.push(files[name]);
    }
  }
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`server/${name}`, text]));
}

function modulesImportedBy(text: string): string[] {
  return [...text.matchAll(/from '\.\/([^']+)'/g)].flatMap(([, name]) => name ?? []);
}

function sourceOf(name: string): string {
  const text = sources[`${DIRECTORY}${name}`];
  if (text === undefined) throw new Error(`There is no ${DIRECTORY}${name}.`);
  return text;
}
