// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { LargeQr } from '../large-qr.tsx';

const { onlyThere } = languages.en.viewText.sharing;

afterEach(() => localStorage.clear());

test('says on a local page that others can’t open it, and shows the address', () => {
  mount(<LargeQr onClose={() => {}} />);
  const dialog = screen.getByRole('dialog', { hidden: true });
  expect(dialog).toHaveTextContent(onlyThere.here);
  expect(dialog).toHaveTextContent(location.host);
});

test('says nothing of the kind about an address that everyone can open', () => {
  localStorage.setItem('statescope.base-address', 'https://example.org/statescope/');
  mount(<LargeQr onClose={() => {}} />);
  const dialog = screen.getByRole('dialog', { hidden: true });
  expect(dialog).not.toHaveTextContent(onlyThere.here);
  expect(dialog).toHaveTextContent('example.org/statescope');
});

test('warns of an address that was chosen but reaches the local network only', () => {
  localStorage.setItem('statescope.base-address', 'http://192.168.0.7:4173/');
  mount(<LargeQr onClose={() => {}} />);
  expect(screen.getByRole('dialog', { hidden: true })).toHaveTextContent(onlyThere.nearby);
});
