/** A phrasebook that says codes, so that a test of the diagram's model does not depend on any language. */
import type { Phrasebook } from '../../src/sequence/phrasebook.ts';

export const codes: Phrasebook = {
  language: 'en',
  name: ({ role, ordinal }) => `${role} ${ordinal}`,
  idleServers: (count) => `${count} idle servers`,
  label: ({ kind }) => kind,
  detail: (facts) => ('result' in facts ? `${facts.result}, ${facts.sessionsLost} lost` : facts.kind),
  caption: ({ kind }) => [{ text: kind, tone: 'plain' }],
  sentence: ({ kind }) => kind,
  chips: (item) => [item.kind],
  cutOffChip: ({ role, ordinal }) => `no link to ${role} ${ordinal}`,
  moreChips: (count) => `${count} more`,
  note: ({ kind }) => kind.replaceAll('-', ' '),
  remark: ({ kind }) => kind,
  why: ({ kind }) => kind,
  said: ({ kind }) => kind,
  answered: ({ kind }) => kind,
  order: ({ kind }) => kind,
  imported: {
    message: (from, to, text) => `${from} > ${to}: ${text}`,
    crossed: 'crossed',
    created: (name) => `+${name}`,
    destroyed: (name) => `-${name}`,
    note: (names, text) => `${names.join()}: ${text}`,
    frameBegins: (word, text) => `${word} ${text}`,
    framesEnd: (frames) => `end ${frames.join()}`,
    shape: (shape) => shape,
    link: ({ label, target }) => `${label} ${target}`,
    notYet: 'not yet',
    gone: 'gone',
  },
};
