// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act as render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importedFrom } from '../../../../tests/support/diagram-fixtures.ts';
import { mount } from '../../../../tests/support/mount.tsx';
import { presenterText } from '../../../locales/en/presenter-text.ts';
import { Notes } from '../presenter/notes.tsx';

async function mountNotes(lines: readonly string[]) {
  const imported = await importedFrom(['sequenceDiagram', ...lines].join('\n'));
  const mounted = mount(<Notes words={presenterText} />);
  const { dispatch } = mounted.player.getState();
  render(() => dispatch({ kind: 'open-imported', imported }));
  return { ...mounted, goTo: (step: number) => render(() => dispatch({ kind: 'go-to', step })) };
}

test('a step without a note says so in a diagram that has notes elsewhere', async () => {
  const { container, goTo } = await mountNotes(['A->>B: one', '%% presenter: Wait here.', 'B->>A: two']);
  goTo(0);
  expect(container).toHaveTextContent('This step has no notes.');
  goTo(1);
  expect(container).toHaveTextContent('Wait here.');
});

test('a diagram without any note says that', async () => {
  const { container } = await mountNotes(['A->>B: one', 'B->>A: two']);
  expect(container).toHaveTextContent('This diagram has no notes.');
});
