// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importedFrom } from '../../../../tests/support/diagram-fixtures.ts';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { helpText } from '../../../locales/en/help-text.ts';
import type { PlayerStore } from '../../../player/player.ts';
import { HelpDialog } from '../help-dialog.tsx';
import { bindingOf, type KeyAction, keyTable } from '../key-table.ts';
import { typedNumbers } from '../typed-number.ts';
import { useKeys } from '../use-keys.ts';

describe('the table of keys', () => {
  const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

  test('binds no key twice in one situation', () => {
    for (const situation of [undefined, 'predicting', 'question'] as const) {
      const bindings = keyTable.filter(({ during }) => during === situation);
      const keys = bindings.flatMap(({ codes, shift = false }) => codes.map((code) => `${shift} ${code}`));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  const situations = ['free', 'predicting', 'question'] as const;
  const actionsOf = (code: string, shiftKey = false) =>
    situations.map((situation) => bindingOf({ ...plain, code, shiftKey }, situation)?.action);

  test('gives letters to an open question, and to their other actions otherwise', () => {
    expect(actionsOf('KeyD')).toEqual(['toggle-detail', 'toggle-detail', 'choose-option']);
    expect(actionsOf('KeyA')).toEqual([undefined, undefined, 'choose-option']);
    expect(actionsOf('KeyB', true)).toEqual([undefined, undefined, 'choose-option']);
    expect(actionsOf('PageDown')).toEqual(['next-step', 'next-step', 'next-step']);
  });

  test('blanks the screen by a clicker’s B and full stop in every situation', () => {
    for (const code of ['KeyB', 'Period']) expect(actionsOf(code)).toEqual(['blank', 'blank', 'blank']);
  });

  test('never crashes a server by a digit while predicting, whether or not a question is open', () => {
    expect(actionsOf('Digit1')).toEqual(['toggle-power', 'type-digit', 'type-digit']);
    expect(actionsOf('Digit0')).toEqual([undefined, 'type-digit', 'type-digit']);
  });

  test('lets character keys, and only those, be turned off', () => {
    const typesCharacter = (code: string) => /^(Key|Digit|Numpad\d|Bracket|Slash|Period)/.test(code);
    for (const { codes, isCharacter } of keyTable) {
      for (const code of codes) expect(isCharacter, code).toBe(typesCharacter(code));
    }
  });

  test('lets only a clicker’s keys act under any focus', () => {
    const always = keyTable.filter((each) => each.always).flatMap(({ codes }) => codes);
    expect(always.toSorted()).toEqual(['PageDown', 'PageUp']);
  });

  test('leaves modifiers that a binding does not name to the browser', () => {
    for (const { codes, shift = false, during: situation = 'free' } of keyTable) {
      for (const code of codes) {
        const pressed = { ...plain, code, shiftKey: shift };
        expect(bindingOf(pressed, situation)).toBeDefined();
        for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
          expect(bindingOf({ ...pressed, [modifier]: true }, situation)).toBeUndefined();
        }
      }
    }
    expect(bindingOf({ ...plain, code: 'KeyM', shiftKey: true })).toBeUndefined();
  });

  test('has words for every action in every language', async () => {
    for (const { viewText } of Object.values(languages)) {
      const { keyActions } = await viewText.loadHelpText();
      for (const { action } of keyTable) expect(keyActions[action]).toMatch(/\p{L}/u);
    }
  });
});

describe('keys on the page', () => {
  const onPageAction = vi.fn();
  afterEach(() => onPageAction.mockReset());

  interface PageProps {
    readonly characterKeysOn?: boolean;
    readonly hasDialog?: boolean;
    /** Marks a page of the guide, or one with the whole window. */
    readonly guide?: boolean | 'whole';
  }

  function Page({ characterKeysOn = true, hasDialog = false, guide }: PageProps) {
    useKeys({ characterKeysOn, onPageAction, typedNumbers: () => typedNumbers });
    return (
      <>
        <input aria-label="text" />
        <input aria-label="number" type="number" />
        <textarea aria-label="area" />
        <section aria-label="editable" contentEditable suppressContentEditableWarning />
        <select aria-label="select" />
        <input aria-label="radio" type="radio" />
        <input aria-label="range" type="range" />
        <button type="button">button</button>
        <section aria-label="stage" tabIndex={-1} data-guide={guide} />
        <dialog open={hasDialog}>
          <button type="button">inside</button>
        </dialog>
      </>
    );
  }

  /** Whether the key had an effect, and whether its default was prevented. */
  function press(player: PlayerStore, target: Element, code: string, init: KeyboardEventInit = {}) {
    // jsdom doesn't implement contenteditable.
    if (target.hasAttribute('contenteditable'))
      Object.defineProperty(target, 'isContentEditable', { value: true });
    const before = player.getState();
    const event = new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...init });
    act(() => void target.dispatchEvent(event));
    const acted = player.getState() !== before || onPageAction.mock.calls.length > 0;
    expect(event.defaultPrevented, `default of ${code}`).toBe(acted);
    return acted;
  }

  const every = [
    'PageDown',
    'PageUp',
    'ArrowRight',
    'ArrowLeft',
    'Space',
    'Home',
    'End',
    'KeyM',
    'Digit1',
    'KeyF',
    'KeyB',
    'Period',
    'KeyL',
    'KeyS',
  ];
  const characters = ['KeyM', 'Digit1', 'KeyF', 'KeyB', 'Period', 'KeyL', 'KeyS'];
  const allowed: Record<string, readonly string[]> = {
    text: [],
    number: [],
    area: [],
    editable: [],
    select: ['PageDown', 'PageUp'],
    radio: [...['PageDown', 'PageUp', 'Space'], ...characters],
    range: [...['PageDown', 'PageUp', 'Space'], ...characters],
    button: every.filter((code) => code !== 'Space'),
    stage: every,
  };

  for (const [target, codes] of Object.entries(allowed)) {
    test(`with the focus on ${target}: ${codes.join(' ') || 'none'}`, () => {
      const { player } = mount(<Page />);
      const element = screen.queryByLabelText(target) ?? screen.getByText(target);
      const acting = every.filter((code) => {
        onPageAction.mockReset();
        return press(player, element, code);
      });
      expect(acting).toEqual(codes);
    });
  }

  test('no key acts while a dialog is open, wherever the focus is', () => {
    const { player } = mount(<Page hasDialog />);
    for (const target of [screen.getByText('inside'), screen.getByLabelText('stage'), document.body]) {
      for (const code of every) expect(press(player, target, code), code).toBe(false);
    }
  });

  describe('a clicker’s keys while presenting', () => {
    const clicker = ['PageDown', 'PageUp', 'KeyB', 'Period'];
    beforeEach(() => document.documentElement.setAttribute('data-present', ''));
    afterEach(() => document.documentElement.removeAttribute('data-present'));

    test.each(clicker)('%s closes an open dialog and acts', (code) => {
      const { player } = mount(<Page hasDialog />);
      expect(press(player, screen.getByText('inside'), code)).toBe(true);
      expect(screen.queryByRole('dialog')).toBeNull();
    });

    test('other keys do neither', () => {
      const { player } = mount(<Page hasDialog />);
      for (const code of every.filter((each) => !clicker.includes(each))) {
        expect(press(player, screen.getByText('inside'), code), code).toBe(false);
      }
      expect(screen.getByRole('dialog')).toBeInTheDocument();
    });

    test('a dialog in which something is being made stays, and so does one that is typed into', () => {
      const { player } = mount(
        <>
          <Page />
          <dialog open>
            <progress aria-label="film" />
            <input aria-label="in a dialog" />
          </dialog>
        </>,
      );
      for (const code of clicker) {
        expect(press(player, screen.getByLabelText('film'), code), code).toBe(false);
        expect(press(player, screen.getByLabelText('in a dialog'), code), code).toBe(false);
      }
      expect(screen.getByRole('dialog')).toBeInTheDocument();
    });
  });

  describe('instead of the stage', () => {
    const ofPresentation = ['KeyF', 'KeyB', 'Period', 'KeyL'];
    afterEach(() => document.documentElement.removeAttribute('data-present'));

    function actingOn(props: PageProps) {
      const { player } = mount(<Page {...props} />);
      return every.filter((code) => {
        onPageAction.mockReset();
        return press(player, screen.getByText('button'), code);
      });
    }

    test('a page with the whole window has those of the presentation', () => {
      expect(actingOn({ guide: 'whole' })).toEqual(ofPresentation);
    });

    test('a dialog over it leaves none', () => {
      expect(actingOn({ guide: 'whole', hasDialog: true })).toEqual([]);
    });

    test('the guide has no keys while it’s read', () => {
      expect(actingOn({ guide: true })).toEqual([]);
    });

    test('the guide has those of the presentation while it’s presented', () => {
      document.documentElement.setAttribute('data-present', '');
      expect(actingOn({ guide: true })).toEqual(ofPresentation);
    });
  });

  test('a key that is held down keeps stepping, and repeats nothing else', () => {
    const { player } = mount(<Page />);
    for (const code of every) {
      const repeats = ['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft'].includes(code);
      const before = player.getState();
      const event = new KeyboardEvent('keydown', { code, repeat: true, bubbles: true, cancelable: true });
      act(() => void document.body.dispatchEvent(event));
      expect(player.getState() !== before, code).toBe(repeats);
      expect(onPageAction).not.toHaveBeenCalled();
    }
  });

  test('character keys that are turned off do nothing and are left to the browser', () => {
    const { player } = mount(<Page characterKeysOn={false} />);
    for (const { codes, isCharacter, shift = false } of keyTable.filter((each) => each.isCharacter)) {
      for (const code of codes)
        expect(press(player, document.body, code, { shiftKey: shift })).toBe(!isCharacter);
    }
    expect(press(player, document.body, 'ArrowRight')).toBe(true);
  });

  test('a number typed on a diagram is for that diagram only', async () => {
    const player = mount(<Page />).player;
    const imported = await importedFrom('sequenceDiagram\nA->>B: one\nB->>A: two\nA->>B: three');
    const open = () => act(() => player.getState().dispatch({ kind: 'open-imported', imported }));
    open();
    fireEvent.keyDown(document.body, { code: 'Digit3' });
    fireEvent.keyDown(document.body, { code: 'Enter' });
    expect(player.getState().step).toBe(2);

    open();
    fireEvent.keyDown(document.body, { code: 'Digit1' });
    act(() => player.getState().dispatch({ kind: 'close-imported' }));
    const { step } = player.getState();
    fireEvent.keyDown(document.body, { code: 'Enter' });
    expect(player.getState().step).toBe(step);
  });

  test('a key that another handler has taken does nothing', () => {
    const { player } = mount(<Page />);
    const stage = screen.getByLabelText('stage');
    stage.addEventListener('keydown', (event) => event.preventDefault());
    const before = player.getState();
    act(
      () =>
        void stage.dispatchEvent(
          new KeyboardEvent('keydown', { code: 'ArrowRight', bubbles: true, cancelable: true }),
        ),
    );
    expect(player.getState()).toBe(before);
  });
});

describe('Help', () => {
  function help(characterKeysOn = true) {
    const onClose = vi.fn();
    const onCharacterKeys = vi.fn();
    const onSound = vi.fn();
    const mounted = mount(
      <HelpDialog
        words={helpText}
        onClose={onClose}
        characterKeysOn={characterKeysOn}
        onCharacterKeys={onCharacterKeys}
        soundIsOn={false}
        onSound={onSound}
      />,
    );
    return { ...mounted, onClose, onCharacterKeys, onSound };
  }

  function rowOf(action: KeyAction): HTMLElement {
    const name = helpText.keyActions[action];
    const row = screen.getByRole('rowheader', { name }).closest('tr');
    if (row === null) throw new Error(`Help has no row for ${action}.`);
    return row;
  }

  test('lists every key of the table with its action', () => {
    help();
    for (const { action, shown } of keyTable) {
      for (const key of shown) expect(within(rowOf(action)).getAllByText(key)).not.toHaveLength(0);
    }
    const actions = new Set(keyTable.map(({ action }) => action));
    expect(screen.getAllByRole('row')).toHaveLength(actions.size);
  });

  test('closes by its button, and reports it', async () => {
    const { onClose } = help();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalled();
  });

  test('has a switch for character keys, and shows which are off', async () => {
    const { onCharacterKeys } = help(false);
    const setting = screen.getByRole('switch', { name: helpText.keysOn });
    expect(setting).not.toBeChecked();
    for (const { action, isCharacter } of keyTable) {
      expect(rowOf(action)).toHaveAttribute('data-off', String(isCharacter));
    }
    await userEvent.click(setting);
    expect(onCharacterKeys).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('has a switch for sound, which is off by default', async () => {
    const { onSound } = help();
    const setting = screen.getByRole('switch', { name: helpText.soundOn });
    expect(setting).not.toBeChecked();
    await userEvent.click(setting);
    expect(onSound).toHaveBeenCalledExactlyOnceWith(true);
  });
});
