// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import '../../../../tests/support/css-colours.ts';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { linesOf } from '../../../../tests/support/scenario.ts';
import clerk from '../../../lessons/clerk/lesson.ts';
import { MermaidView } from '../mermaid-view.tsx';

const many = {
  ...clerk.scenario,
  clients: clerk.scenario.clients.map((group) => ({
    ...group,
    script: linesOf(Array.from({ length: 110 }, () => ({ product: 'laptop' as const }))),
  })),
};

test('a long run is drawn on request only', () => {
  mount(<MermaidView />, 'en', { scenario: many });
  expect(screen.queryByRole('region')).toBeNull();
  expect(screen.getByText(/Mermaid needs many seconds/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Draw it anyway' })).toBeVisible();
});

test('a lesson is drawn at once', () => {
  mount(<MermaidView />);
  expect(screen.queryByRole('button', { name: 'Draw it anyway' })).toBeNull();
  expect(screen.getByRole('region', { name: 'Mermaid’s drawing up to the current step' })).toBeVisible();
});
