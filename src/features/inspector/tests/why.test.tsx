// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { crash, whenAnswered } from '../../../../tests/support/scenario.ts';
import { MessagePanel } from '../message-panel.tsx';

const commands = [crash('server-1', whenAnswered('client/1'))];

test('explains a question, from the server that asks it back to the crash', () => {
  mount(<MessagePanel />, 'en', { commands, step: 6 });
  const summary = screen.getByText('Why?');
  expect(summary.nextElementSibling?.textContent).toBe(
    'Server 2 got a request for a session that it doesn’t have. ' +
      'That session was in the memory of Server 1. ' +
      'Server 1 crashed and lost its memory.',
  );
});

test('explains it in Korean, too', () => {
  mount(<MessagePanel />, 'ko', { commands, step: 6 });
  expect(screen.getByText('왜 그럴까요?').nextElementSibling?.textContent).toBe(
    '서버 2에는 요청에 적힌 세션이 없어요. ' +
      '그 세션은 서버 1의 메모리에 있었어요. ' +
      '서버 1에 장애가 나서 메모리도 함께 사라졌어요.',
  );
});

test('does not explain an expected answer', () => {
  mount(<MessagePanel />, 'en', { step: 2 });
  expect(screen.queryByText('Why?')).toBeNull();
});
