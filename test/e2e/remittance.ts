import { expect, type Locator } from '@playwright/test';
import type { Adjudication } from '../../lib/claim/era';
import type { PatientFile } from '../../lib/session/session';
import type { EraFile } from '../pm/remittance-scenes';
import type { Panel } from './panel';

/** A file to give to the panel: text, or bytes as they are. */
export type GivenFile = EraFile | { name: string; bytes: Buffer };

const bytesOf = (file: GivenFile): Buffer => ('bytes' in file ? file.bytes : Buffer.from(file.text));

/** The remittances of the panel: how files get in, and what is shown of them. */
export class Remittances {
  constructor(readonly panel: Panel) {}

  /** Goes to the view of all files, by the menu. */
  async open(): Promise<void> {
    await this.panel.hands.click(this.panel.page.getByRole('button', { name: 'More', exact: true }));
    await this.panel.hands.click(this.panel.page.getByRole('menuitem', { name: 'Remittances' }));
    await expect(this.panel.title).toHaveText('Remittances');
  }

  /** From the files, which are shown when some are added, to where she was: the patient's claims, or one of them. */
  async leave(): Promise<void> {
    await expect(this.panel.title).toHaveText('Remittances');
    await this.panel.hands.click(this.panel.page.getByRole('link', { name: /^Back to / }));
    await expect(this.panel.title).not.toHaveText('Remittances');
  }

  /** As through the file chooser. */
  async choose(...files: readonly GivenFile[]): Promise<void> {
    const given = files.map((file) => ({ name: file.name, mimeType: 'text/plain', buffer: bytesOf(file) }));
    await this.panel.page.locator('input[type=file]').setInputFiles(given);
  }

  /** A file on disk, however big. */
  async choosePath(path: string): Promise<void> {
    await this.panel.page.locator('input[type=file]').setInputFiles(path);
  }

  /** Drags files from outside over the panel and lets go of them there. */
  async drop(...files: readonly GivenFile[]): Promise<void> {
    const given = files.map((file) => ({ name: file.name, base64: bytesOf(file).toString('base64') }));
    const dataTransfer = await this.panel.page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const { name, base64 } of all) {
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      }
      return data;
    }, given);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.panel.main.dispatchEvent(type, { dataTransfer });
    }
  }

  /** What is shown of one file. */
  file(name: string): Locator {
    return this.panel.main.locator('section', { has: this.panel.page.getByRole('heading', { name, exact: true }) });
  }

  /** Waits until all files are read. */
  async allRead(): Promise<void> {
    await expect(this.panel.next).toContainText('100 % read');
  }

  /** From a claim's Check to the comparison with its remittance. */
  async compare(): Promise<void> {
    await this.panel.hands.click(this.panel.button(/^Compare/).first());
    await expect(this.panel.main.getByRole('heading', { name: /^Remittance/ })).toBeVisible();
  }

  /** The cells of a row of the comparison: payer said, posted, differs. */
  async row(line: number, label: string): Promise<string[]> {
    const body = this.panel.main.locator('table tbody', { hasText: new RegExp(`Line ${line}\\b`) });
    const row = body
      .getByRole('row')
      .filter({ has: this.panel.page.getByRole('rowheader', { name: label, exact: true }) });
    return (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace('\u2212', '-').trim());
  }
}

/** What the session keeps of the remittances of a claim. */
export const keptFor = (file: PatientFile, claim: string): Adjudication[] => file.remittances?.[claim] ?? [];
