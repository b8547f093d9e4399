// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { act as operate } from '../../../../tests/support/opened-player.ts';
import { crash, whenAnswered } from '../../../../tests/support/scenario.ts';
import { Problems } from '../../../app/problems.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Playback } from '../playback.tsx';
import { Scrubber } from '../scrubber.tsx';

describe('a radio group', () => {
  function Sizes({ onChange = () => {} }: { readonly onChange?: (size: 'small' | 'large') => void }) {
    const [size, setSize] = useState<'small' | 'large'>('small');
    const choose = (next: 'small' | 'large') => {
      setSize(next);
      onChange(next);
    };
    return (
      <RadioGroup
        label="Size"
        look="pills"
        options={[
          { value: 'small', label: 'Small' },
          { value: 'large', label: 'Large' },
        ]}
        value={size}
        onChange={choose}
      />
    );
  }

  test('has the name of the choice, and named radios', () => {
    render(<Sizes />);
    const group = screen.getByRole('radiogroup', { name: 'Size' });
    expect(within(group).getByRole('radio', { name: 'Small' })).toBeChecked();
    expect(within(group).getByRole('radio', { name: 'Large' })).not.toBeChecked();
  });

  test('is one Tab stop, and arrow keys choose in it', async () => {
    const onChange = vi.fn();
    render(<Sizes onChange={onChange} />);
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: 'Small' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Large' })).toBeChecked();
    expect(onChange).toHaveBeenCalledExactlyOnceWith('large');
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  test('does not mix with another group of the same options', async () => {
    render(
      <>
        <Sizes />
        <Sizes />
      </>,
    );
    const [first, second] = screen.getAllByRole('radio', { name: 'Large' });
    if (!first || !second) throw new Error('There are two groups.');
    await userEvent.click(first);
    expect(first).toBeChecked();
    expect(second).not.toBeChecked();
  });
});

describe('the slider of steps', () => {
  const crashed = { commands: [crash('server-1', whenAnswered('client/1'))] };

  test('names the step and the number of steps, in the reader’s language', () => {
    mount(<Scrubber />);
    expect(screen.getByRole('slider', { name: 'Step' })).toHaveAttribute('aria-valuetext', 'Step 3 of 9');
    mount(<Scrubber />, 'ko');
    expect(screen.getByRole('slider', { name: '단계' })).toHaveAttribute('aria-valuetext', '9단계 중 3단계');
  });

  test('marks past events, but no later ones', () => {
    const { player, container } = mount(<Scrubber />, 'en', { ...crashed, step: 2 });
    const marks = () =>
      [...container.querySelectorAll<HTMLElement>('[data-mark]')].map((each) => each.dataset.mark);
    expect(marks()).toEqual([]);
    act(() => void operate(player, { kind: 'go-to', step: 3 }));
    expect(marks()).toEqual(['crash']);
    act(() => void operate(player, 'last-step'));
    expect(marks()).toEqual(['crash', 'failure', 'failure']);
    act(() => void operate(player, 'first-step'));
    expect(marks()).toEqual([]);
  });

  test('has a dot for each step, which does not reveal the step', () => {
    const { container } = mount(<Scrubber />, 'en', { ...crashed, step: 2 });
    const dots = [...container.querySelectorAll<HTMLElement>('[data-done]')];
    expect(dots).toHaveLength(10);
    const [first, ...others] = dots.slice(3).map((dot) => {
      const withoutPosition = dot.cloneNode(true) as HTMLElement;
      withoutPosition.removeAttribute('style');
      return withoutPosition;
    });
    expect(others).toHaveLength(6);
    for (const each of others) expect(each.isEqualNode(first ?? null)).toBe(true);
  });
});

describe('the playback controls', () => {
  test('keep disabled buttons in place', async () => {
    const { player } = mount(<Playback />, 'en', { step: 0 });
    const first = screen.getByRole('button', { name: 'First step' });
    expect(first).toHaveAttribute('aria-disabled', 'true');
    first.focus();
    expect(first).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Last step' }));
    expect(first).toHaveAttribute('aria-disabled', 'false');
    expect(screen.getByRole('button', { name: 'Next step' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Next step' }));
    expect(player.getState().step).toBe(8);
  });

  test('offer five speeds', async () => {
    const { player } = mount(<Playback />);
    const speed = screen.getByRole('combobox', { name: 'Speed' });
    expect(
      within(speed)
        .getAllByRole('option')
        .map((each) => each.textContent),
    ).toEqual(['¼×', '½×', '1×', '2×', '4×']);
    await userEvent.selectOptions(speed, '½×');
    expect(player.getState().speed).toBe(0.5);
  });
});

describe('a notice', () => {
  test('shows every problem of the link as an alert, and can be dismissed', async () => {
    const onDismiss = vi.fn();
    const problems = [{ kind: 'unknown-lesson', value: '<b>x</b>' }, { kind: 'bad-run' }] as const;
    mount(<Problems problems={problems} onDismiss={onDismiss} />);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('No lesson is called “<b>x</b>”.');
    expect(alert).toHaveTextContent('The run in this link can’t be read');
    expect(alert.querySelector('b')).toBeNull();
    await userEvent.click(within(alert).getByRole('button', { name: 'Dismiss' }));
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  test('is not there without a problem', () => {
    mount(<Problems problems={[]} onDismiss={() => {}} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('shows two problems of one kind', () => {
    const problems = [
      { kind: 'bad-step', value: 'one' },
      { kind: 'bad-step', value: 'two' },
    ] as const;
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    mount(<Problems problems={problems} onDismiss={() => {}} />);
    expect(screen.getByRole('alert')).toHaveTextContent('“one”');
    expect(screen.getByRole('alert')).toHaveTextContent('“two”');
    complain.mockRestore();
  });
});
