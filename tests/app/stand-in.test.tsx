// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { recordPointerInputs } from '../../src/app/first-paint/early-input.ts';
import { HEADER, StandIn } from '../../src/app/first-paint/stand-in.tsx';

afterEach(() => {
  document.body.innerHTML = '';
});

/** The first paint's header, and then nothing in its place yet. */
function showFirst() {
  document.body.innerHTML =
    '<div id="root" data-early><header><button type="button">Lesson</button></header></div>';
  const container = document.getElementById('root') as HTMLElement;
  const { rerender } = render(<StandIn find={HEADER}>{null}</StandIn>, { container });
  container.removeAttribute('data-early');
  return { show: rerender };
}

function lessonButton(): HTMLElement {
  return screen.getByRole('button', { name: 'Lesson' });
}

/** Rendering the part takes a while, and the reader goes on meanwhile. */
function Meanwhile({ reader }: { readonly reader: () => void }) {
  reader();
  return null;
}

test('the first paint’s part stands until the page’s own is there', () => {
  const { show } = showFirst();
  const first = lessonButton();
  show(
    <StandIn find={HEADER}>
      <button type="button">Lesson</button>
    </StandIn>,
  );
  expect(lessonButton()).not.toBe(first);
});

test.each(['before', 'while'])(
  'the focus carries over that a control gets %s the part is rendered',
  (when) => {
    const { show } = showFirst();
    const focus = () => lessonButton().focus();
    if (when === 'before') focus();
    show(
      <StandIn find={HEADER}>
        <button type="button">Lesson</button>
        <Meanwhile reader={when === 'while' ? focus : () => {}} />
      </StandIn>,
    );
    expect(lessonButton()).toHaveFocus();
  },
);

test('what is pressed meanwhile acts once the part is there', () => {
  const { show } = showFirst();
  const open = vi.fn();
  lessonButton().click();
  show(
    <StandIn find={HEADER}>
      <button type="button" onClick={open}>
        Lesson
      </button>
    </StandIn>,
  );
  expect(open).toHaveBeenCalledOnce();
});

test('a file that is dropped while two parts are missing is kept once', () => {
  const recorders = [recordPointerInputs([]), recordPointerInputs([])];
  const file = new File(['sequenceDiagram'], 'login.mmd');
  const event = new Event('drop', { bubbles: true, cancelable: true });
  const dataTransfer = { types: ['Files'], files: [file] };
  document.body.dispatchEvent(Object.assign(event, { dataTransfer }));
  expect(recorders.flatMap((each) => each.take())).toEqual([{ kind: 'drop', control: null, dropped: file }]);
});
