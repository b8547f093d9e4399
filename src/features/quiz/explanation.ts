/** Why an option is right, or why it would be elsewhere and is not here; in words, once the question is revealed. */
import '../../simulation/every-part.ts';
import { explain } from '../../sequence/explain.ts';
import { factsOf } from '../../sequence/facts.ts';
import type { Phrasebook } from '../../sequence/phrasebook.ts';
import { type BalancingPolicy, balancingOf } from '../../simulation/actors/balancing.ts';
import { LOAD_BALANCER, roleOf } from '../../simulation/cluster.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import { variantOf, withVariant } from '../../simulation/variants.ts';
import type { Answer } from '../../trace/answers.ts';
import { answerStep, type Option, type Question } from '../../trace/questions.ts';
import { type Run, runOf } from '../../trace/run.ts';
import { whyOf } from '../../trace/why.ts';
import type { ViewText } from '../view-text.ts';
import type { PredictText } from './predict-text.ts';

export interface Wording {
  readonly phrasebook: Phrasebook;
  readonly text: Pick<ViewText, 'variants'>;
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
  const { scenario } = run;
  // What the server will find is perhaps the next question.
  if (answer.kind === 'server' && scenario.kind === 'cluster') {
    const policy = policyFor(run, scenario, question, answer.node);
    return [wording.phrasebook.why({ kind: 'policy-chose', node: roleOf(answer.node), policy })];
  }
  return [reasonOf(run, question.seenAt, answer, wording)];
}

function ofError(run: Run, question: Question, option: Option, wording: Wording): readonly string[] {
  const { phrasebook, text, words } = wording;
  const { under, withoutCommands, answer } = option;
  const sentences: string[] = [];
  const [first] = under;
  if (first !== undefined) sentences.push(words.soWith(under.map((id) => text.variants[id])));
  if (answer.kind === 'server') {
    const node = roleOf(answer.node);
    const kind = whyUnused(run, question.at, answer.node);
    sentences.push(kind === null ? words.isWell(node) : phrasebook.why({ kind, node }));
  } else if (first !== undefined) {
    const there = runOf(withVariant(run.scenario, first), run.commands, run.detail);
    const reason = reasonOf(there, answerStep(there, question.request), answer, wording);
    // Where several would do so, it says whose reason this is.
    sentences.push(
      under.length === 1 ? reason : `${text.variants[first]}: ${reason}`,
      words.here(text.variants[variantOf(run.scenario)]),
    );
  }
  if (withoutCommands) sentences.push(words.soWithoutCommands);
  return sentences;
}

/** Why a run's request was answered so: what decided it, or else what the answer means and where the state lives. */
function reasonOf(run: Run, step: number, answer: Answer, { phrasebook, words }: Wording): string {
  const isDecided = whyOf(run, step).some(({ kind }) => kind !== 'was-instructed');
  const facts = factsOf(run)[step];
  if (isDecided || facts === undefined) return explain(run, step, phrasebook) ?? '';
  if (answer.kind === 'heard' && answer.meaning.kind === 'problem') {
    // The caption without its decisive part, which is the answer itself.
    const meaning = phrasebook.caption(facts).filter(({ tone }) => tone === 'plain');
    return meaning
      .map((part) => part.text)
      .join('')
      .trim();
  }
  return words.lives[variantOf(run.scenario)];
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

/** A cookie that names a server comes with whoever has been there. */
function policyFor(
  run: Run,
  scenario: ClusterScenario,
  { client, at }: Question,
  server: NodeId,
): BalancingPolicy {
  const { affinity, newcomers } = balancingOf(scenario.balancing, scenario.strategy);
  if (affinity === 'none') return newcomers;
  const wasThere = run.steps.slice(0, at).some((step) => {
    return step.kind === 'message' && step.to === server && step.request?.startsWith(`${client}/`);
  });
  return affinity === 'cookie' && !wasThere ? newcomers : affinity;
}
