// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { linesOf } from '../../../../tests/support/scenario.ts';
import clerk from '../../../lessons/clerk/lesson.ts';
import { PrintPages } from '../print/print-pages.tsx';

test('a very long run is printed in part, and the paper says so', () => {
  const clients = clerk.scenario.clients.map((group) => ({
    ...group,
    script: linesOf(Array.from({ length: 180 }, () => ({ product: 'laptop' as const }))),
  }));
  const { player } = mount(<PrintPages />, 'en', { scenario: { ...clerk.scenario, clients } });
  const { length } = player.getState().recording.diagram.steps;
  expect(length).toBeGreaterThan(500);
  expect(document.querySelectorAll('[data-print] ol li')).toHaveLength(500);
  const count = new Intl.NumberFormat('en').format(length);
  expect(screen.getByText(new RegExp(`^Printed up to step 500 of ${count}`))).toBeInTheDocument();
});

test('a lesson is printed completely', () => {
  const { player } = mount(<PrintPages />);
  const { length } = player.getState().recording.diagram.steps;
  expect(document.querySelectorAll('[data-print] ol li')).toHaveLength(length);
  expect(screen.queryByText(/^Printed up to/)).toBeNull();
});
