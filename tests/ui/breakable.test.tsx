// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { breakable } from '../../src/ui/breakable.tsx';

function htmlOf(text: string): string {
  return render(<p>{breakable(text)}</p>).container.innerHTML.replace(/ style="[^"]*"/g, '');
}

test('a long word may be broken after its separators and before its capital letters', () => {
  expect(htmlOf('save com.example.shop.JpaOrderRepository now')).toBe(
    '<p>save <span>com.<wbr>example.<wbr>shop.<wbr>Jpa<wbr>Order<wbr>Repository</span> now</p>',
  );
});

test('other words stay as they are', () => {
  expect(htmlOf('GET /orders?page=1')).toBe('<p>GET /orders?page=1</p>');
});

test('the text stays the same', () => {
  const text = 'see https://example.org/a/b?c=1&d=2, and  more';
  expect(render(<p>{breakable(text)}</p>).container.textContent).toBe(text);
});
