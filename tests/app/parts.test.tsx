// @vitest-environment jsdom
/** What a reader sees of parts that can't be loaded: a retry while it can help, a reload when only that helps. */
import '../support/browser-stubs.ts';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Parts } from '../../src/app/parts.tsx';
import { dismissReload, useReloadReason, watchForGoneParts } from '../../src/app/parts-gone.ts';
import { FaultBoundary } from '../../src/ui/panel/panel.tsx';
import { mount } from '../support/mount.tsx';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const script = document.createElement('script');
  script.type = 'module';
  script.setAttribute('src', './page.js');
  document.head.append(script);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** As Vite does when an import fails, in a browser whose errors don't name the module. */
function failedImport(): Error {
  const failure = new TypeError('Importing a module script failed.');
  window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: failure }));
  return failure;
}

function Faulty({ error }: { readonly error: Error }): never {
  throw error;
}

function Reason() {
  return <output>{useReloadReason() ?? 'no reason'}</output>;
}

test('a reload is offered for a part that somebody misses, and again after it was dismissed', async () => {
  const page = vi.fn(async () => new Response('<script type="module" src="./page.js"></script>'));
  vi.stubGlobal('fetch', page);
  watchForGoneParts();
  const failure = failedImport();
  await waitFor(() => expect(page).toHaveBeenCalled());
  let fail = (_: Error) => {};
  const Page = () => {
    // At first a fault of the panel itself, which trying again can mend.
    const [error, setError] = useState(new Error('A fault of its own'));
    fail = setError;
    return (
      <Parts>
        <Reason />
        <FaultBoundary name="Lesson" key={error.message}>
          <Faulty error={error} />
        </FaultBoundary>
      </Parts>
    );
  };
  mount(<Page />);
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(screen.getByText('no reason')).toBeVisible();
  act(() => fail(failure));
  expect(await screen.findByText('failure-kept')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  act(dismissReload);
  expect(screen.getByText('no reason')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('failure-kept')).toBeVisible();
});
