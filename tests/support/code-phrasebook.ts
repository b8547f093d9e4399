/** A phrasebook that says codes, so that a test of the diagram's model does not depend on any language. */
import type { Phrasebook } from '../../src/diagram/phrasebook.ts';

export const codes: Phrasebook = {
  language: 'en',
  name: ({ role, ordinal }) => `${role} ${ordinal}`,
  label: ({ kind }) => kind,
  detail: ({ result, sessionsLost }) => `${result}, ${sessionsLost} lost`,
  caption: ({ kind }) => [{ text: kind, tone: 'plain' }],
  sentence: ({ kind }) => kind,
  chips: (item) => [item.kind],
  rememberedNote: () => 'remembered',
  unknownSessionNote: () => 'unknown session',
  orderSavedNote: () => 'order saved',
  remark: ({ kind }) => kind,
};
