import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn, writeLines } from '../../scripts/lib/line-streams.mjs';

async function all(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const read: string[] = [];
  for await (const line of lines) read.push(line);
  return read;
}

describe('lines of a file', () => {
  it('are the same in whatever chunks the file comes', async () => {
    const chunks = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '한'), minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(chunks, async (given) => {
        expect(await all(linesIn(Readable.from(given)))).toEqual(given.join('').split('\n'));
      }),
    );
  });

  it('are made only as fast as they are written', async () => {
    let made = 0;
    let written = 0;
    let mostWaiting = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        mostWaiting = Math.max(mostWaiting, made - written);
        written += chunk.length;
        setImmediate(done);
      },
    });
    function* lines() {
      for (let index = 0; index < 10_000; index += 1) {
        const line = `${'x'.repeat(99)}\n`;
        made += line.length;
        yield line;
      }
    }
    await writeLines(lines(), slow);
    expect(made).toBe(1_000_000);
    expect(mostWaiting).toBeLessThan(100_000);
    slow.end();
    await new Promise((resolve) => slow.once('finish', resolve));
    expect(written).toBe(made);
  });
});
