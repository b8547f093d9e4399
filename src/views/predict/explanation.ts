/** Why an option is right, or why it would be elsewhere and is not here; in words, once the question is revealed. */
import { explain } from '../../diagram/explain.ts';
import type { Phrasebook } from '../../diagram/phrasebook.ts';
import { type BalancingPolicy, balancingOf } from '../../simulation/actors/balancing.ts';
import { LOAD_BALANCER, roleOf } from '../../simulation/cluster.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import { variantOf } from '../../simulation/variants.ts';
import type { Option, Question } from '../../trace/questions.ts';
import type { Run } from '../../trace/run.ts';
import type { ViewText } from '../view-text.ts';
import type { PredictText } from './predict-text.ts';

export interface Wording {
  readonly phrasebook: Phrasebook;
  readonly text: Pick<ViewText, 'variant'>;
  readonly words: PredictText;
}

/** @param run All of it. */
export function explanationOf(run: Run, question: Question, option: Option, wording: Wording): string {
  const sentences = option.isTrue
    ? ofTruth(run, question, option, wording)
    : ofError(run, question, option, wording);
  return sentences.join(' ');
}

function ofTruth(run: Run, question: Question, { answer }: Option, wording: Wording): readonly string[] {
  const { phrasebook, words } = wording;
  const { scenario } = run;
  // What the server will find is perhaps the next question.
  if (answer.kind === 'server' && scenario.kind === 'cluster') {
    return [phrasebook.why({ kind: 'policy-chose', node: roleOf(answer.node), policy: policyOf(scenario) })];
  }
  return [explain(run, question.seenAt, phrasebook) ?? words.lives(variantOf(scenario))];
}

function ofError(run: Run, question: Question, option: Option, { phrasebook, text, words }: Wording) {
  const { under, withoutCommands, answer } = option;
  const sentences: string[] = [];
  const [first] = under;
  if (first !== undefined) sentences.push(words.soUnder(under.map(text.variant)));
  if (withoutCommands) sentences.push(words.soWithoutCommands);
  if (answer.kind === 'server') {
    const node = roleOf(answer.node);
    const kind = whyUnused(run, question.at, answer.node);
    sentences.push(kind === null ? words.isWell(node) : phrasebook.why({ kind, node }));
  } else if (first !== undefined) {
    sentences.push(words.lives(first), words.here(text.variant(variantOf(run.scenario))));
  }
  return sentences;
}

/** What keeps the load balancer from a server once a step is shown; null for a server that it could have chosen. */
function whyUnused({ states }: Run, at: number, server: NodeId): 'was-marked-down' | 'did-not-answer' | null {
  const snapshot = states[at]?.snapshot;
  const isMarked = [...(snapshot?.get(LOAD_BALANCER)?.memory ?? [])].some(
    ({ item }) => item.kind === 'server-down' && item.server === server,
  );
  if (isMarked) return 'was-marked-down';
  return snapshot?.get(server)?.isUp === false ? 'did-not-answer' : null;
}

function policyOf({ balancing, strategy }: ClusterScenario): BalancingPolicy {
  const { affinity, newcomers } = balancingOf(balancing, strategy);
  return affinity === 'none' ? newcomers : affinity;
}
