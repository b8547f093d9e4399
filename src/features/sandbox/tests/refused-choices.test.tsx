// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sandboxText } from '../../../locales/en/sandbox-text.ts';
import type { Problem } from '../../../simulation/validation/check.ts';
import { CheckField, ChoiceField, SandboxTextProvider } from '../fields.tsx';
import { ScriptEditor } from '../script-editor.tsx';

const tooMany: Problem = { field: 'clients', allowed: { kind: 'sum', max: 5_000 } };

function show(view: React.ReactNode): void {
  render(<SandboxTextProvider value={sandboxText}>{view}</SandboxTextProvider>);
}

test('a kind of line that is refused stays as it was, and the script says why', async () => {
  const lines = [{ kind: 'me' }] as const;
  show(<ScriptEditor script={lines} sample={lines[0]} clients={1} group={1} onScript={() => tooMany} />);
  const kind = screen.getByLabelText('Line 1', { selector: 'select' });
  await userEvent.selectOptions(kind, 'Several at once');
  expect(kind).toHaveValue('me');
  expect(screen.getByRole('alert')).toHaveTextContent('5,000');
});

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
] as const;

test('a refused choice says why', async () => {
  show(<ChoiceField label="It" options={options} value="a" onValue={() => tooMany} />);
  await userEvent.selectOptions(screen.getByLabelText('It'), 'B');
  expect(screen.getByLabelText('It')).toHaveValue('a');
  expect(screen.getByRole('alert')).toHaveTextContent('5,000');
});

test('a refused switch says why', async () => {
  show(<CheckField label="It" isOn={false} onToggle={() => tooMany} />);
  await userEvent.click(screen.getByLabelText('It'));
  expect(screen.getByLabelText('It')).not.toBeChecked();
  expect(screen.getByRole('alert')).toHaveTextContent('5,000');
});
