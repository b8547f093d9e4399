/** The rules that a layout needs beyond those for messages. */
import type { FurtherRules } from './further-rules.ts';

export function neededRules(rules: FurtherRules | null): FurtherRules {
  if (rules === null) throw new Error('The rules for this diagram have not loaded.');
  return rules;
}
