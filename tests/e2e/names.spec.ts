/** Roles and names that people, assistive technology and other tools rely on. */
import { expect, test } from '../support/stage-test.ts';

test.beforeEach(async ({ stage }) => stage.open());

test('choices are groups of radio buttons', async ({ page }) => {
  const state = page.getByRole('radiogroup', { name: 'State', exact: true });
  await expect(state.getByRole('radio')).toHaveCount(2);
  await expect(state.getByRole('radio', { name: 'Stateful', exact: true })).toBeChecked();
  await expect(state.getByRole('radio', { name: 'Stateless', exact: true })).not.toBeChecked();
  const strategies = page.getByRole('radiogroup', { name: 'Where the state lives', exact: true });
  for (const name of ['Server memory', 'Client carries it']) {
    await expect(strategies.getByRole('radio', { name, exact: true })).toHaveCount(1);
  }
});

test('every radio button can be pressed by its role and name', async ({ page }) => {
  for (const name of ['Stateless', 'Server memory', 'Client carries it', 'Shared store']) {
    const radio = page.getByRole('radio', { name, exact: true });
    await radio.click({ timeout: 5_000 });
    await expect(radio).toBeChecked();
  }
});

test('buttons are named after their action', async ({ page }) => {
  const names = [
    'First step',
    'Previous step',
    'Play',
    'Next step',
    'Last step',
    'Crash Server 1',
    'Crash Server 2',
    'Crash Server 3',
    'Help',
    'Present',
  ];
  for (const name of names) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Crash Server 2' }).click();
  await expect(page.getByRole('button', { name: 'Restart Server 2', exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toHaveCount(1);
});

test('the slider has the present step and the number of steps', async ({ page }) => {
  const slider = page.getByRole('slider', { name: 'Step', exact: true });
  await expect(slider).toHaveAttribute('aria-valuetext', 'Step 3 of 9');
  await expect(slider).toHaveAttribute('max', '9');
  await expect(slider).toHaveAttribute('min', '1');
});

test('the list of steps has full sentences up to the present step, which is marked', async ({
  page,
  stage,
}) => {
  const list = page.getByRole('list', { name: 'Steps', exact: true });
  await expect(list).toHaveJSProperty('tagName', 'OL');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await stage.crash(1);
  const present = list.locator('[aria-current=step]');
  await expect(present).toHaveCount(1);
  // The first button goes to the step; the others select parts of it.
  await expect(present.getByRole('button').first()).toHaveAccessibleName(
    'Step 4: Server 1 crashes. 1 session is gone with its memory.',
  );
  await expect(list.getByRole('listitem').nth(2).getByRole('button').first()).toHaveAccessibleName(
    'Step 3: Server 1 answers Client: 200. 1,000,000 won each.',
  );
});

test('each memory is a group that lists its entries', async ({ page }) => {
  const memory = page.getByRole('group', { name: 'Memory of Server 1', exact: true });
  await expect(memory.getByRole('listitem')).toHaveText(['Laptop']);
  await expect(page.getByRole('group', { name: 'Memory of Server 2', exact: true })).toHaveText('Empty');
  await expect(page.getByRole('group', { name: /^Memory of/ })).toHaveCount(5);
});

test('the scoreboard is a table of rows by mode', async ({ page, stage }) => {
  const table = page.getByRole('table', { name: 'Scoreboard', exact: true });
  await expect(table.getByRole('columnheader')).toHaveText(['Stateful', 'Stateless']);
  await expect(table.getByRole('rowheader')).toHaveText([
    stage.words.sessionsLost,
    stage.words.questionsAsked,
    stage.words.requestsFailed,
    stage.words.bytesPerRequest,
    stage.words.clientMemory,
    stage.words.serverMemory,
  ]);
});

test('one polite status announces the new step, and nothing else', async ({ page, stage }) => {
  const status = page.getByRole('status');
  await expect(status).toHaveCount(1);
  await stage.next();
  await expect(status).toHaveText('Step 4: Client says to Load balancer: Two, please.');
  await stage.back();
  await expect(status).toHaveText('Step 3: Server 1 answers Client: 200. 1,000,000 won each.');
  await expect(page.locator('[aria-live=assertive], [role=log], [role=alert]')).toHaveCount(0);
});

test('lost entries are announced, not only struck through', async ({ page, stage }) => {
  await stage.crash(1);
  await expect(page.getByRole('group', { name: 'Memory of Server 1', exact: true })).toContainText(
    'Memory lost',
  );
});

test('there is one main part and one level-1 heading, and the diagram is hidden from screen readers', async ({
  page,
}) => {
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Statescope');
  await expect(page.locator('[data-canvas]')).toHaveAttribute('aria-hidden', 'true');
});
