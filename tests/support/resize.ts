/** Resizes a page that can be in full screen. */
import type { Page } from '@playwright/test';

/**
 * The packaged Chromium resizes the viewport of a page in full screen, and then reports that it can't resize its window, which
 * is never shown.
 */
export async function resize(
  page: Page,
  { width, height }: { readonly width: number; readonly height: number },
) {
  try {
    await page.setViewportSize({ width, height });
  } catch (error) {
    if (!/fullscreen window/.test(String(error))) throw error;
  }
}
