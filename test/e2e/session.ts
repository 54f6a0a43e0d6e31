import { expect, type Page } from '@playwright/test';
import type { ClaimForm } from '../../lib/claim/form';
import type { PatientFile, TabView } from '../../lib/session/session';

/** What the extension has read and keeps, as its own pages see it. */
export interface Kept {
  tabs: TabView[];
  patients: PatientFile[];
}

/** The session's storage, read in a page of the extension. */
export const keptOf = (panel: Page): Promise<Kept> =>
  panel.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const all = await storage.session.get(null);
    const of = (prefix: string) =>
      Object.entries(all).flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : []));
    return { tabs: of('tab.'), patients: of('patient.') } as Kept;
  });

/** The patient's file by the chart number, as soon as `ready` says that it holds what is waited for. */
export const fileWhen = async (
  panel: Page,
  chart: string,
  ready: (file: PatientFile, kept: Kept) => boolean,
  what: string,
  timeout?: number,
): Promise<PatientFile> => {
  let found: PatientFile | undefined;
  await expect
    .poll(
      async () => {
        const kept = await keptOf(panel);
        const file = kept.patients.find(({ key }) => key.endsWith(`|${chart}`));
        found = file && ready(file, kept) ? file : undefined;
        return found !== undefined;
      },
      { message: what, intervals: [50, 100, 200], ...(timeout === undefined ? {} : { timeout }) },
    )
    .toBe(true);
  if (!found) throw new Error(what);
  return found;
};

/** Does what brings a page up, and waits until the extension has read that page wholly for this patient. */
export const opened = async (
  panel: Page,
  chart: string,
  kind: string,
  open: () => Promise<void>,
): Promise<PatientFile> => {
  const documentsOf = ({ tabs }: Kept) => tabs.flatMap(({ frames }) => frames['0']?.documentId ?? []);
  const before = new Set(documentsOf(await keptOf(panel)));
  await open();
  const isThere = (file: PatientFile, { tabs }: Kept) =>
    tabs.some(({ frames }) => {
      const main = frames['0'];
      return main?.page === kind && main.complete && main.patient === file.key && !before.has(main.documentId);
    });
  return fileWhen(panel, chart, isThere, `${kind} of ${chart} is read`);
};

/** The secondary claim form that a tab shows. */
export const formOf = ({ tabs }: Kept): ClaimForm | undefined =>
  tabs.flatMap(({ frames }) => Object.values(frames)).find(({ form }) => form !== undefined)?.form;
