// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { crash, scripted, whenAnswered } from '../../../../tests/support/scenario.ts';
import { inspectText } from '../../../locales/en/inspect-text.ts';
import { viewText } from '../../../locales/en/view-text.ts';
import { MessagePanel } from '../message-panel.tsx';

test('says once below a message that TLS is left out, and that the scheme of the 401 is invented', async () => {
  const scenario = scripted([{ kind: 'log-in', user: 'mina' }, { kind: 'me' }]);
  mount(<MessagePanel />, 'en', {
    scenario,
    commands: [crash('server-1', whenAnswered('client/1'))],
    step: 6,
  });
  await userEvent.click(screen.getByRole('button', { name: viewText.explain }));
  expect(await screen.findAllByText(inspectText.plainText)).toHaveLength(1);
  expect(screen.getByText(/no registered scheme describes a login form/)).toBeVisible();
});
