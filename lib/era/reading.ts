import type { Adjudication } from '../claim/era';
import type { EraClaimRow, EraFileView, EraFound, EraSearch, FoundRemittance, PagePatient } from './files';

/** What came of reading a file, besides its name and size. */
export type EraFileResult = Pick<EraFileView, 'state' | 'payments' | 'claims' | 'lines' | 'problems' | 'problemCount'>;

/** How far a file is read. */
export interface EraProgress {
  bytesRead: number;
  claims: number;
  lines: number;
}

/** The reader of remittance files as the panel calls it, in a thread of its own. Each file keeps the id it was given. */
export interface EraFileReader {
  /** Reads a file to its end, or until it is canceled. Never rejects for what stands in the file. */
  read: (id: string, file: File, tell: (progress: EraProgress) => void) => Promise<EraFileResult>;
  /** Stops reading: what was read is kept. */
  cancel: (id: string) => void;
  forget: (id: string) => void;
  search: (search: EraSearch, from: number, count: number) => EraFound;
  adjudication: (row: EraClaimRow) => Promise<Adjudication>;
  segment: (id: string, segment: number) => Promise<string>;
  /** `gone`: files that are not there any more. */
  find: (patient: PagePatient) => Promise<{ found: FoundRemittance[]; gone: string[] }>;
}

/** Name of the Error where a file was deleted or changed after it was read. */
export const FILE_GONE = 'FileGone';
