import type { Remote } from 'comlink';
import {
  addLimit,
  addPayerList,
  keepMapping,
  readMappings,
  removeLimit,
  removePayerList,
  setMappings,
} from '../lib/payer-lists';
import type { Opened, PayerReader } from '../lib/payer-reader';
import type { PayerEntry } from '../lib/payers/entry';
import { exportRows } from '../lib/payers/export';
import { addPayerAnswer } from '../lib/storage';
import type { PayerListServices } from './services';

/** A reader in its own thread. */
export interface PayerThread {
  reader: Pick<Remote<PayerReader>, keyof PayerReader>;
  end: () => void;
}

interface ClientEnv {
  /** Starts a reader; `lost` is called when its thread has died. */
  start: (lost: () => void) => PayerThread;
  /** Tells the worker that what is known of payers has changed. */
  changed: () => Promise<void>;
  /** Rows as the text of a CSV file. It comes with the CSV library, only when it is asked for. */
  csvOf: (rows: readonly (readonly string[])[]) => Promise<string>;
  /** Hands a file to the browser's downloads. */
  save: (name: string, text: string) => void;
}

const LARGEST = 30 * 2 ** 20;

/** Payer lists for Options: the thread lives while a file is open. */
export const createPayerLists = ({ start, changed, csvOf, save }: ClientEnv): PayerListServices => {
  let thread: PayerThread | undefined;
  let died: (() => void) | undefined;

  const close = () => {
    thread?.end();
    thread = undefined;
  };
  const lost = () => {
    close();
    died?.();
  };
  /** The thread's answer, or what stands for none where it dies before. */
  const answered = async <T>(answer: Promise<T>, otherwise: T): Promise<T> => {
    const death = new Promise<T>((resolve) => {
      died = () => resolve(otherwise);
    });
    return await Promise.race([answer.catch(() => otherwise), death]);
  };
  return {
    close,
    open: async (file) => {
      close();
      const refused = (why: string) => ({ is: 'refused', why }) as const;
      if (file.size > LARGEST) return refused(`${file.name} is larger than a payer list can be. Nothing was read.`);
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (!bytes) return refused(`${file.name} is not there any more. Choose it again.`);
      thread = start(lost);
      const reading: Promise<Opened> = thread.reader.open(file.name, bytes);
      return await answered(reading, refused(`Reading stopped. ${file.name} is not read.`));
    },
    convert: async (mapping, defaults) =>
      thread && (await answered(thread.reader.convert(mapping, defaults), undefined)),
    mappings: readMappings,
    keep: async (list, rows, mapping) => {
      await addPayerList(list, rows);
      await keepMapping(mapping);
      await changed();
    },
    remove: async (id) => {
      await removePayerList(id);
      await changed();
    },
    addLimit: async (limit) => {
      await addLimit(limit);
      await changed();
    },
    removeLimit: async (payer) => {
      await removeLimit(payer);
      await changed();
    },
    restore: async (list, at) => {
      await addPayerList(list, list, at);
      await changed();
    },
    restoreAnswers: async (answers) => {
      for (const answer of answers) await addPayerAnswer(answer);
      await changed();
    },
    setMappings,
    download: (name, entries: readonly PayerEntry[]) =>
      void csvOf(exportRows(entries)).then((text) => save(name, text)),
  };
};
