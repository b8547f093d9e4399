/** An imported diagram. Its texts and names are its author's. */
import type { ParticipantShape } from '../../imported-diagram.ts';

export type ImportedIds =
  | `imported.${'crossed' | 'not-yet' | 'gone'}`
  | `imported.shape.${Exclude<ParticipantShape, 'participant' | 'actor'>}`;

export interface ImportedParameters {
  'imported.message': { from: string; to: string };
  'imported.message.saying': { from: string; to: string; text: string };
  'imported.created': { name: string };
  'imported.destroyed': { name: string };
  'imported.note': { names: readonly string[]; text: string };
  'imported.frame': { word: string; text: string };
  'imported.folded': { heading: string; messages: number };
  'imported.frames-end': { frames: readonly string[] };
  'imported.link': { label: string };
}
