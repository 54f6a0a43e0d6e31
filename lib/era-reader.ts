import { claimId } from './claim/case';
import type { Adjudication, EraPayment, RemitMatch } from './claim/era';
import { sameName } from './claim/names';
import { type IndexedEntry, visitsOf } from './era/claim-index';
import { decodeEra } from './era/decode';
import type { EraCandidate, EraClaimRow, EraFound, EraSearch, FoundRemittance, PagePatient } from './era/files';
import { type ClaimToFind, claimToFind, type FoundInFile, findClaims, plain } from './era/find-claim';
import { FileIndex } from './era/index-file';
import { isSamePayer, isSamePayment } from './era/payment';
import { type EraFileReader, type EraFileResult, type EraProgress, FILE_GONE } from './era/reading';
import { recoveriesElsewhere } from './era/recoupment';
import { SegmentSplitter } from './era/segments';
import { asWritten, ONE_BYTE } from './era/text';
import { isPrimary } from './session/cases';
import { entry } from './session/state';

/** One file: where it is, what is kept of it, whether its reading was stopped. */
interface OpenFile {
  file: File;
  index: FileIndex;
  stopped: boolean;
}

/** Milliseconds: progress is told ten times a second. */
const TELL_EVERY = 100;
/** So long it reads before it listens again: to Cancel, to a search. */
const LISTEN_EVERY = 40;
/** Rows of one answer. */
const MOST_ROWS = 1000;

const goneError = (): Error => Object.assign(new Error('The file is not there any more.'), { name: FILE_GONE });
const isGone = (error: unknown): boolean => error instanceof Error && error.name === FILE_GONE;

/** Lets messages in. */
const listen = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What the browser says of a file that was deleted or changed since it was dropped. */
const orGone = async <T>(reading: Promise<T>): Promise<T> => {
  try {
    return await reading;
  } catch {
    throw goneError();
  }
};

const bytesOf = async (file: File, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await orGone(file.slice(from, to).arrayBuffer()));

/** Bytes that are read at once, always into the same room: what each read allotted anew would pile up until it is collected. */
const PIECE = 64 * 1024;

/** The file's bytes from a place on, piece by piece; a piece is gone with the next. */
async function* pieces(file: Blob, from = 0): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stream = file.slice(from).stream().getReader({ mode: 'byob' });
  let room = new Uint8Array(PIECE);
  try {
    for (;;) {
      const { value, done } = await orGone(stream.read(room));
      if (done) return;
      yield value;
      room = new Uint8Array(value.buffer);
    }
  } finally {
    await stream.cancel().catch(() => undefined);
  }
}

/** Reads the file to its end, or until it is stopped. Out: how many bytes were read. */
const readThrough = async (open: OpenFile, tell: (progress: EraProgress) => void): Promise<number> => {
  const { file, index } = open;
  const decoder = new TextDecoder(ONE_BYTE);
  let bytesRead = 0;
  let listened = performance.now();
  let told = listened;
  const progress = () => tell({ bytesRead, claims: index.claims.size, lines: index.lines });
  progress();
  for await (const bytes of pieces(file)) {
    if (open.stopped || index.refused !== undefined) break;
    index.push(decoder.decode(bytes, { stream: true }));
    bytesRead += bytes.length;
    if (performance.now() - listened < LISTEN_EVERY) continue;
    await listen();
    listened = performance.now();
    if (listened - told < TELL_EVERY) continue;
    told = listened;
    progress();
  }
  return bytesRead;
};

const resultOf = ({ index, stopped }: OpenFile, bytesRead: number): EraFileResult => ({
  state: stopped ? { is: 'stopped', bytesRead } : { is: 'read' },
  payments: index.payments(),
  claims: index.claims.size,
  lines: index.lines,
  problems: index.problems(),
  problemCount: index.problemCount,
});

const refusal = (why: string): EraFileResult => ({
  state: { is: 'refused', why, again: false },
  payments: [],
  claims: 0,
  lines: 0,
  problems: [],
  problemCount: 0,
});

/** Claims that may be one of those that are looked for, by number or by visit. The rest is not looked at twice. */
const near = ({ claims }: FileIndex, wanted: readonly ClaimToFind[]): IndexedEntry[] => {
  const known = wanted.flatMap((one) => [one.claimId ?? '', one.pcn ?? '', ...one.payerClaimNumbers]);
  const numbers = new Set(known.map(plain).filter((number) => number !== ''));
  const visits = visitsOf(wanted);
  const found = claims.where(
    ([control = '', payers = ''], claim) =>
      claims.isVisit(claim, visits) || numbers.has(plain(control)) || numbers.has(plain(payers)),
  );
  return found.flatMap((claim) => claims.at(claim) ?? []);
};

type Found = FoundInFile<IndexedEntry>;

const findInAll = (indexes: readonly FileIndex[], wanted: readonly ClaimToFind[]): Found[][] =>
  indexes.map((index) => findClaims(near(index, wanted), wanted));

/**
 * Looks for claims in all files; a payer's number that is found in one finds further answers of the same claim in each.
 * Out: by file, then by claim.
 */
const findEverywhere = (indexes: readonly FileIndex[], wanted: readonly ClaimToFind[]): Found[][] => {
  const first = findInAll(indexes, wanted);
  const numbered = wanted.map((one, i) => {
    const more = first.flatMap((file) => (file[i]?.found ?? []).map((each) => each.entry.payerClaimNumber));
    return { ...one, payerClaimNumbers: [...new Set([...one.payerClaimNumbers, ...more])] };
  });
  const isNews = numbered.some((one, i) => one.payerClaimNumbers.length > (wanted[i]?.payerClaimNumbers.length ?? 0));
  if (!isNews) return first;
  // What was found without the payer's number was found for its own reason.
  return findInAll(indexes, numbered).map((file, f) =>
    file.map((one, i) => {
      const reasons = new Map(first[f]?.[i]?.found.map((each) => [each.entry.claim, each]));
      return { ...one, found: one.found.map((each) => reasons.get(each.entry.claim) ?? each) };
    }),
  );
};

/** The latest answer of each payer, by the day of payment, then in the order of the files. */
const latestOfEachPayer = (adjudications: readonly Adjudication[]): Adjudication[] =>
  adjudications.filter((one, i) =>
    adjudications.every(
      (other, k) =>
        other === one ||
        !isSamePayer(other.payment.payer, one.payment.payer) ||
        (other.payment.paidOn === one.payment.paidOn
          ? k < i
          : (other.payment.paidOn ?? '') < (one.payment.paidOn ?? '')),
    ),
  );

/** The answer with what payments that do not hold the claim take back of it. */
const withRecoveries = (
  one: Adjudication,
  answers: readonly Adjudication[],
  files: Iterable<[string, OpenFile]>,
): Adjudication => {
  const known = answers.map(({ payment }) => payment);
  const isHere = (id: string, { segment }: EraPayment) =>
    answers.some(({ file, payment }) => file.id === id && payment.segment === segment);
  const found = [...files].flatMap(([id, { file, index }]) => {
    const others = index.sets.filter(({ payment }) => {
      if (isHere(id, payment) || known.some((other) => isSamePayment(other, payment))) return false;
      known.push(payment);
      return true;
    });
    return recoveriesElsewhere(one, others).map((recovery) => ({ ...recovery, file: { id, name: file.name } }));
  });
  return found.length === 0 ? one : { ...one, providerAdjustments: [...one.providerAdjustments, ...found] };
};

/** The patient's own claims, each as it is looked for. */
const wantedOf = ({ strip, claims, remittances }: PagePatient): { claim: string; find: ClaimToFind }[] =>
  claims.filter(isPrimary).flatMap((row) => {
    const claim = claimId(row);
    if (claim === undefined) return [];
    const siblings = claims.filter((other) => other !== row);
    const remittance = entry(remittances, claim) ?? [];
    return [{ claim, find: claimToFind({ patient: strip, row, siblings, remittance }) }];
  });

/** Reads the files that the panel hands to its thread, and answers about them. What it keeps ends with the thread. */
export const createEraFileReader = (): EraFileReader => {
  const files = new Map<string, OpenFile>();
  /** Files that hold claims, in the order in which they were dropped. */
  const readable = (): [string, OpenFile][] => [...files].filter(([, { index }]) => index.claims.size > 0);

  const openFile = (id: string): OpenFile => {
    const open = files.get(id);
    if (!open) throw goneError();
    return open;
  };

  const adjudicationOf = async (id: string, at: IndexedEntry, match: RemitMatch): Promise<Adjudication> => {
    const { file, index } = openFile(id);
    const bytes = await bytesOf(file, at.offset, at.offset + at.length);
    const adjudication = index.adjudication(at, decodeEra(bytes));
    if (!adjudication) throw goneError();
    return { file: { id, name: file.name }, ...adjudication, match };
  };

  const rowOf = (id: string, found: IndexedEntry): EraClaimRow => ({ ...found, file: id });

  const read: EraFileReader['read'] = async (id, file, tell) => {
    const open: OpenFile = { file, index: new FileIndex(file.name), stopped: false };
    files.set(id, open);
    try {
      const bytesRead = await readThrough(open, tell);
      if (open.stopped) open.index.stop();
      else open.index.end();
      const { refused } = open.index;
      if (refused === undefined || (open.stopped && bytesRead > 0)) return resultOf(open, bytesRead);
      files.delete(id);
      return refusal(refused);
    } catch (error) {
      files.delete(id);
      if (isGone(error)) return refusal(`${file.name} is not there any more. Drop it again.`);
      return refusal(`${file.name} cannot be read. Nothing was read.`);
    }
  };

  const forget = (id: string): void => {
    const open = files.get(id);
    if (open) open.stopped = true;
    files.delete(id);
    latest = undefined;
  };

  /** What was last searched for, so that the next part of the same list is not searched for again. */
  let latest: { key: string; found: { id: string; claims: number[] }[] } | undefined;

  const fits = ({ text, patient }: EraSearch) => {
    const words = text
      .toUpperCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    return (texts: readonly string[]): boolean => {
      const [, , last = '', first = ''] = texts;
      if (patient && !sameName({ last, first, middle: '' }, patient)) return false;
      // The status stands last and is no text to look for.
      return words.every((word) => texts.slice(0, -1).some((one) => one.includes(word)));
    };
  };

  const search = (wanted: EraSearch, from: number, count: number): EraFound => {
    const open = readable().filter(([id]) => wanted.file === undefined || id === wanted.file);
    const key = JSON.stringify([wanted, open.map(([id, { index }]) => [id, index.claims.size])]);
    if (latest?.key !== key) {
      const fit = fits(wanted);
      latest = { key, found: open.map(([id, { index }]) => ({ id, claims: index.claims.where(fit) })) };
    }
    const { found } = latest;
    const rows: EraClaimRow[] = [];
    let before = 0;
    for (const { id, claims } of found) {
      const [first, last] = [Math.max(0, from - before), Math.max(0, from + Math.min(count, MOST_ROWS) - before)];
      before += claims.length;
      for (const claim of claims.slice(first, last)) {
        const at = files.get(id)?.index.claims.at(claim);
        if (at) rows.push(rowOf(id, at));
      }
    }
    return { total: before, rows };
  };

  const recovered = (answers: readonly Adjudication[]): Adjudication[] => {
    const latest = new Set(latestOfEachPayer(answers));
    return answers.map((one) => (latest.has(one) ? withRecoveries(one, answers, files) : one));
  };

  const find = async (patient: PagePatient): Promise<{ found: FoundRemittance[]; gone: string[] }> => {
    const wanted = wantedOf(patient);
    const all = wanted.map(({ claim }) => ({
      claim,
      adjudications: [] as Adjudication[],
      candidates: [] as EraCandidate[],
    }));
    const gone: string[] = [];
    const open = readable();
    const found = findEverywhere(
      open.map(([, { index }]) => index),
      wanted.map((one) => one.find),
    );
    for (const [f, [id]] of open.entries()) {
      try {
        for (const [i, one] of found[f]?.entries() ?? []) {
          const into = all[i];
          if (!into) continue;
          into.candidates.push(
            ...one.candidates.map((each) => ({ row: rowOf(id, each.entry), match: each.match, why: each.why })),
          );
          for (const each of one.found) into.adjudications.push(await adjudicationOf(id, each.entry, each.match));
        }
      } catch (error) {
        if (!isGone(error)) throw error;
        gone.push(id);
      }
    }
    return { found: all.map((one) => ({ ...one, adjudications: recovered(one.adjudications) })), gone };
  };

  return {
    read,
    cancel: (id) => {
      const open = files.get(id);
      if (open) open.stopped = true;
    },
    forget,
    search,
    adjudication: (row) => {
      const at = openFile(row.file).index.claims.at(row.claim);
      if (!at) throw goneError();
      return adjudicationOf(row.file, at, 'by-hand');
    },
    segment: async (id, segment) => {
      const { file, index } = openFile(id);
      const start = index.placeBefore(segment);
      let found = '';
      const splitter = new SegmentSplitter(
        {
          segment: (one) => {
            if (one.ordinal === segment) found = one.raw();
          },
          unfinished: (one) => {
            if (one.ordinal === segment) found = one.raw();
          },
          problem: () => undefined,
        },
        start,
      );
      const decoder = new TextDecoder(ONE_BYTE);
      for await (const bytes of pieces(file, start?.offset)) {
        splitter.push(decoder.decode(bytes, { stream: true }));
        if (splitter.segments >= segment) break;
      }
      if (splitter.segments < segment) splitter.end();
      return asWritten(found);
    },
    find,
  };
};
