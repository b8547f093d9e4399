/**
 * A message: what a diagram says, as an ID with typed parameters and in no language. The files in `parameters/` declare
 * the IDs, the modules beside this one decide which message a fact becomes, and each language words every ID once.
 */
import type { NodeRef } from '../node-ref.ts';
import type { Tone } from '../phrasebook.ts';
import type { CaptionIds, CaptionParameters } from './parameters/captions.ts';
import type { ChipIds, ChipParameters } from './parameters/chips.ts';
import type { ImportedIds, ImportedParameters } from './parameters/imported.ts';
import type { LabelIds, LabelParameters } from './parameters/labels.ts';
import type { NodeIds, NodeParameters } from './parameters/nodes.ts';
import type { OperationIds, OperationParameters } from './parameters/operations.ts';
import type { SentenceIds, SentenceParameters } from './parameters/sentences.ts';
import type { SpeechIds, SpeechParameters } from './parameters/speech.ts';
import type { StoreIds, StoreParameters } from './parameters/store.ts';
import type { TransportIds, TransportParameters } from './parameters/transport.ts';
import type { WhyIds, WhyParameters } from './parameters/why.ts';

/** Messages without parameters. */
type PlainId =
  | CaptionIds
  | ChipIds
  | ImportedIds
  | LabelIds
  | NodeIds
  | OperationIds
  | SentenceIds
  | SpeechIds
  | StoreIds
  | TransportIds
  | WhyIds;

/** @typeParam Text What a message says of something: a message or a node where it's made, words where it's worded. */
interface Parameters<Text>
  extends CaptionParameters<Text>,
    ChipParameters<Text>,
    ImportedParameters,
    LabelParameters<Text>,
    NodeParameters<Text>,
    OperationParameters<Text>,
    SentenceParameters<Text>,
    SpeechParameters<Text>,
    StoreParameters<Text>,
    TransportParameters<Text>,
    WhyParameters<Text> {}

type Given = Parameters<Message | NodeRef>;

export type MessageId = PlainId | keyof Given;

declare const isChecked: unique symbol;

/** Made by `message` alone, which checks its parameters. */
export interface Message {
  readonly id: string;
  readonly parameters: object | undefined;
  readonly [isChecked]: true;
}

export interface TonedMessage {
  readonly message: Message;
  readonly tone: Tone;
}

export function message<Id extends MessageId>(id: Id, ...parameters: ParametersOf<Id>): Message;
export function message(id: string, parameters?: object) {
  return { id, parameters };
}

type ParametersOf<Id extends MessageId> = [Id] extends [keyof Given]
  ? [parameters: Readonly<Given[Id]>]
  : [Id] extends [PlainId]
    ? []
    : never;

/** The words of some IDs in one language: a text, or a function of the parameters, in which messages and nodes are words. */
type Words<Plain extends string, ByParameters> = Readonly<Record<Plain, string>> & {
  readonly [Id in keyof ByParameters]: (parameters: Readonly<ByParameters[Id]>) => string;
};

export type CaptionWords = Words<CaptionIds, CaptionParameters<string>>;
export type ChipWords = Words<ChipIds, ChipParameters<string>>;
export type ImportedMessageWords = Words<ImportedIds, ImportedParameters>;
export type LabelWords = Words<LabelIds, LabelParameters<string>>;
export type NodeWords = Words<NodeIds, NodeParameters<string>>;
export type OperationWords = Words<OperationIds, OperationParameters<string>>;
export type SentenceWords = Words<SentenceIds, SentenceParameters<string>>;
export type SpeechWords = Words<SpeechIds, SpeechParameters<string>>;
export type StoreWords = Words<StoreIds, StoreParameters<string>>;
export type TransportWords = Words<TransportIds, TransportParameters<string>>;
export type WhyWords = Words<WhyIds, WhyParameters<string>>;

/** Every message in one language. */
export type Catalogue = Words<PlainId, Parameters<string>>;
