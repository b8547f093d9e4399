/** One line of output per task: a running counter on a terminal, and a sign of life now and then elsewhere. */

/** As long as the longest title. */
const TITLE_WIDTH = 26;
const TERMINAL_EVERY_MS = 1_000;
/** Short tasks print nothing before their result. */
const FIRST_SIGN_MS = 10_000;
const NEXT_SIGNS_EVERY_MS = 60_000;

/** @typedef {'ok' | 'FAILED' | 'not run' | 'running'} State */

/**
 * The parts of a terminal or a file that are used here. A test passes its own.
 *
 * @typedef {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} Output
 */

/**
 * @param {string} title
 * @param {State} state
 * @param {number} seconds
 * @param {string} [detail]
 */
export function resultLine(title, state, seconds, detail = '') {
  const time = `${seconds.toFixed(1)} s`.padStart(9);
  return `${title.padEnd(TITLE_WIDTH)} ${state.padEnd(7)} ${time}  ${detail}`.trimEnd();
}

export function startStopwatch() {
  const startedMs = performance.now();
  /** @type {number | undefined} */
  let endedMs;
  return {
    seconds: () => ((endedMs ?? performance.now()) - startedMs) / 1000,
    stop: () => {
      endedMs = performance.now();
    },
  };
}

/**
 * Shows that a task runs, until `finish` is called.
 *
 * @param {string} title
 * @param {{ output?: Output, seconds?: () => number }} [options]
 *   seconds: how long the task has run, if it began before this call.
 */
export function startProgress(title, { output = process.stdout, seconds = startStopwatch().seconds } = {}) {
  let detail = '';
  const line = (/** @type {State} */ state) => resultLine(title, state, seconds(), detail);
  const stop = output.isTTY ? countOnTerminal(() => line('running'), output) : printNowAndThen(line, output);

  return {
    /** @param {string} text what the line shows after the time */
    update(text) {
      detail = text;
    },
    /**
     * @param {State} state
     * @param {string} [text]
     */
    finish(state, text = '') {
      stop();
      detail = text;
      output.write(`${line(state)}\n`);
    },
  };
}

/**
 * @param {() => string} line
 * @param {Output} output
 */
function countOnTerminal(line, output) {
  const clear = '\r\x1b[K';
  // A wrapped line can't be cleared. Some terminals report 0 columns.
  const draw = () => output.write(`${clear}${line().slice(0, (output.columns || 80) - 1)}`);
  draw();
  const timer = setInterval(draw, TERMINAL_EVERY_MS);
  return () => {
    clearInterval(timer);
    output.write(clear);
  };
}

/**
 * @param {(state: State) => string} line
 * @param {Output} output
 */
function printNowAndThen(line, output) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const wait = (/** @type {number} */ ms) => {
    timer = setTimeout(() => {
      output.write(`${line('running')}\n`);
      wait(NEXT_SIGNS_EVERY_MS);
    }, ms);
  };
  wait(FIRST_SIGN_MS);
  return () => clearTimeout(timer);
}
