// @vitest-environment jsdom
/** What a reader sees of parts that can't be loaded: a retry while it can help, a reload when only that helps. */
import '../support/browser-stubs.ts';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Parts, useReload } from '../../src/app/parts.tsx';
import { watchForGoneParts } from '../../src/app/parts-gone.ts';
import { ReloadNotice } from '../../src/app/reload-notice.tsx';
import { FaultBoundary } from '../../src/ui/panel/panel.tsx';
import { languages, mount } from '../support/mount.tsx';

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
  vi.unstubAllEnvs();
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

function Notice() {
  const reload = useReload();
  return reload === null ? <output>no reason</output> : <ReloadNotice {...reload} />;
}

const KEPT_FAILURE = /A reload fetches it/;

/** A newer version of the page has been fetched, and waits. */
vi.mock('../../src/app/offline.ts', () => ({
  keepForOffline: async (onWaiting: (renew: () => void) => void) => onWaiting(() => {}),
}));

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
      <Parts isKept={false}>
        <Notice />
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
  expect(await screen.findByText(KEPT_FAILURE)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.getByText('no reason')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(KEPT_FAILURE)).toBeVisible();
});

test('one press dismisses the offer of a newer version whose parts are gone here', async () => {
  vi.stubEnv('MODE', 'production');
  Object.defineProperty(navigator, 'serviceWorker', { value: {}, configurable: true });
  vi.stubGlobal('fetch', async () => new Response('<script type="module" src="./newer.js"></script>'));
  watchForGoneParts();
  const failure = failedImport();
  mount(
    <Parts isKept>
      <Notice />
      <FaultBoundary name="Lesson">
        <Faulty error={failure} />
      </FaultBoundary>
    </Parts>,
  );
  expect(await screen.findByText(languages.en.viewText.whyReload['newer-version'])).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.getByText('no reason')).toBeVisible();
});
