/** The run that a link asks for. The page and the presenter's window read it here, so that they show the same. */
import type { RunPlan } from '../player/run-for-page.ts';
import { withVariant } from '../simulation/variants.ts';
import type { Link } from './link.ts';

export function runOfLink({ lesson, run, variant, detail }: Link): RunPlan {
  const { scenario, commands } = run ?? { scenario: lesson.scenario, commands: lesson.commands ?? [] };
  return {
    scenario: variant === undefined ? scenario : withVariant(scenario, variant),
    commands,
    ...(detail !== undefined && { detail }),
  };
}
