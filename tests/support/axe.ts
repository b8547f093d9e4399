/** What axe finds wrong with a page as it is now, one line a place. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // What a frame shows is a page of its own, and tested as such.
    .exclude('iframe')
    // So the results of several frames need not be put together, for which axe would open a window each time.
    .setLegacyMode()
    // And of what is right, the places need not be told.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
