/** Drops a file on the page, like a file manager. */
import type { Page } from '@playwright/test';

export async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text] as const,
  );
  await page.locator('main').dispatchEvent('drop', { dataTransfer });
}
