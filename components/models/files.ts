import type { EraFileView, EraPaymentView } from '../../lib/era/files';
import type { PatientFile } from '../../lib/session/session';
import type { IconName } from '../Icon';
import type { Next } from '../intent';
import { count, shown } from './text';

const UNITS = ['KB', 'MB', 'GB'];

/** `812 bytes`, `4.2 MB`. */
export const fileSize = (bytes: number): string => {
  if (bytes < 1000) return count(bytes, 'byte');
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
};

export const fileName = ({ name }: Pick<EraFileView, 'name'>): string => shown(name, 80);

/** Whole percent of a file that is read; 100 only at the end. */
export const percentRead = ({ bytes, state }: EraFileView): number => {
  if (state.is === 'read') return 100;
  const read = state.is === 'reading' || state.is === 'stopped' ? state.bytesRead : 0;
  return bytes === 0 ? 0 : Math.min(99, Math.floor((read / bytes) * 100));
};

/** A sign with its word and tone. */
export interface Sign {
  icon: IconName;
  tone: 'ok' | 'ask' | 'stop' | 'unk';
  says: string;
}

const BALANCES: Record<EraPaymentView['balanced'], Sign> = {
  yes: { icon: 'tick', tone: 'ok', says: 'balances' },
  no: { icon: 'blocked', tone: 'stop', says: 'does not balance' },
  unknown: { icon: 'unk', tone: 'unk', says: 'sums not known' },
};

/** Whether claims less provider adjustments come to the payment. That a test balances is nothing to go on. */
export const balanceSign = ({ balanced, test }: EraPaymentView): Sign =>
  test ? { ...BALANCES[balanced], icon: 'nobill', tone: 'unk' } : BALANCES[balanced];

/** A file of which the session keeps what it says of claims, though the file itself is not here any more. */
export interface KeptFile {
  id: string;
  name: string;
  claims: number;
}

/** Files that were dropped before the panel was opened again: what they say of the patients' claims is still kept. */
export const keptFiles = (patients: readonly PatientFile[], files: readonly EraFileView[]): KeptFile[] => {
  const kept = new Map<string, KeptFile>();
  for (const patient of patients) {
    for (const all of Object.values(patient.remittances ?? {})) {
      for (const { id, name } of new Map(all.map(({ file }) => [file.id, file])).values()) {
        const known = kept.get(id) ?? { id, name, claims: 0 };
        kept.set(id, { ...known, claims: known.claims + 1 });
      }
    }
  }
  for (const { id } of files) kept.delete(id);
  return [...kept.values()];
};

/** A file says more of a claim than the session has room for, or the session did not answer. */
export const notKept = (name: string): string =>
  `The panel could not keep what ${shown(name, 80)} says of this claim. It is not used.`;

const CHOOSE = { do: 'choose-files' } as const;

/** Quarters of the way are announced, not each step. */
const quarter = (file: EraFileView): number => Math.floor(percentRead(file) / 25) * 25;

/** The bar under the files: what is read, and the way to read more. */
export const nextOfFiles = (files: readonly EraFileView[]): Next => {
  const reading = files.find(({ state }) => state.is === 'reading');
  if (reading)
    return {
      plain: true,
      text: `Reading ${fileName(reading)}: ${quarter(reading)} %. You can keep working.`,
      also: { label: 'Cancel', intent: { do: 'cancel-file', file: reading.id } },
    };
  if (files.length === 0)
    return { text: 'drop an 835 file here, or choose one.', go: { label: 'Choose files', intent: CHOOSE } };
  const more = { label: 'Choose more files', intent: CHOOSE };
  const read = files.filter(({ state }) => state.is !== 'refused');
  if (read.length === 0) return { text: 'drop another file, or choose one.', also: more };
  const claims = read.reduce((sum, file) => sum + file.claims, 0);
  return { plain: true, text: `100 % read: ${count(claims, 'claim')} in ${count(read.length, 'file')}.`, also: more };
};

/** `2 files, 311 claims`, for lists and folds. */
export const filesWords = (files: readonly EraFileView[], kept: readonly KeptFile[] = []): string => {
  const n = files.length + kept.length;
  return n === 0 ? 'none loaded' : count(n, 'file');
};
