/** Runs the stages of `npm test`: a line for each in their order, failures in full, and the tally last. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { describeFailures, describeLog } from './failures.mjs';
import { fail, onEndSignal, root, run } from './process.mjs';
import { resultLine, startProgress, startStopwatch } from './progress.mjs';
import { countStage, tally, tallyLine } from './tally.mjs';

/**
 * What a stage's program may send to this process.
 *
 * @typedef {{ kind: 'progress', text: string } | { kind: 'failure', failure: import('./failures.mjs').Failure }} Message
 *
 * @typedef {{
 *   name: string,
 *   title: string,
 *   command: () => import('./process.mjs').Command,
 *   report?: {
 *     file: string,
 *     count: (report: any) => import('./tally.mjs').Counts,
 *     note?: (report: any) => string,
 *   },
 *   needs?: string,
 *   onRequest?: boolean,
 *   isShort?: boolean,
 * }} Stage
 *   name: selects the stage on the command line and names its log, reports/<name>.log.
 *   report: the JSON report of a test runner, and what else its line says. The path is relative to the working directory.
 *   needs: the stage whose result this one works on.
 *   onRequest: runs only when it's named.
 *   isShort: uses about one core, so it runs at the same time as the short stages next to it.
 *
 * @typedef {import('./tally.mjs').StageResult & { title: string, name: string, log: string }} FinishedStage
 */

/**
 * @param {readonly Stage[]} stages all of them
 * @param {readonly string[]} names none selects every stage that isn't on request, and `all` those as well
 * @returns {{ selected: Stage[] } | { error: string }} the named stages and those they need, in the order of `stages`
 */
export function selectStages(stages, names) {
  if (names.length === 1 && names[0] === 'all') return { selected: [...stages] };
  const known = stages.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return { error: `There is no stage "${unknown}". The stages are: ${known.join(', ')}.` };
  }
  const wanted = new Set(names);
  // A stage comes after the stage that it needs, so one pass from the end finds every need.
  for (const { name, needs } of [...stages].reverse()) {
    if (wanted.has(name) && needs !== undefined) wanted.add(needs);
  }
  const isSelected = (/** @type {Stage} */ { name, onRequest = false }) =>
    names.length > 0 ? wanted.has(name) : !onRequest;
  return { selected: stages.filter(isSelected) };
}

/**
 * @param {readonly Stage[]} stages
 * @param {{ folder?: string, prepare?: () => Promise<void> }} [options]
 *   folder: the working directory of the stages, which gets their logs.
 *   prepare: runs before the first stage.
 * @returns {Promise<number>} the exit code
 */
export async function runStages(stages, { folder = root, prepare } = {}) {
  /** @type {'SIGINT' | 'SIGTERM' | undefined} */
  let endSignal;
  onEndSignal((signal) => {
    endSignal = signal;
  });
  await prepare?.();
  // If a runner ends before it writes its report, the report of an earlier run must not be counted.
  for (const { report } of stages) if (report) rmSync(join(folder, report.file), { force: true });

  /** @type {FinishedStage[]} */
  const finished = [];
  for (const batch of batchesOf(stages)) {
    const started = batch.map((stage) => {
      const isBlocked = finished.some(({ name, succeeded }) => name === stage.needs && !succeeded);
      return isBlocked ? () => skipStage(stage) : startStage(stage, folder);
    });
    for (const result of started) {
      finished.push(await result());
      if (endSignal) fail('\nInterrupted.', 128 + constants.signals[endSignal]);
    }
  }

  console.log('');
  for (const stage of finished) {
    if (countStage(stage).failed > 0 && stage.log)
      console.log(`${stage.title} failed. Full log: ${stage.log}`);
  }
  const total = tally(finished);
  console.log(tallyLine(total));
  return total.failed > 0 ? 1 : 0;
}

/**
 * @param {readonly Stage[]} stages
 * @returns {Stage[][]} the stages that run at the same time
 */
function batchesOf(stages) {
  /** @type {Stage[][]} */
  const batches = [];
  for (const stage of stages) {
    const last = batches.at(-1);
    const joins = stage.isShort && last?.every(({ isShort, name }) => isShort && name !== stage.needs);
    if (joins) last?.push(stage);
    else batches.push([stage]);
  }
  return batches;
}

/**
 * @param {Stage} stage
 * @returns {FinishedStage}
 */
function skipStage({ title, name, needs, report }) {
  console.log(resultLine(title, 'not run', 0, `because "${needs}" failed`));
  return { title, name, log: '', succeeded: false, ...(report && { counts: null }) };
}

/**
 * Starts a stage. Calling the result shows how it goes, and waits for its end.
 *
 * @param {Stage} stage
 * @param {string} folder
 * @returns {() => Promise<FinishedStage>}
 */
function startStage(stage, folder) {
  const { name, title, report } = stage;
  const log = `reports/${name}.log`;
  const logFile = join(folder, log);
  /** @type {import('./failures.mjs').Failure[]} */
  const failures = [];
  const stopwatch = startStopwatch();
  let text = '';
  let update = (/** @type {string} */ latest) => {
    text = latest;
  };
  const onMessage = (/** @type {unknown} */ value) => {
    const message = /** @type {Message} */ (value);
    if (message.kind === 'progress') update(message.text);
    else failures.push(message.failure);
  };
  const ended = exitCodeOf(stage, { folder, log: logFile, onMessage }).finally(stopwatch.stop);

  return async () => {
    const progress = startProgress(title, { seconds: stopwatch.seconds });
    progress.update(text);
    update = progress.update;
    const exitCode = await ended;
    const { counts = null, note = '' } = report ? readReport(join(folder, report.file), report) : {};
    const result = { title, name, log, succeeded: exitCode === 0, ...(report && { counts }) };
    const { failed } = countStage(result);
    const detail = [counts ? tallyLine(counts) : '', note].filter(Boolean).join('; ');
    progress.finish(failed > 0 ? 'FAILED' : 'ok', detail);
    if (failed > 0) {
      // A failure that no reporter sent, such as a crash of the runner, is only in the log.
      const described = [
        ...(failures.length > 0 ? [describeFailures(failures, log)] : []),
        ...(failures.length < failed ? [describeLog(logFile, log)] : []),
      ];
      console.log(`\n${described.join('\n\n')}\n`);
    }
    return result;
  };
}

/**
 * A stage that can't be started fails like one that ends with an error, so that the others still run and count.
 *
 * @param {Stage} stage
 * @param {{ folder: string, log: string, onMessage: (message: unknown) => void }} options
 */
async function exitCodeOf(stage, options) {
  try {
    return await run(stage.command(), options);
  } catch (error) {
    mkdirSync(dirname(options.log), { recursive: true });
    writeFileSync(options.log, `${error instanceof Error ? error.stack : error}\n`);
    return 1;
  }
}

/**
 * @param {string} file
 * @param {NonNullable<Stage['report']>} reading
 * @returns {{ counts?: import('./tally.mjs').Counts, note?: string }} empty if the file is missing, truncated or has
 *   another shape
 */
function readReport(file, { count, note }) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { counts: count(report), note: note?.(report) ?? '' };
  } catch {
    return {};
  }
}
