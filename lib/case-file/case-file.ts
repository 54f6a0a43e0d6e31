import type { Answers, Case } from '../claim/case';
import type { ClaimRow } from '../claim/claim';
import type { CoverageAnswers } from '../claim/coverage';
import { known } from '../claim/reading';
import { type EffectivePolicy, mergePolicy } from '../policy/merge';
import { NO_POLICY, type Policy } from '../policy/policy';
import { key } from '../schemas/basics';
import { answers } from '../schemas/commands';
import { coverage } from '../schemas/coverage';
import { checkRule, margins } from '../schemas/policy';
import { secondaryName } from '../session/secondary';
import { z } from '../zod';
import { type Codec, inside, isRecord, type Json, list, object, optional, Problems } from './codec';
import { form, picked } from './form';
import { chart, claimRow, ledger, patient } from './pages';
import { factsOf, isPayer, type PayerWords, payer, wordsOf } from './payers';
import { answersOf, type ReadFile, remittance } from './remittance';
import { date, kept } from './values';

interface WrittenPayers {
  primary?: PayerWords | undefined;
  secondary?: PayerWords | undefined;
}

/** A case as it stands in a file. Pages that were not read are left out. */
interface Written extends Pick<Case, 'today' | 'patient' | 'ledger' | 'chart' | 'form' | 'picked' | 'coverage'> {
  claim: ClaimRow;
  otherClaims: ClaimRow[];
  payers: WrittenPayers;
  remittance?: ReturnType<typeof remittance.read>;
  answers?: Answers;
  /** The biller's own: severities, checks that are off, margins. */
  policy?: Policy;
}

/** What the biller said of the claim; acknowledged checks with their reasons, `{ "C060": "wrap payer" }`. */
const saidOfClaim: Codec<Answers> = {
  read: (json, at, problems) => kept(answers).read(isRecord(json) ? { acknowledged: {}, ...json } : json, at, problems),
  write: kept(answers).write,
};

const policy: Codec<Policy> = object<Policy>({
  checks: { ...kept(z.record(key, checkRule)), leftOut: () => ({}) },
  margins: { ...kept(margins), leftOut: () => ({}) },
});

const written: Codec<Written> = object<Written>({
  today: date,
  patient,
  claim: claimRow,
  otherClaims: list(claimRow),
  ledger: optional(ledger),
  chart: optional(chart),
  form: optional(form),
  picked: optional(picked),
  remittance: optional(remittance),
  payers: {
    ...object<WrittenPayers>({ primary: payer, secondary: payer }),
    leftOut: () => ({}),
  },
  coverage: optional<CoverageAnswers>(kept(coverage)),
  answers: optional(saidOfClaim),
  policy: optional(policy),
});

/** What goes with a case and is no part of it. */
interface CaseFileContext {
  readFile: ReadFile;
}

export type ReadCase = { ok: true; case: Case; policy: EffectivePolicy } | { ok: false; problems: string[] };

const effective = (own: Policy = NO_POLICY): EffectivePolicy => mergePolicy(NO_POLICY, own);

const toCase = (file: Written, at: string, problems: Problems, { readFile }: CaseFileContext): Case => {
  const {
    today,
    claim: row,
    otherClaims: siblings,
    payers,
    remittance: remittances,
    answers: said,
    policy: own,
    ...pages
  } = file;
  const answered = answersOf(
    remittances ?? [],
    { patient: file.patient, row, siblings },
    readFile,
    inside(at, 'remittance'),
    problems,
  );
  const secondary = secondaryName(row, file.chart, file.form);
  const { primary: first, secondary: second } = payers;
  return {
    ...pages,
    today,
    row,
    siblings,
    ...(answered ? { remittance: answered } : {}),
    primary: factsOf(known(row.primaryPayer) ?? '', isPayer(first) ? first : {}),
    ...(second === 'nobody' || (second === undefined && secondary === undefined)
      ? {}
      : { secondary: factsOf(secondary ?? '', second) }),
    answers: said ?? { acknowledged: {} },
    ...(own ? { margins: effective(own).margins } : {}),
    sources: {
      claimHistoryReadAt: 1,
      ...(file.ledger ? { ledgerReadAt: 1 } : {}),
      ...(file.chart ? { chartReadAt: 1 } : {}),
      ...(file.form ? { formReadAt: 1 } : {}),
    },
  };
};

/**
 * Reads a case that was written by hand. In: what JSON.parse made of the file, and its place in it where it holds several.
 * Out: the case as the panel would have it, or everything that is wrong, each with its place. The format: docs/cases.md.
 */
export const readCase = (json: unknown, context: CaseFileContext, at = ''): ReadCase => {
  const problems = new Problems();
  const file = written.read(json, at, problems);
  if (!file || problems.all.length > 0) return { ok: false, problems: problems.all };
  const made = toCase(file, at, problems, context);
  if (problems.all.length > 0) return { ok: false, problems: problems.all };
  return { ok: true, case: made, policy: effective(file.policy) };
};

/** The case as `readCase` reads it; margins are the policy's, which is no part of a case. What no check asks for is left out: places, links, the payer search, messages of the PM. */
export const writeCase = ({
  row,
  siblings,
  primary,
  secondary,
  remittance: answered,
  margins: days,
  ...c
}: Case): Json =>
  written.write({
    ...c,
    claim: row,
    otherClaims: siblings,
    payers: { primary: wordsOf(primary), secondary: secondary ? wordsOf(secondary) : 'nobody' },
    ...(answered ? { remittance: [{ answers: answered }] } : {}),
    ...(days ? { policy: { checks: {}, margins: days } } : {}),
  });
