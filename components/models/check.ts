import { isStanding } from '../../lib/checks/acknowledged';
import type { Examination, Finding, Missing, Unknown } from '../../lib/checks/check';
import { isAboutForm } from '../../lib/checks/verdict';
import type { ClaimItem } from './claims';
import { isAboutOrder } from './order';

/** The findings of one claim in the order in which they are shown. */
export interface CheckModel {
  blocks: Finding[];
  decisions: Finding[];
  /** Answered by her, with her reason. */
  answered: Finding[];
  info: Finding[];
  /** Values that stand there but cannot be read, or that the page does not have. */
  gaps: { unknown: Unknown; missing: Missing }[];
  /** Whole sources that were not read, with the checks that wait for them. */
  unread: { source: Missing['source']; waiting: Unknown[] }[];
  /** Unknown, but the biller can answer. */
  questions: Unknown[];
}

const READ: Record<Missing['source'], (item: ClaimItem) => boolean> = {
  'claim-history': () => true,
  ledger: ({ case: c }) => c.ledger !== undefined,
  chart: ({ case: c }) => c.chart !== undefined,
  'claim-form': ({ case: c }) => c.form !== undefined,
  remittance: () => true,
  'payer-directory': () => true,
  coverage: () => true,
};

const gapKey = (missing: Missing): string => JSON.stringify([missing.what, missing.source, missing.raw]);

/** Sorts what the checks say into the parts of the Check step. */
export const checkModel = (item: ClaimItem): CheckModel => {
  const { findings, unknown } = item.exam;
  const open = findings.filter((finding) => finding.acknowledged === undefined);
  // What she can say of the coverage is asked in one place: under Payer order.
  const questions = unknown.filter((one) => one.question !== undefined && !isAboutOrder(one));
  const asked = new Set<string>();
  const gaps = new Map<string, { unknown: Unknown; missing: Missing }>();
  const unread = new Map<Missing['source'], Unknown[]>();
  for (const one of unknown.filter((each) => each.question === undefined || isAboutOrder(each))) {
    for (const missing of one.missing.filter(({ source }) => source !== 'coverage')) {
      if (READ[missing.source](item)) gaps.set(gapKey(missing), { unknown: one, missing });
      else if (!unread.get(missing.source)?.includes(one))
        unread.set(missing.source, [...(unread.get(missing.source) ?? []), one]);
    }
  }
  for (const { missing } of questions) for (const { what } of missing) asked.add(what);
  return {
    blocks: open.filter(isStanding),
    decisions: open.filter(({ severity }) => severity === 'decide'),
    answered: findings.filter(({ acknowledged }) => acknowledged !== undefined),
    info: open.filter(({ severity }) => severity === 'info'),
    gaps: [...gaps.values()].filter(({ missing }) => !asked.has(missing.what)),
    unread: [...unread].map(([source, waiting]) => ({ source, waiting })),
    questions,
  };
};

/** What still blocks is on the form alone, and nothing that could block is unknown: filling comes next. */
export const isFormOnly = (exam: Examination): boolean =>
  exam.verdict.kind === 'blocked' && !isBarred(exam) && !exam.unknown.some(({ blocking }) => blocking);

/** Something blocks the claim that filling the form does not mend. */
export const isBarred = (exam: Examination): boolean =>
  exam.verdict.kind === 'do-not-bill' || exam.findings.some((finding) => isStanding(finding) && !isAboutForm(finding));
