/** Which unit tests share their modules, and which get them anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a test changes for all that come after it: a document, a module, a global, a clock. */
const leavesTraces = /@vitest-environment|\bvi\.(mock|doMock|resetModules|spyOn|stub\w+|useFakeTimers)\b/;

/**
 * Loading the modules takes half of a test file's time. The tests of pure code share them; a test that needs a document
 * or replaces something has them for itself.
 */
export function testProjects(root: string) {
  const files = ['tests', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.test\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );
  const alone = files.filter((file) => leavesTraces.test(readFileSync(join(root, file), 'utf8')));
  const shared = files.filter((file) => !alone.includes(file));
  return [
    { extends: true as const, test: { name: 'shared', include: shared, isolate: false } },
    { extends: true as const, test: { name: 'alone', include: alone } },
  ];
}
