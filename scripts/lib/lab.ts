/** What `npm run lab` uses of the page's sources, in one bundle. */
export { checkStudy, RUNS_MAX } from '../../src/lab/check-study.ts';
export { csvLines } from '../../src/lab/csv.ts';
export { fileLines, RunsReader } from '../../src/lab/lines-of-file.ts';
export { startSweep } from '../../src/lab/pool.ts';
export { Results } from '../../src/lab/results.ts';
export { readyMade } from '../../src/lab/studies.ts';
export { defaultStudy, runCount } from '../../src/lab/study.ts';

import { worded } from '../../src/features/wording.ts';
import type { StudyProblem } from '../../src/lab/check-study.ts';
import type { FileProblem } from '../../src/lab/lines-of-file.ts';
import { labText } from '../../src/locales/en/lab-text.ts';

/** A study's parameters are called as in its file. */
export function studyProblemText(problem: StudyProblem): string {
  // The page's words recommend this program.
  if (problem.kind === 'too-many-runs') {
    return `The study has ${problem.runs} runs, more than ${problem.max}. Use fewer values or fewer runs.`;
  }
  return worded(labText.problems, problem);
}

export function fileProblemText(problem: FileProblem): string {
  return problem.kind === 'bad-study'
    ? studyProblemText(problem.problem)
    : worded(labText.fileProblems, problem);
}
