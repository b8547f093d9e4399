/** Puts values of a study into words. */

import type { StudyProblem } from '../../lab/check-study.ts';
import { type MeasureId, measures } from '../../lab/measures.ts';
import { type ParameterId, type ParameterValue, parameterOf } from '../../lab/parameters.ts';
import type { ViewText } from '../view-text.ts';
import { worded } from '../wording.ts';
import type { LabText, StudyProblemWords } from './lab-text.ts';
import type { PlotPoint } from './plot-data.ts';

export function parameterValue(
  { choices }: LabText,
  view: ViewText,
  parameter: ParameterId,
  value: ParameterValue,
): string {
  if (typeof value === 'number') return view.number(value);
  const policies: Readonly<Record<string, string>> = view.balancingPolicies;
  return (
    (parameterOf(parameter).kind === 'choice' ? (policies[value] ?? choices[value]) : undefined) ?? value
  );
}

export function measureValue(text: LabText, measure: MeasureId, value: number): string {
  return text.value(value, measures[measure].unit);
}

/** "Sticky sessions, Crashes per minute: 6" */
export function placeOfPoint(
  text: LabText,
  view: ViewText,
  { axes }: { readonly axes: readonly { readonly parameter: ParameterId }[] },
  { point }: PlotPoint,
): string {
  const places = axes.map(({ parameter }, index) =>
    text.at(text.parameters[parameter], parameterValue(text, view, parameter, point.at[index] ?? 0)),
  );
  return [view.variants[point.strategy], ...places].join(', ');
}

export function problemText(text: LabText, problem: StudyProblem): string {
  const named =
    'parameter' in problem ? { ...problem, parameter: text.parameters[problem.parameter] } : problem;
  return worded(text.problems, named as StudyProblemWords);
}
