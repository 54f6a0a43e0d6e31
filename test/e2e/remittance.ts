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

  async open(): Promise<void> {
    const places = this.panel.page.getByRole('navigation', { name: 'Places' });
    await this.panel.hands.click(places.getByText('Remittances'));
    await expect(this.panel.page.locator('input[type=file]')).toBeAttached();
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
    return this.panel.main.locator('article, section, li', { hasText: name }).last();
  }

  /** Waits until no file is being read. */
  async allRead(): Promise<void> {
    await expect(this.panel.page.getByRole('progressbar')).toHaveCount(0);
  }
}

/** What the session keeps of the remittances of a claim. */
export const keptFor = (file: PatientFile, claim: string): Adjudication[] => file.remittances?.[claim] ?? [];
