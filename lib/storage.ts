import { storage } from 'wxt/utils/storage';
import type { Lookup } from './lookups/lookup';
import { asLimits, isListsKey, readLimits, readPayerLists } from './payer-lists';
import { type PayerAnswer, type PayerLimit, withAnswer, withoutAnswer } from './payers/answers';
import type { LoadedList } from './payers/lists';
import { POLICY, type PolicyView, readPolicyView } from './policy-storage';
import type { RecordEntry } from './record/record';
import { recordEntry } from './schemas/commands';
import {
  aliases as aliasesSchema,
  lookup as lookupSchema,
  patientFile,
  payers as payersSchema,
  settings as settingsSchema,
  tabView,
} from './schemas/stored';
import { evict } from './session/evict';
import { emptySession, type SessionState } from './session/state';
import { z } from './zod';

/** What the biller set in Options. */
export interface Settings {
  /** Marks in the PM's own table. */
  marks: boolean;
  singleKeys: boolean;
  theme: 'system' | 'light' | 'dark';
  /** Hold the first press of Submit while something would be refused. */
  holdSubmit: boolean;
}

/** A payer's name in chart or claim, and the name in the form's list that the biller confirmed for it. No PHI. */
export interface Alias {
  chartName: string;
  formName: string;
}

export const DEFAULT_SETTINGS: Settings = { marks: true, singleKeys: true, theme: 'system', holdSubmit: false };

const settingsItem = storage.defineItem<unknown>('local:settings');
const aliasesItem = storage.defineItem<unknown>('local:aliases');
const payersItem = storage.defineItem<unknown>('local:payers');

/** A stored value as its schema knows it, else what stands for nothing. Stored things outlive the code that wrote them. */
const checked = <T>(schema: z.ZodMiniType<T>, value: unknown, otherwise: T): T => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : otherwise;
};

const asSettings = (value: unknown): Settings => checked(settingsSchema, value, DEFAULT_SETTINGS);
const asAliases = (value: unknown): Alias[] => checked(aliasesSchema, value, []);
const asPayers = (value: unknown): PayerAnswer[] => checked(payersSchema, value, []);

export const readSettings = async (): Promise<Settings> => asSettings(await settingsItem.getValue());

export const saveSettings = (settings: Settings): Promise<void> => settingsItem.setValue(settings);

export const readAliases = async (): Promise<Alias[]> => asAliases(await aliasesItem.getValue());

/** The newest confirmation of a name wins; the oldest of very many go. */
const MOST_ALIASES = 500;

export const addAlias = async (alias: Alias): Promise<void> => {
  const others = (await readAliases()).filter(({ chartName }) => chartName !== alias.chartName);
  await aliasesItem.setValue([...others, alias].slice(-MOST_ALIASES));
};

export const removeAlias = async (chartName: string): Promise<void> => {
  await aliasesItem.setValue((await readAliases()).filter((alias) => alias.chartName !== chartName));
};

export const readPayers = async (): Promise<PayerAnswer[]> => asPayers(await payersItem.getValue());

const MOST_PAYERS = 500;

/** Keeps what she said of a payer, in place of what she said before. */
export const addPayerAnswer = async (answer: PayerAnswer): Promise<void> =>
  payersItem.setValue(withAnswer(await readPayers(), answer).slice(-MOST_PAYERS));

export const removePayerAnswer = async (payer: string): Promise<void> =>
  payersItem.setValue(withoutAnswer(await readPayers(), payer));

/** Content scripts may not read storage: `local` holds no patient, but nobody else's business either. */
export const closeStorage = async (): Promise<void> => {
  for (const area of [browser.storage.local, browser.storage.session]) {
    // Firefox has no access levels: there only the extension's own contexts reach these areas through this code.
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
};

const TAB = 'tab.';
const PATIENT = 'patient.';
const LOOKUPS = 'lookups';
const REVOKED = 'revoked';
const RECORD = 'record';

const revokedSchema = z.array(z.string());

const asRecord = (value: unknown): RecordEntry[] =>
  Array.isArray(value) ? value.flatMap((each) => recordEntry.safeParse(each).data ?? []) : [];

const asLookups = (value: unknown): Lookup[] =>
  Array.isArray(value) ? value.flatMap((each) => lookupSchema.safeParse(each).data ?? []) : [];

/** Sets what one stored key says; what its schema does not know counts as not stored. Changes `state`. */
const put = (state: SessionState, key: string, value: unknown): void => {
  if (key === LOOKUPS) state.lookups = asLookups(value);
  else if (key === REVOKED) state.revoked = checked(revokedSchema, value, []);
  else if (key === RECORD) state.record = asRecord(value);
  else if (key.startsWith(TAB)) set(state.tabs, key.slice(TAB.length), tabView.safeParse(value).data);
  else if (key.startsWith(PATIENT)) set(state.patients, key.slice(PATIENT.length), patientFile.safeParse(value).data);
};

const set = <T>(record: Record<string, T>, key: string, value: T | undefined): void => {
  if (value === undefined) delete record[key];
  else record[key] = value;
};

const fromStored = (stored: Record<string, unknown>): SessionState => {
  const state = emptySession();
  for (const [key, value] of Object.entries(stored)) put(state, key, value);
  return state;
};

const toStored = (state: SessionState): Map<string, unknown> =>
  new Map<string, unknown>([
    ...Object.entries(state.tabs).map(([id, tab]) => [TAB + id, tab] as const),
    ...Object.entries(state.patients).map(([key, file]) => [PATIENT + key, file] as const),
    [LOOKUPS, state.lookups],
    [REVOKED, state.revoked],
    ...(state.record.length > 0 ? [[RECORD, state.record] as const] : []),
  ]);

/** Writes what differs, by identity: what did not change is the same object. */
const write = async (before: SessionState | undefined, after: SessionState): Promise<void> => {
  const old = before ? toStored(before) : new Map<string, unknown>();
  const next = toStored(after);
  const changed = [...next].filter(([key, value]) => old.get(key) !== value);
  const gone = [...old.keys()].filter((key) => !next.has(key));
  if (changed.length > 0) await browser.storage.session.set(Object.fromEntries(changed));
  if (gone.length > 0) await browser.storage.session.remove(gone);
};

/** The session as its one writer holds it. */
export interface Session {
  /**
   * Changes the session: one change after the other, each written before the next begins and before this resolves.
   * `change` gives the new state (unchanged parts as the same objects) and an answer for the caller.
   */
  update<R>(change: (state: SessionState) => { state: SessionState; answer: R }): Promise<R>;
  /** The state after all changes that were asked for until now. */
  read(): Promise<SessionState>;
}

/** Opens the session for its one writer, the worker. What it remembers is a cache of what is stored. */
export const openSession = (): Session => {
  let cached: SessionState | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const load = async (): Promise<SessionState> => {
    cached ??= fromStored(await browser.storage.session.get(null));
    return cached;
  };
  const save = async (before: SessionState, after: SessionState): Promise<void> => {
    if (after === before) return;
    const kept = evict(after);
    try {
      await write(before, kept);
      cached = kept;
    } catch (error) {
      // Most likely the area is full: what no tab shows goes, then once more. What is stored is not known any more.
      cached = undefined;
      const less = evict(after, { patients: 1, characters: 0 });
      await browser.storage.session.clear();
      await write(undefined, less).catch(() => {
        throw error;
      });
      cached = less;
    }
  };
  const inTurn = <R>(job: () => Promise<R>): Promise<R> => {
    const result = queue.then(job);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    update: (change) =>
      inTurn(async () => {
        const before = await load();
        const { state, answer } = change(before);
        await save(before, state);
        return answer;
      }),
    read: () => inTurn(load),
  };
};

/** All the panel mirrors. */
export interface SessionMirror extends SessionState {
  settings: Settings;
  aliases: Alias[];
  /** What she said of payers. */
  payers: PayerAnswer[];
  /** The payer lists that she imported, in the order of import. */
  payerLists: readonly LoadedList[];
  /** The times to file that she entered. */
  payerLimits: PayerLimit[];
  /** How the rule book is to be read: her word and her organization's. */
  policy: PolicyView;
}

const applyLocal = (mirror: SessionMirror, key: string, value: unknown): void => {
  if (key === 'settings') mirror.settings = asSettings(value);
  if (key === 'aliases') mirror.aliases = asAliases(value);
  if (key === 'payers') mirror.payers = asPayers(value);
  if (key === 'payerLimits') mirror.payerLimits = asLimits(value);
};

type Changes = Record<string, { newValue?: unknown }>;

const isPolicy = (changes: Changes, area: string): boolean =>
  area === 'managed' || (area === 'local' && Object.hasOwn(changes, POLICY));

/**
 * Tells the panel the whole session, at once and after each change, in the order of the changes.
 * Each call gets new outer objects; what did not change stays the same object.
 * @returns a function that stops it
 */
export const watchSession = (callback: (mirror: SessionMirror) => void): (() => void) => {
  let mirror: SessionMirror | undefined;
  let stopped = false;
  const early: [Changes, string][] = [];

  const apply = (target: SessionMirror, changes: Changes, area: string): void => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (area === 'session') put(target, key, newValue);
      if (area === 'local') applyLocal(target, key, newValue);
    }
  };
  const onChanged = (changes: Changes, area: string): void => {
    if (area !== 'session' && area !== 'local' && area !== 'managed') return;
    if (!mirror) {
      early.push([changes, area]);
      return;
    }
    mirror = { ...mirror, tabs: { ...mirror.tabs }, patients: { ...mirror.patients } };
    apply(mirror, changes, area);
    callback(mirror);
    if (area === 'local' && Object.keys(changes).some(isListsKey)) void takeLists();
    if (isPolicy(changes, area)) void takePolicy();
  };
  /** The payers of a list stand under a key of their own. */
  const takeLists = async (): Promise<void> => {
    const lists = await readPayerLists();
    if (stopped || !mirror || mirror.payerLists === lists) return;
    mirror = { ...mirror, payerLists: lists };
    callback(mirror);
  };
  const takePolicy = async (): Promise<void> => {
    const policy = await readPolicyView();
    if (stopped || !mirror || mirror.policy === policy) return;
    mirror = { ...mirror, policy };
    callback(mirror);
  };
  const start = async (): Promise<void> => {
    const [stored, settings, aliases, payers, payerLists, payerLimits, policy] = await Promise.all([
      browser.storage.session.get(null),
      readSettings(),
      readAliases(),
      readPayers(),
      readPayerLists(),
      readLimits(),
      readPolicyView(),
    ]);
    if (stopped) return;
    const first = { ...fromStored(stored), settings, aliases, payers, payerLists, payerLimits, policy };
    for (const [changes, area] of early) apply(first, changes, area);
    mirror = first;
    callback(first);
    if (early.some(([changes]) => Object.keys(changes).some(isListsKey))) void takeLists();
    if (early.some(([changes, area]) => isPolicy(changes, area))) void takePolicy();
  };

  browser.storage.onChanged.addListener(onChanged);
  void start();
  return () => {
    stopped = true;
    browser.storage.onChanged.removeListener(onChanged);
  };
};
