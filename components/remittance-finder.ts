import type { ClaimKey } from '../lib/claim/case';
import type { Adjudication } from '../lib/claim/era';
import type { EraCandidate, EraFileView, FoundRemittance, PagePatient } from '../lib/era/files';
import type { PatientFile } from '../lib/session/session';

/** The open patient and the files that may tell about the claims. */
export interface FinderWish {
  file: PatientFile;
  files: readonly EraFileView[];
}

interface FinderEnv {
  wish: () => FinderWish | undefined;
  find: (patient: PagePatient) => Promise<FoundRemittance[]>;
  keep: (claim: ClaimKey, file: string, adjudications: Adjudication[]) => Promise<void>;
  /** `unkept`: by claim, names of the files of which nothing could be kept. */
  tell: (candidates: Record<string, EraCandidate[]>, unkept: ReadonlyMap<string, string[]>) => void;
}

/** Files whose claims can be looked for. */
const searchable = (files: readonly EraFileView[]): string[] =>
  files.filter(({ state }) => state.is === 'read' || state.is === 'stopped').map(({ id }) => id);

const patientOf = ({ strip, claims, remittances }: PatientFile): PagePatient => ({ strip, claims, remittances });

/** What a search depends on: it is done again only where this changes. */
const signOf = ({ file, files }: FinderWish): string => {
  const rows = file.claims.map((row) => [row.id, row.pcn, row.dos, row.charge, row.level]);
  return JSON.stringify([file.key, file.strip, rows, searchable(files)]);
};

const sameClaim = (a: Adjudication, b: Adjudication): boolean => a.claim.segment === b.claim.segment;

/** What one file says of a claim now: what was found, and what she said herself. */
const together = (found: readonly Adjudication[], kept: readonly Adjudication[]): Adjudication[] => [
  ...found,
  ...kept.filter((one) => one.match === 'by-hand' && !found.some((other) => sameClaim(one, other))),
];

/**
 * Looks for the open patient's claims in the files whenever one or the other changes, and has what is found kept with the
 * patient. Claims of nobody else leave the files.
 */
export const createRemittanceFinder = ({ wish, find, keep, tell }: FinderEnv) => {
  let done: string | undefined;
  let running = false;

  /** Gives what could not be kept. */
  const keepAll = async (now: FinderWish, found: readonly FoundRemittance[]): Promise<Map<string, string[]>> => {
    const unkept = new Map<string, string[]>();
    const isRefused = (claim: string, file: string) => {
      const name = now.files.find(({ id }) => id === file)?.name ?? file;
      unkept.set(claim, [...(unkept.get(claim) ?? []), name]);
    };
    for (const { claim, adjudications } of found) {
      for (const file of searchable(now.files)) {
        const kept = (now.file.remittances[claim] ?? []).filter((one) => one.file.id === file);
        const next = together(
          adjudications.filter((one) => one.file.id === file),
          kept,
        );
        if (JSON.stringify(next) === JSON.stringify(kept)) continue;
        // One claim that cannot be kept does not take the others with it.
        await keep({ patient: now.file.key, claim }, file, next).catch(() => isRefused(claim, file));
      }
    }
    return unkept;
  };

  const round = async (now: FinderWish, sign: string): Promise<void> => {
    const files = searchable(now.files);
    const found = files.length === 0 ? [] : await find(patientOf(now.file));
    const latest = wish();
    // The patient or a file went meanwhile: what was found is not kept under another.
    if (!latest || signOf(latest) !== sign) return;
    const offered = Object.fromEntries(
      found.filter((one) => one.candidates.length > 0).map((one) => [one.claim, one.candidates]),
    );
    tell(offered, new Map());
    tell(offered, await keepAll(latest, found));
    done = sign;
  };

  const look = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      for (let now = wish(); now; now = wish()) {
        const sign = signOf(now);
        if (sign === done) return;
        await round(now, sign);
      }
      tell({}, new Map());
      done = undefined;
    } catch {
      // The reader of the files stopped, and says so itself. It is asked again with the next change.
    } finally {
      running = false;
    }
  };

  return {
    look,
    /** Looks once more though nothing changed. */
    again: () => {
      done = undefined;
      return look();
    },
  };
};
