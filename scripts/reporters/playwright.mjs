/** Sends progress and failures to the parent process if that's `npm test`. Otherwise it does nothing. */
import { relative } from 'node:path';

/**
 * @import { FullConfig, Location, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter'
 * @import { Message } from '../lib/stage-runner.mjs'
 */

/** @implements {Reporter} */
export default class ProgressReporter {
  #done = 0;
  #total = 0;
  #failed = 0;
  #hasSeveralProjects = false;

  /**
   * @param {FullConfig} config
   * @param {Suite} suite
   */
  onBegin(config, suite) {
    this.#hasSeveralProjects = config.projects.length > 1;
    this.#total = suite.allTests().length;
    this.#sendProgress();
  }

  /**
   * @param {TestCase} test
   * @param {TestResult} result
   */
  onTestEnd(test, result) {
    this.#done += 1;
    if (!['skipped', test.expectedStatus].includes(result.status)) {
      this.#failed += 1;
      const [, project, , ...titles] = test.titlePath();
      const name = (this.#hasSeveralProjects ? [`[${project}]`, ...titles] : titles).join(' › ');
      const message = result.errors.map(describeError).join('\n\n') || `The test ${result.status}.`;
      sendFailure(name, placeOf(test.location), message);
    }
    this.#sendProgress();
  }

  /** @param {TestError} error */
  onError(error) {
    const place = error.location ? placeOf(error.location) : '';
    sendFailure('(outside the tests)', place, describeError(error));
  }

  printsToStdio() {
    return false;
  }

  #sendProgress() {
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : '';
    send({ kind: 'progress', text: `${this.#done} of ${this.#total} tests${failed}` });
  }
}

/** @param {Location} location */
function placeOf({ file, line }) {
  return `${relative(process.cwd(), file).replaceAll('\\', '/')}:${line}`;
}

/** @param {TestError} error */
function describeError({ message, value, snippet, location }) {
  const where = location ? `at ${placeOf(location)}` : '';
  return [message ?? value, where, snippet].filter(Boolean).join('\n');
}

/**
 * @param {string} name
 * @param {string} place
 * @param {string} message
 */
function sendFailure(name, place, message) {
  send({ kind: 'failure', failure: { name, place, message } });
}

/** @param {Message} message */
function send(message) {
  process.send?.(message);
}
