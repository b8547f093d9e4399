/** Sentences for the list of steps. They say all that the picture shows. */
import type { Fate, ForwardFacts, ReplyFacts, SegmentFacts, StepFacts } from '../step-facts.ts';
import { captionOfProblem } from './captions-of-replies.ts';
import { shortId } from './excerpts.ts';
import { detailOf, labelOf } from './labels.ts';
import { type Message, message } from './message.ts';
import { ended, endsOf } from './nodes.ts';
import { answered, memoryIn, problemOf, said } from './speech.ts';
import { datagramConsequence, datagramLabel, segmentConsequence, segmentLabel } from './transport.ts';

export function sentencesOf(facts: StepFacts): readonly Message[] {
  switch (facts.kind) {
    case 'request': {
      const id = facts.attempt > 1 ? 'sentence.says-again' : 'sentence.says';
      return [message(id, { ...endsOf(facts), words: said(facts.intent) }), ...fateOf(facts)];
    }
    case 'forward':
      return [message('sentence.forward', endsOf(facts)), ...consequencesOf(facts)];
    case 'reply':
      return sentencesOfReply(facts);
    case 'connection-close':
      return [message('caption.connection-close', endsOf(facts)), ...fateOf(facts)];
    case 'hand-over':
      return [message(`caption.hand-over.${facts.what}`, endsOf(facts)), ...fateOf(facts)];
    case 'segment': {
      const sends = message('sentence.sends', { ...endsOf(facts), words: ended(segmentLabel(facts)) });
      if (facts.fate.kind === 'lost') return [sends, ...fateOf(facts)];
      return [sends, ...segmentConsequence(facts), ...statesAfter(facts)];
    }
    case 'datagram':
      return [
        message('sentence.sends', { ...endsOf(facts), words: ended(datagramLabel(facts)) }),
        datagramConsequence(facts),
      ];
    case 'copy':
    case 'store':
    case 'database':
      return [
        message(verbs[facts.kind], { ...endsOf(facts), words: ended(labelOf(facts)) }),
        ...fateOf(facts),
      ];
    case 'port-unreachable':
      return [message('caption.port-unreachable', endsOf(facts)), ...fateOf(facts)];
    case 'health-check':
      return [message('sentence.health-check', endsOf(facts))];
    default: {
      const detail = detailOf(facts);
      return [ended(labelOf(facts)), ...(detail === null ? [] : [ended(detail)])];
    }
  }
}

/** States that are in the nodes' memories. */
function statesAfter({ sender, receiver, ...facts }: SegmentFacts): Message[] {
  const { from, to } = endsOf(facts);
  if (sender.isWithSystem) return [message('sentence.state', { node: to, state: receiver.after })];
  if (receiver.isWithSystem) return [message('sentence.state', { node: from, state: sender.after })];
  return [message('sentence.states', { from, to, sender: sender.after, receiver: receiver.after })];
}

const verbs = { copy: 'sentence.tells', store: 'sentence.says', database: 'sentence.database' } as const;

/** A message that arrives needs no addition. */
function fateOf({ fate }: { readonly fate: Fate }): Message[] {
  if (fate.kind === 'delivered') return fate.isHeld ? [message('caption.held')] : [];
  return [message(`sentence.${fate.kind}`)];
}

function sentencesOfReply(facts: ReplyFacts): Message[] {
  const { meaning, status, unknownSession, isLate } = facts;
  const ends = endsOf(facts);
  const words = meaning.kind === 'problem' ? ended(problemOf(meaning)) : answered(meaning);
  if (facts.isPassedOn) {
    return [message('sentence.passes-answer-on', { ...ends, status, words: ended(words) })];
  }
  const isMissing = unknownSession && meaning.kind === 'incomplete';
  return [
    message('sentence.answers', { ...ends, status, words }),
    ...(meaning.kind === 'problem' ? [captionOfProblem(facts)] : []),
    ...(isMissing ? [message('failed.lacks-session', { server: ends.from })] : []),
    ...(isLate ? [message('sentence.too-late')] : []),
    ...fateOf(facts),
  ];
}

function consequencesOf(facts: ForwardFacts): Message[] {
  const server = facts.to;
  if (facts.fate.kind === 'refused') return [message('caption.no-answer', { to: server })];
  if (facts.fate.kind === 'lost' || facts.fate.isHeld) return fateOf(facts);
  const { remembered, unknownSession, orderSaved, charged, forgot } = facts.effects;
  const sentences: Message[] = [];
  if (unknownSession !== null) {
    sentences.push(message('sentence.has-no-session', { server, session: shortId(unknownSession) }));
  }
  if (remembered !== null) {
    sentences.push(message('sentence.remembers', { server, memory: memoryIn(remembered) }));
  } else if (forgot) sentences.push(message('sentence.ends-session', { server }));
  if (orderSaved) sentences.push(message('sentence.order-saved'));
  if (charged) sentences.push(message('sentence.payment-saved'));
  if (facts.mode === 'stateless') sentences.push(message('sentence.remembers-nothing', { server }));
  return sentences;
}
