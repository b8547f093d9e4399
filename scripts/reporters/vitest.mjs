/** Sends progress and failures to the parent process if that's `npm test`. Otherwise it does nothing. */
import { relative } from 'node:path';

/**
 * @import { SerializedError } from 'vitest'
 * @import { Reporter, TestCase, TestModule, TestSpecification, TestSuite } from 'vitest/node'
 * @import { Message } from '../lib/stage-runner.mjs'
 */

/** @implements {Reporter} */
export default class ProgressReporter {
  #done = 0;
  #total = 0;
  #failed = 0;

  /** @param {readonly TestSpecification[]} specifications */
  onTestRunStart(specifications) {
    this.#total = specifications.length;
    this.#sendProgress();
  }

  /** @param {TestCase} test */
  onTestCaseResult(test) {
    const result = test.result();
    if (result.state !== 'failed') return;
    this.#failed += 1;
    this.#sendFailure(test.fullName, test.module.moduleId, result.errors);
  }

  /** @param {TestSuite} suite */
  onTestSuiteResult(suite) {
    const errors = suite.errors();
    if (errors.length > 0) this.#sendFailure(suite.fullName, suite.module.moduleId, errors);
  }

  /** @param {TestModule} module */
  onTestModuleEnd(module) {
    const errors = module.errors();
    if (errors.length > 0) this.#sendFailure('(the file itself)', module.moduleId, errors);
    this.#done += 1;
    this.#sendProgress();
  }

  /**
   * @param {readonly TestModule[]} _modules
   * @param {readonly SerializedError[]} unhandledErrors
   */
  onTestRunEnd(_modules, unhandledErrors) {
    for (const error of unhandledErrors) this.#sendFailure('(outside the tests)', '', [error]);
  }

  #sendProgress() {
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : '';
    send({ kind: 'progress', text: `${this.#done} of ${this.#total} files${failed}` });
  }

  /**
   * @param {string} name
   * @param {string} file
   * @param {readonly SerializedError[]} errors
   */
  #sendFailure(name, file, errors) {
    const frame = errors[0]?.stacks?.find((each) => each.file === file);
    const path = file && relative(process.cwd(), file).replaceAll('\\', '/');
    const place = frame ? `${path}:${frame.line}` : path;
    const message = errors.map(describeError).join('\n\n');
    send({ kind: 'failure', failure: { name, place, message } });
  }
}

/** @param {SerializedError} error */
function describeError({ name, message, diff, stack }) {
  const head = name && !message.startsWith(name) ? `${name}: ${message}` : message;
  // Without a diff, the stack helps; its frames inside the runner don't.
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+/.test(line));
  const ownFrames = frames.filter((line) => !/node_modules|node:internal/.test(line));
  return [head, diff ?? ownFrames.slice(0, 8).join('\n')].filter(Boolean).join('\n');
}

/** @param {Message} message */
function send(message) {
  process.send?.(message);
}
