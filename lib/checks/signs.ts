import type { Case } from '../claim/case';
import type { Adjustment } from '../claim/claim';
import { type Place, placeOf } from '../claim/reading';
import { adjustmentName } from '../codes/adjustment-name';
import type { Evidence } from '../era/evidence';
import type { NetState } from '../era/netting';
import type { Missing, Outcome, Raised } from './check';
import { oncePerCase } from './once';
import { judge, LEDGER, pass } from './outcome';
import { adjudicatedLines, postedLines } from './postings';
import { primaryRemit, quotesOfEvidence } from './remittance';

/** One reason that is posted from the primary, net. */
interface PostedReason {
  adjustment: Adjustment;
  line: number;
  place: Place | undefined;
}

const NONE: readonly PostedReason[] = [];

/** The reasons that are posted from the primary, net of reversals, by CARC. */
const postedReasons = oncePerCase((c): ReadonlyMap<string, PostedReason[]> => {
  const reasons = new Map<string, PostedReason[]>();
  for (const { line, primary, posted } of adjudicatedLines(c)) {
    if (!posted || !('residual' in posted)) continue;
    for (const adjustment of posted.adjustments) {
      const carc = adjustment.carc.toUpperCase();
      const place = placeOf(primary.at(-1)?.adjustments);
      reasons.set(carc, [...(reasons.get(carc) ?? NONE), { adjustment, line: line.n, place }]);
    }
  }
  return reasons;
});

/** Which reasons are a sign, and what in a remittance is. */
export interface SignRule {
  carcs: ReadonlySet<string>;
  groups?: ReadonlySet<string>;
  evidence: (net: NetState) => Evidence[];
}

const isAnyPosted = (c: Case, { carcs }: SignRule): boolean => {
  const reasons = postedReasons(c);
  for (const carc of carcs) if (reasons.has(carc)) return true;
  return false;
};

/** Every reason that is posted was read, and none is a sign; no remittance says otherwise. */
const isPlain = (c: Case, rule: SignRule): boolean =>
  c.ledger !== undefined &&
  primaryRemit(c).is === 'none' &&
  postedLines(c).lacking.length === 0 &&
  !isAnyPosted(c, rule);

interface Signs {
  quotes: NonNullable<Raised['quotes']>;
  places: Place[];
  lines: number[];
  lacking: Missing[];
}

const inPostings = (c: Case, { carcs, groups }: SignRule): Signs => {
  const reasons = postedReasons(c);
  const found = [...carcs]
    .flatMap((carc) => reasons.get(carc) ?? NONE)
    .filter(({ adjustment }) => !groups || groups.has(adjustment.group));
  return {
    quotes: found.map(({ adjustment, place }) => {
      const text = adjustmentName(adjustment);
      return place ? { text, place } : { text };
    }),
    places: found.flatMap(({ place }) => place ?? []),
    lines: [...new Set(found.map(({ line }) => line))],
    lacking: c.ledger ? postedLines(c).lacking : [LEDGER],
  };
};

const signsOf = (c: Case, rule: SignRule): Signs => {
  const remit = primaryRemit(c);
  if (remit.is === 'none') return inPostings(c, rule);
  const quotes = 'net' in remit && remit.net ? quotesOfEvidence(rule.evidence(remit.net)) : [];
  return { quotes, places: [], lines: [], lacking: remit.is === 'unclear' ? remit.missing : [] };
};

/**
 * Raised by what the primary says in its remittance, judged on the net; where none is loaded, by the reasons that are
 * posted from it.
 */
export const judgeSigns = (
  c: Case,
  rule: SignRule,
  words: (signs: Signs) => Pick<Raised, 'title' | 'why' | 'fix' | 'short' | 'question'>,
): Outcome => {
  if (isPlain(c, rule)) return pass();
  const signs = signsOf(c, rule);
  const { quotes, places, lines, lacking } = signs;
  return judge(quotes.length > 0 ? [{ ...words(signs), quotes, places, lines }] : [], lacking);
};
