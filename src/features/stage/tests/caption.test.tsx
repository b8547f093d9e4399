// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { scenario } from '../../../../tests/support/scenario.ts';
import { CaptionOrQuestion } from '../../../app/caption-or-question.tsx';

/** A health check every millisecond exceeds the page's limit of events. */
const endless = scenario({ timing: { ...scenario().timing, healthIntervalUs: 1_000 } });
const patient = { ...endless, clients: endless.clients.map((each) => ({ ...each, repeats: 20 })) };

test.each([
  { name: 'a run that is cut off says so at its end', plan: patient, says: /so it stops here/ },
  { name: 'one that ends by itself does not', plan: scenario(), says: /^The end\./ },
])('$name', async ({ plan, says }) => {
  const { player } = mount(<CaptionOrQuestion termsAreTabbed={false} />, 'en', { scenario: plan, step: 0 });
  expect(screen.queryByText(says)).toBeNull();
  const { dispatch } = player.getState();
  dispatch({ kind: 'last-step' });
  expect(await screen.findByText(says)).toBeInTheDocument();
});
