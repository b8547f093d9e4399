/** Wrong messages don't compile: the type checker fails where an error that is expected below doesn't occur. */
import { expect, it } from 'vitest';
import { captions } from '../../src/locales/en/diagram/captions.ts';
import { chips } from '../../src/locales/en/diagram/chips.ts';
import { catalogue } from '../../src/locales/en/diagram/index.ts';
import { nodes } from '../../src/locales/en/diagram/nodes.ts';
import { type Catalogue, message, type NodeWords } from '../../src/sequence/messages/message.ts';

const node = { role: 'server', ordinal: 1 } as const;

it('a message has a declared ID and exactly the parameters of that ID', () => {
  const made = [
    message('caption.crash', { node }),
    message('caption.crash', { node: message('database') }),
    message('remark.empty'),
    // @ts-expect-error No such ID.
    message('caption.explodes', { node }),
    // @ts-expect-error A missing parameter.
    message('caption.reset', { node }),
    // @ts-expect-error All parameters are missing.
    message('caption.crash'),
    // @ts-expect-error A superfluous parameter.
    message('caption.crash', { node, by: node }),
    // @ts-expect-error A parameter of an ID that has none.
    message('remark.empty', { node }),
    // @ts-expect-error A parameter of the wrong type.
    message('chip.order', { order: '1' }),
    // @ts-expect-error Words where a message or a node belongs: a language would have to be known.
    message('caption.crash', { node: 'Server 1' }),
    // @ts-expect-error A message that `message` hasn't checked.
    message('caption.crash', { node: { id: 'database', parameters: undefined } }),
  ];
  expect(made).toHaveLength(11);
});

it('a language words every message, each with its own parameters, and no others', () => {
  const { client: _, ...someNodes } = nodes;
  const worded: NodeWords[] = [
    { ...nodes, client: 'Client' },
    { ...nodes, pair: ({ one, other }) => `${one} & ${other}` },
    // @ts-expect-error A missing ID.
    { ...someNodes },
    // @ts-expect-error A superfluous ID.
    { ...nodes, printer: 'Printer' },
    // @ts-expect-error A parameter that the message doesn't have.
    { ...nodes, pair: ({ one, third }) => `${one} & ${third}` },
    // @ts-expect-error A text where the message has parameters.
    { ...nodes, server: 'Server' },
    // @ts-expect-error A function where the message has none.
    { ...nodes, client: () => 'Client' },
  ];
  // @ts-expect-error Areas are missing.
  const incomplete: Catalogue = { ...captions, ...chips };
  expect(worded).toHaveLength(7);
  expect(Object.keys(incomplete).length).toBeLessThan(Object.keys(catalogue).length);
});
