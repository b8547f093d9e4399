/** Packs files into one ZIP archive. */
import { strToU8, zip } from 'fflate';
import type { Files } from './server-files.ts';

/** All files are in this folder, so that unpacking doesn't scatter them. */
const FOLDER = 'statescope-cluster';

export function zipOf(files: Files): Promise<Blob> {
  const content = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, strToU8(text)]),
  );
  return new Promise((resolve, reject) => {
    zip(content, { level: 6 }, (error, bytes) => {
      if (error === null) resolve(new Blob([Uint8Array.from(bytes)], { type: 'application/zip' }));
      else reject(error);
    });
  });
}
