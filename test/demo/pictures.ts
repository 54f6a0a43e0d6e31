import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** Pictures of each step: the page, the real side panel and, on a virtual display, the whole window. */
export class Pictures {
  #step = 0;

  constructor(
    readonly folder: string,
    readonly wholeWindow: boolean,
  ) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  async take(name: string, page: Page, panel: Page): Promise<void> {
    this.#step += 1;
    const file = (what: string): string =>
      path.join(this.folder, `${String(this.#step).padStart(2, '0')}-${name}-${what}.png`);
    await panel.screenshot({ path: file('panel') });
    await page.screenshot({ path: file('page') });
    if (this.wholeWindow) execFileSync('import', ['-window', 'root', file('window')]);
  }
}
