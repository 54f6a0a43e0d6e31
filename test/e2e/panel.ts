import { expect, type Locator, type Page } from '@playwright/test';
import { Hands } from './hands';

export type StepName = 'Check' | 'Payer' | 'Fill' | 'Submit';

/** The side panel as the biller sees it: by its words, with her hands. */
export class Panel {
  constructor(
    readonly page: Page,
    readonly hands: Hands = new Hands(),
  ) {}

  /** The row of a claim in the list. */
  claim(id: string): Locator {
    return this.page.locator(`[data-claim="${id}"]`);
  }

  async openClaim(id: string): Promise<void> {
    const row = this.claim(id);
    await expect(row).toBeAttached();
    // Claims with nothing to do are folded away at the end.
    const fold = this.page.locator('details', { has: row }).first();
    if ((await fold.count()) > 0 && !(await row.isVisible())) await this.hands.click(fold.locator('summary').first());
    await this.hands.click(row);
    await expect(this.steps).toBeVisible();
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** What the view says, between header and bar. */
  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** The bar at the bottom. */
  get next(): Locator {
    return this.page.getByRole('contentinfo');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.hands.click(this.button(name).first());
  }

  /** The four steps in the head of an open claim. */
  get steps(): Locator {
    return this.page.getByRole('navigation', { name: 'Steps of this claim' });
  }

  async goTo(step: StepName): Promise<void> {
    await this.hands.click(this.steps.getByText(step, { exact: true }));
  }

  async expectStep(step: StepName): Promise<void> {
    await expect(this.page.locator('[aria-current=step]')).toContainText(step);
  }

  text(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }
}
