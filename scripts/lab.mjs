/** `npm run lab`: runs a study of the lab on all cores and writes its runs to the standard output. */
import { createReadStream, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { natural, readArguments } from './lib/arguments.mjs';
import { bundle } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { labThread } from './lib/lab-threads.mjs';
import { linesIn, writeLines } from './lib/line-streams.mjs';
import { fail, onEndSignal, root } from './lib/process.mjs';

const PROGRESS_EVERY_MS = 5_000;

const usage = `Runs a study of the lab and writes its runs as newline-delimited JSON, which the page opens.

  npm run -s lab -- study.json [options] > runs.ndjson
  npm run -s lab -- --merge one.ndjson other.ndjson > runs.ndjson

  study.json   a file with a study, or the name of a ready-made one
  --workers N  how many threads (default: one for each core)
  --shard i/n  only this part of the runs, such as 2/5: the second of five (default: 1/1)
  --merge      puts the parts from several machines together
  --csv        writes the table of results instead of the runs
  --help       show this text`;
const cache = join(root, 'node_modules/.cache/lab');

const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: {
    workers: { type: 'string' },
    shard: { type: 'string', default: '1/1' },
    merge: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
  },
});
const workers =
  values.workers === undefined
    ? availableParallelism()
    : natural('workers', values.workers, { min: 1, max: 9_999 });
const shard = shardOf(values.shard);

// Before the slow stages. A name without a dot or a slash can be that of a ready-made study.
for (const name of positionals) if (values.merge || /[./\\]/.test(name)) text(name);

// The standard output has the runs and nothing else.
console.log = console.error;
await ensureInstalled();
await bundle(['scripts/lib/lab.ts', 'scripts/lib/lab-worker.ts'], cache);
/** @type {typeof import('./lib/lab.ts')} */
const lab = await import(pathToFileURL(join(cache, 'lab.js')).href);

const results = values.merge ? await merged(positionals) : await swept(studyOf(positionals));
await writeLines(values.csv ? lab.csvLines(results) : lab.fileLines(results), process.stdout);

/**
 * @param {import('../src/lab/study.ts').Study} study
 * @returns {Promise<import('../src/lab/results.ts').Results>}
 */
function swept(study) {
  return new Promise((resolve) => {
    let reportedMs = performance.now();
    const sweep = lab.startSweep(study, {
      workers,
      shard,
      createWorker: () => labThread(join(cache, 'lab-worker.js')),
      nowMs: () => performance.now(),
      onProgress: ({ results, total, leftMs, status, problem }) => {
        const isOver = status !== 'running';
        if (isOver || performance.now() - reportedMs > PROGRESS_EVERY_MS) {
          reportedMs = performance.now();
          const left = leftMs === null ? '' : `, ${Math.ceil(leftMs / 1_000)} s left`;
          console.error(`${results.done} of ${total} runs${isOver ? `: ${status}` : left}`);
        }
        if (!isOver) return;
        if (results.failed > 0) console.error(`${results.failed} runs failed: ${problem ?? 'a worker died'}`);
        if (status === 'failed') process.exitCode = 1;
        resolve(results);
      },
    });
    // What is finished is written.
    onEndSignal(() => {
      process.exitCode = 130;
      sweep.cancel();
    });
  });
}

/**
 * @param {string[]} names
 * @returns {import('../src/lab/study.ts').Study}
 */
function studyOf([name]) {
  if (name === undefined) fail('Name a file with a study: npm run lab -- study.json', 2);
  const ready = Object.entries(lab.readyMade).find(([each]) => each === name)?.[1];
  const checked = lab.checkStudy(ready ?? json(name), { runsMax: lab.RUNS_MAX });
  if ('study' in checked) return checked.study;
  return fail(`${name} can't be run:\n${checked.problems.map(lab.studyProblemText).join('\n')}`, 2);
}

/**
 * @param {string[]} files
 * @returns {Promise<import('../src/lab/results.ts').Results>}
 */
async function merged(files) {
  if (files.length === 0) fail('Name the files to merge: npm run lab -- --merge one.ndjson other.ndjson', 2);
  /** @type {import('../src/lab/results.ts').Results | null} */
  let whole = null;
  for (const file of files) {
    const read = await runsIn(file);
    if ('problem' in read) return fail(`${file} can't be merged: ${lab.fileProblemText(read.problem)}`, 2);
    if (read.isCut) console.error(`${file}: the last line is incomplete and is left out.`);
    if (whole !== null && JSON.stringify(whole.study) !== JSON.stringify(read.results.study)) {
      return fail(`${file} can't be merged: its runs are of another study.`, 2);
    }
    if (whole === null) whole = read.results;
    else whole.merge(read.results);
  }
  return whole ?? fail('There is nothing to merge.', 2);
}

/**
 * Line by line, because a file of millions of runs is longer than a string can be.
 *
 * @param {string} file
 */
async function runsIn(file) {
  const reader = new lab.RunsReader();
  try {
    for await (const line of linesIn(createReadStream(file, 'utf8'))) if (!reader.read(line)) break;
  } catch (error) {
    return unreadable(file, error);
  }
  return reader.end();
}

/** @param {string} file */
function json(file) {
  const content = text(file);
  try {
    return JSON.parse(content);
  } catch (error) {
    return fail(`${file} isn't JSON: ${error instanceof Error ? error.message : error}`, 2);
  }
}

/**
 * npm runs scripts in the project's folder. Files are named from the folder where npm was called.
 *
 * @param {string} file
 */
function text(file) {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? '', file), 'utf8');
  } catch (error) {
    return unreadable(file, error);
  }
}

/**
 * @param {string} file
 * @param {unknown} error
 */
function unreadable(file, error) {
  return fail(`${file} can't be read: ${error instanceof Error ? error.message : error}`, 2);
}

/** @param {string} text for example 2/5: the second of five */
function shardOf(text) {
  const [, index, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  if (index === undefined || of === undefined || Number(index) > Number(of)) {
    fail('--shard must be like 2/5: the second of five.', 2);
  }
  return { index: Number(index) - 1, of: Number(of) };
}
