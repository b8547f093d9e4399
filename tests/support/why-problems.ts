/** Rules that the explanations of any run have to keep. Each problem names the step and the sentence. */
import { explain } from '../../src/sequence/explain.ts';
import { factsOf } from '../../src/sequence/facts.ts';
import type { Phrasebook } from '../../src/sequence/phrasebook.ts';
import { isClient, isServer, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import { isSessionKey } from '../../src/simulation/session.ts';
import { servedBy } from '../../src/trace/losses.ts';
import { readResponse } from '../../src/trace/reading.ts';
import type { Reason } from '../../src/trace/reasons.ts';
import type { Run } from '../../src/trace/run.ts';
import type { MessageStep, Step } from '../../src/trace/steps.ts';
import { evidenceFor } from '../../src/trace/why.ts';
import { intentOf } from '../../src/trace/why-case.ts';
import { evidenceProblems } from './reason-evidence.ts';

type Kinds = ReadonlySet<Reason['kind']>;

const crashes: Kinds = new Set([
  'crash-took-it',
  'crash-took-change',
  'had-crashed',
  'had-gone-dark',
  'darkness-took-it',
  'died-at-work',
  'crashed-with-the-lock',
  'lost-its-table',
]);
const checks: Kinds = new Set([
  'no-check-had-failed',
  'too-few-checks-had-failed',
  'no-checks-are-made',
  'is-tried-although-down',
]);
const losses: Kinds = new Set(['has-no-session', 'was-never-there']);

export function whyProblems(run: Run, phrasebooks: readonly Phrasebook[]): string[] {
  const facts = factsOf(run);
  return run.steps.flatMap((step, index) => {
    const evidence = evidenceFor(run, index);
    const reasons = evidence.map(({ reason }) => reason);
    const said = `step ${index} (${step.key}): ${reasons.map(({ kind, node }) => `${kind} ${node}`).join(', ')}`;
    const fact = facts[index];
    const captions = phrasebooks.map((book) =>
      fact === undefined
        ? ''
        : book
            .caption(fact)
            .map(({ text }) => text)
            .join(' '),
    );
    const texts = phrasebooks.map((book) => explain(run, index, book) ?? '');
    const problems = [
      ...(step.kind === 'message' ? ofResponse(run, step, reasons) : []),
      ...reasons.flatMap((reason, place) => ofReason(run, step, reason, reasons[place - 1])),
      ...evidence.flatMap((each) => evidenceProblems(each, run.events.slice(0, step.lastEvent + 1))),
      ...(new Set(reasons.map((each) => JSON.stringify(each))).size < reasons.length
        ? ['says it twice']
        : []),
      ...captions.flatMap((caption) => ofCaption(run, step.lastEvent, caption)),
      ...texts.flatMap((text) =>
        /undefined|null|\[object/.test(text) ? [`a broken sentence: ${text}`] : [],
      ),
    ];
    return problems.map((problem) => `${said}: ${problem}`);
  });
}

function ofResponse(run: Run, step: MessageStep, reasons: readonly Reason[]): string[] {
  const { body } = step.message;
  if (body.kind !== 'http-response' || step.fate.kind !== 'delivered' || step.request === null) return [];
  if (body.status >= 400) return reasons.length > 0 ? [] : [`no reason for ${body.status} ${body.body}`];
  const meaning = readResponse(intentOf(run, step.request), body);
  const lacks = (meaning.kind === 'welcomed' && meaning.name === null) || meaning.kind === 'cart';
  return reasons.some(({ kind }) => losses.has(kind)) && !lacks && isClient(step.to)
    ? [`a loss is claimed for ${body.status} ${body.body}`]
    : [];
}

function ofReason(run: Run, step: Step, reason: Reason, before: Reason | undefined): string[] {
  const { kind, node } = reason;
  const events = run.events.slice(0, step.lastEvent + 1);
  if (crashes.has(kind)) {
    const who = kind === 'lost-its-table' ? LOAD_BALANCER : node;
    const hasCrashed = events.some((event) => event.kind === 'node-crashed' && event.node === who);
    if (!hasCrashed) return [`${who} never crashed`];
  }
  if (checks.has(kind) && !(before !== undefined && isServer(before.node))) {
    return ['health checks of a node that has none'];
  }
  if (kind.startsWith('clock-')) {
    const isAhead = kind.endsWith('ahead');
    const wasWrong = events.some(
      (event) =>
        event.kind === 'remembered' &&
        event.node === node &&
        event.item.kind === 'clock' &&
        (isAhead ? event.item.offsetUs > 0 : event.item.offsetUs < 0),
    );
    if (!wasWrong) return [`the clock of ${node} was never so`];
  }
  if (kind === 'was-instructed') {
    const isGiven = events.some(
      (event) =>
        event.kind === 'command-taken' &&
        event.command.kind === 'instruct' &&
        event.command.nodes.includes(node),
    );
    if (!isGiven) return [`${node} got no command`];
  }
  if (kind === 'is-repeated') {
    const sent = events.findLast(
      (event) =>
        event.kind === 'message-sent' &&
        event.message.from === LOAD_BALANCER &&
        event.message.to === node &&
        event.message.body.kind === 'http-request' &&
        event.message.request === ('request' in step ? step.request : event.message.request),
    );
    const isGet =
      sent?.kind === 'message-sent' &&
      sent.message.body.kind === 'http-request' &&
      sent.message.body.method === 'GET';
    if (!isGet) return ['isn’t safe to repeat'];
  }
  if (kind === 'has-no-session') {
    const isMissed = events.some(
      (event) =>
        event.kind === 'recalled' &&
        !event.found &&
        event.node === node &&
        (isServer(node) || isSessionKey(event.key)) &&
        servedBy(run.events, event) !== null,
    );
    if (!isMissed) return ['no session was missed'];
  }
  return [];
}

function ofCaption({ events }: Run, last: number, caption: string): string[] {
  if (!/crash|장애가 났/.test(caption)) return [];
  const hasCrashed = events
    .slice(0, last + 1)
    .some((event) => event.kind === 'node-crashed' || event.kind === 'command-taken');
  return hasCrashed ? [] : [`nothing crashed: ${caption}`];
}
