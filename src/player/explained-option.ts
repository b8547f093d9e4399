/** Why an option of a question is right, or why it would be right elsewhere: as facts, for a view to word. */
import { factsOf } from '../sequence/facts.ts';
import type { NodeRef, WhyFacts } from '../sequence/phrasebook.ts';
import type { StepFacts } from '../sequence/step-facts.ts';
import { type BalancingPolicy, balancingOf } from '../simulation/actors/balancing.ts';
import { LOAD_BALANCER, roleOf } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';
import { descriptorOf } from '../simulation/strategies/strategies.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { type VariantId, withVariant } from '../simulation/variants.ts';
import type { Answer } from '../trace/answers.ts';
import { answerStep, type Option, type Question } from '../trace/questions.ts';
import type { Run } from '../trace/run.ts';
import { whyOf } from '../trace/why.ts';
import { runForPage } from './run-for-page.ts';

export type OptionReason =
  /** The deciding facts; can be empty. */
  | { readonly kind: 'decided'; readonly why: readonly WhyFacts[] }
  /** The meaning of the response, with its step. */
  | { readonly kind: 'meaning'; readonly facts: StepFacts }
  /** Where the state lives under this variant. */
  | { readonly kind: 'lives'; readonly variant: VariantId }
  /** The server could have been chosen. */
  | { readonly kind: 'is-well'; readonly node: NodeRef };

export interface ExplainedOption {
  /** The other variants that would make it true; empty for the true option. */
  readonly under: readonly VariantId[];
  /**
   * Why it's true. For a wrong option: why it would be true under the first of `under`, or why its server wasn't
   * chosen.
   */
  readonly reason: OptionReason | null;
  /** Whether the reason comes from another run, under the first of `under`. */
  readonly isElsewhere: boolean;
  /** Whether it would be true without any command; false for the true option. */
  readonly withoutCommands: boolean;
}

/** @param run The untruncated run. */
export function explainedOption(run: Run, question: Question, option: Option): ExplainedOption {
  return option.isTrue ? ofTruth(run, question, option) : ofError(run, question, option);
}

function ofTruth(run: Run, question: Question, { answer }: Option): ExplainedOption {
  const { scenario } = run;
  const plain = { under: [], isElsewhere: false, withoutCommands: false };
  // What the server will find could be the next question.
  if (answer.kind === 'server' && scenario.kind === 'cluster') {
    const policy = policyFor(run, scenario, question, answer.node);
    const why: WhyFacts = { kind: 'policy-chose', node: roleOf(answer.node), policy };
    return { ...plain, reason: { kind: 'decided', why: [why] } };
  }
  return { ...plain, reason: reasonOf(run, question.seenAt, answer) };
}

function ofError(run: Run, question: Question, option: Option): ExplainedOption {
  const { under, withoutCommands, answer } = option;
  const plain = { under, isElsewhere: false, withoutCommands };
  const [first] = under;
  if (answer.kind === 'server') {
    const node = roleOf(answer.node);
    const kind = whyUnused(run, question.at, answer.node);
    const reason: OptionReason =
      kind === null ? { kind: 'is-well', node } : { kind: 'decided', why: [{ kind, node }] };
    return { ...plain, reason };
  }
  if (first === undefined) return { ...plain, reason: null };
  const there = runForPage({ ...run, scenario: withVariant(run.scenario, first) });
  const reason = reasonOf(there, answerStep(there, question.request), answer);
  return { ...plain, reason, isElsewhere: true };
}

/** Why a request got this response: the deciding facts, or the response's meaning and where the state lives. */
function reasonOf(run: Run, step: number, answer: Answer): OptionReason {
  const reasons = whyOf(run, step);
  const facts = factsOf(run)[step];
  if (facts === undefined || reasons.some(({ kind }) => kind !== 'was-instructed')) {
    return { kind: 'decided', why: reasons.map((reason) => ({ ...reason, node: roleOf(reason.node) })) };
  }
  return answer.kind === 'heard' && answer.meaning.kind === 'problem'
    ? { kind: 'meaning', facts }
    : { kind: 'lives', variant: variantOf(run.scenario) };
}

/** Why the load balancer can't choose a server after a step; null for a server that it could have chosen. */
function whyUnused({ states }: Run, at: number, server: NodeId): 'was-marked-down' | 'did-not-answer' | null {
  const snapshot = states[at]?.snapshot;
  const isMarked = [...(snapshot?.get(LOAD_BALANCER)?.memory ?? [])].some(
    ({ item }) => item.kind === 'server-down' && item.server === server,
  );
  if (isMarked) return 'was-marked-down';
  return snapshot?.get(server)?.isUp === false ? 'did-not-answer' : null;
}

/** Only a client that has been at a server sends the cookie that names it. */
function policyFor(
  run: Run,
  scenario: ClusterScenario,
  { client, at }: Question,
  server: NodeId,
): BalancingPolicy {
  const { affinity, newcomers } = balancingOf(scenario.balancing, descriptorOf(scenario).affinity);
  if (affinity === 'none') return newcomers;
  const wasThere = run.steps.slice(0, at).some((step) => {
    return step.kind === 'message' && step.to === server && step.request?.startsWith(`${client}/`);
  });
  return affinity === 'cookie' && !wasThere ? newcomers : affinity;
}
