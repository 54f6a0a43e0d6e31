import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Cents } from '../../lib/claim/claim';
import type { EraAdjustment, EraClaim, EraLine, EraProblem, EraSet } from '../../lib/claim/era';
import { formatPlain } from '../../lib/claim/money';
import { decodeEra } from '../../lib/era/decode';
import { parseEra } from '../../lib/era/parse-era';
import { claimSums, signedTotal } from '../../lib/era/sums';

/** Money is whole cents; null is not given or not readable, and a sum with such a part. `balanced`: L, C1, T of the 835. */
export interface LineFigures {
  procedure: string;
  modifiers: string[];
  charge: Cents | null;
  paid: Cents | null;
  units: number | null;
  allowed: Cents | null;
  lineControlNumber: string;
  casByGroup: Record<string, Cents | null>;
  balanced: boolean | null;
}

export interface ClaimFigures {
  controlNumber: string;
  payerClaimNumber: string;
  status: string;
  charge: Cents | null;
  paid: Cents | null;
  patientResponsibility: Cents | null;
  casByGroup: Record<string, Cents | null>;
  balanced: boolean | null;
  lines: LineFigures[];
}

export interface Totals {
  claims: number;
  lines: number;
  paid: Cents | null;
  charge: Cents | null;
  bprTotal: Cents | null;
  plbTotal: Cents | null;
  balanced: boolean | null;
}

export interface SetFigures extends Totals {
  control: string;
  trace: string;
  payer: string;
  payee: string;
  paidOn: string | null;
  test: boolean;
  /** 1: the number of sets that these figures are of. */
  sets: number;
  claim: ClaimFigures[];
}

export interface FileFigures extends Totals {
  file: string;
  sets: number;
  set: SetFigures[];
  problems: EraProblem[];
}

const total = (amounts: readonly (Cents | null)[]): Cents | null => {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
};

const minus = (a: Cents | null, b: Cents | null): Cents | null => (a === null || b === null ? null : a - b);
const equal = (a: Cents | null, b: Cents | null): boolean | null => (a === null || b === null ? null : a === b);
const adjusted = (all: readonly EraAdjustment[]): Cents | null => total(all.map(({ amount }) => amount));

const byGroup = (all: readonly EraAdjustment[]): Record<string, Cents | null> => {
  const groups = [...new Set(all.map(({ group }) => group))].sort();
  return Object.fromEntries(groups.map((group) => [group, adjusted(all.filter((one) => one.group === group))]));
};

const lineFigures = (line: EraLine): LineFigures => ({
  procedure: line.procedure,
  modifiers: line.modifiers,
  charge: line.charge,
  paid: line.paid,
  units: line.units,
  allowed: line.allowed,
  lineControlNumber: line.lineControlNumber,
  casByGroup: byGroup(line.adjustments),
  balanced: equal(minus(line.charge, adjusted(line.adjustments)), line.paid),
});

const claimFigures = (claim: EraClaim): ClaimFigures => {
  const { claimAdjustments, lineAdjustments } = claimSums(claim);
  return {
    controlNumber: claim.controlNumber,
    payerClaimNumber: claim.payerClaimNumber,
    status: claim.status,
    charge: claim.charge,
    paid: claim.paid,
    patientResponsibility: claim.patientResponsibility,
    casByGroup: byGroup([...claim.adjustments, ...claim.lines.flatMap(({ adjustments }) => adjustments)]),
    balanced: equal(minus(claim.charge, total([claimAdjustments, lineAdjustments])), claim.paid),
    lines: claim.lines.map(lineFigures),
  };
};

const setFigures = (set: EraSet): SetFigures => {
  const paid = total(set.claims.map((claim) => claim.paid));
  const plbTotal = total(set.providerAdjustments.map(({ amount }) => amount));
  const bprTotal = signedTotal(set);
  return {
    control: set.control,
    trace: set.trace,
    payer: set.payer.name,
    payee: set.payee.name,
    paidOn: set.paidOn,
    test: set.test,
    sets: 1,
    claims: set.claims.length,
    lines: set.claims.reduce((sum, { lines }) => sum + lines.length, 0),
    paid,
    charge: total(set.claims.map(({ charge }) => charge)),
    bprTotal,
    plbTotal,
    balanced: equal(minus(paid, plbTotal), bprTotal),
    claim: set.claims.map(claimFigures),
  };
};

const allBalanced = (sets: readonly SetFigures[]): boolean | null => {
  if (sets.some(({ balanced }) => balanced === false)) return false;
  return sets.length === 0 || sets.some(({ balanced }) => balanced === null) ? null : true;
};

/** What the reader finds in the bytes of one file. */
export const figuresOf = (file: string, bytes: Uint8Array): FileFigures => {
  const { sets, problems } = parseEra(decodeEra(bytes));
  const all = sets.map(setFigures);
  const sum = (figure: (set: SetFigures) => Cents | null) => total(all.map(figure));
  return {
    file,
    sets: all.length,
    claims: all.reduce((n, set) => n + set.claims, 0),
    lines: all.reduce((n, set) => n + set.lines, 0),
    paid: sum(({ paid }) => paid),
    charge: sum(({ charge }) => charge),
    bprTotal: sum(({ bprTotal }) => bprTotal),
    plbTotal: sum(({ plbTotal }) => plbTotal),
    balanced: allBalanced(all),
    set: all,
    problems: problems.map((problem) => ({ ...problem, text: problem.text.replaceAll('{file}', file) })),
  };
};

const money = (amount: Cents | null) => (amount === null ? '?' : formatPlain(amount));
const yes = (balanced: boolean | null) => (balanced === null ? 'unknown' : balanced ? 'balanced' : 'NOT BALANCED');

const sumsOf = ({ claims, lines, charge, paid, bprTotal, plbTotal, balanced }: Totals): string =>
  `${claims} claims, ${lines} lines, charge ${money(charge)}, paid ${money(paid)}, PLB ${money(plbTotal)}, BPR ${money(bprTotal)}: ${yes(balanced)}`;

const tableOf = (file: FileFigures): string =>
  [
    `${file.file}: ${file.sets} sets, ${sumsOf(file)}`,
    ...file.set.flatMap((set) => [
      `  set ${set.control}  ${set.paidOn ?? 'no date'}  ${set.payer}  ${set.trace}: ${sumsOf(set)}`,
      ...set.claim.map(
        (claim) =>
          `    ${claim.controlNumber.padEnd(20)} ${claim.status.padStart(2)} ${money(claim.charge).padStart(12)} ${money(claim.paid).padStart(12)} ${money(claim.patientResponsibility).padStart(12)}  ${claim.lines.length} lines  ${yes(claim.balanced)}`,
      ),
    ]),
    ...file.problems.map(({ severity, segment, text }) => `  ${severity} ${segment} ${text}`),
  ].join('\n');

const filesOf = (place: string): string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place, { withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(835|era|edi|x12|txt|dat)$/i.test(entry.name))
        .map((entry) => path.join(place, entry.name))
        .sort()
    : [place];

/**
 * The figures of files, and of the 835 files in folders, as JSON (an object for one file, a list for folders and several
 * files) or as a table.
 * `failed`: a file or a folder could not be opened.
 */
export const checkEra = (places: readonly string[], { json }: { json: boolean }): { text: string; failed: boolean } => {
  const read: FileFigures[] = [];
  const errors: { file: string; error: string }[] = [];
  for (const place of places) {
    try {
      for (const file of filesOf(place)) read.push(figuresOf(path.basename(file), readFileSync(file)));
    } catch (error) {
      errors.push({ file: path.basename(place), error: error instanceof Error ? error.message : String(error) });
    }
  }
  const all = [...read, ...errors];
  const one = places.length === 1 && all[0]?.file === path.basename(places[0]!);
  const text = json
    ? JSON.stringify(one ? all[0] : all, null, 2)
    : [...read.map(tableOf), ...errors.map(({ file, error }) => `${file}: ${error}`)].join('\n\n');
  return { text, failed: errors.length > 0 };
};
