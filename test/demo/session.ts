import type { BrowserContext } from '@playwright/test';
import { examine } from '../../lib/checks/examine';
import type { Case } from '../../lib/claim/case';
import type { Lookup } from '../../lib/lookups/lookup';
import { type PayerAnswer, payerFactsWith } from '../../lib/payers/answers';
import { casesOf } from '../../lib/session/cases';
import type { PatientFile, TabView } from '../../lib/session/session';

/** What the extension keeps of this browser session, as its worker sees it. */
export interface Kept {
  files: PatientFile[];
  tabs: TabView[];
  lookups: Lookup[];
  /** What she said of payers. */
  payers: PayerAnswer[];
}

/** Asks the extension's worker for its session. */
export const readSession = async (context: BrowserContext): Promise<Kept> => {
  const worker = context.serviceWorkers()[0];
  if (!worker) throw new Error('The extension has no worker.');
  const { all, payers } = await worker.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const { payers: said } = await storage.local.get({ payers: [] });
    return { all: (await storage.session.get(null)) as Record<string, unknown>, payers: said as unknown };
  });
  const values = (prefix: string): unknown[] =>
    Object.entries(all).flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : []));
  return {
    files: values('patient.') as PatientFile[],
    tabs: values('tab.') as TabView[],
    lookups: values('lookups').flat() as Lookup[],
    payers: payers as PayerAnswer[],
  };
};

/** The claims of a patient with everything known about them. */
export const casesIn = (kept: Kept, file: PatientFile, today: string): Case[] =>
  casesOf(file, kept.tabs[0], { today, payerOf: payerFactsWith(kept.payers) });

/** What the checks say about one claim now. */
export const findingsOf = (cases: readonly Case[], claim: string) => {
  const found = cases.find((c) => c.row.id.kind === 'read' && c.row.id.value === claim);
  if (!found) return { findings: [], unknown: [], passed: [], verdict: undefined };
  const { findings, unknown, passed, verdict } = examine(found);
  return { findings, unknown, passed: passed.map((one) => one.check), verdict };
};
