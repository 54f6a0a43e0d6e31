import type { Cents } from '../claim/claim';
import type { Adjudication, EraAdjustment, EraPayment } from '../claim/era';
import { adjustmentName } from '../codes/adjustment-name';
import { statusOf } from '../codes/claim-status';
import { adjustmentKey, groupCode, sumOf } from './amounts';
import type { NetState } from './netting';
import { count } from './problems';

/** One thing that a remittance says, with where it stands. */
export interface Evidence {
  /** `CLP02 19`, `MA18`, `OA-23`. */
  code: string;
  /** `CLP`, `NM1*TT`, `CAS`, `MOA`, `LQ`, `PLB`. */
  segmentName: string;
  /** Number of the segment in its file: of the claim's CLP or the line's SVC, where the thing's own is not kept. */
  segment: number;
  /** In own words. */
  text: string;
  amount?: Cents | null;
  adjudication: Adjudication;
  /** The payment that it stands in, where that is not the adjudication's. */
  payment?: Pick<EraPayment, 'paidOn' | 'method' | 'trace'>;
  /** The file that it stands in, where that is not the adjudication's. */
  file?: Adjudication['file'];
}

/** The answers that are in the net. */
export const countingAnswers = (net: NetState): Adjudication[] =>
  net.events.filter(({ standing }) => standing === 'counts').map(({ adjudication }) => adjudication);

interface Found {
  adjustment: EraAdjustment;
  segment: number;
  adjudication: Adjudication;
}

const allAdjustments = (net: NetState): Found[] => [
  ...countingAnswers(net).flatMap((adjudication) =>
    adjudication.claim.adjustments.map((adjustment) => ({
      adjustment,
      segment: adjudication.claim.segment,
      adjudication,
    })),
  ),
  ...net.parts.flatMap(({ line, from }) =>
    line.adjustments.map((adjustment) => ({ adjustment, segment: line.segment, adjudication: from })),
  ),
];

const carcOf = ({ carc }: EraAdjustment): string => carc.trim().toUpperCase();

/**
 * Adjustments of the net state with one of these reasons; those that later answers took back to 0.00 are none. An amount
 * that is not read counts: the reason stands there.
 */
export const adjustmentEvidence = (
  net: NetState,
  carcs: ReadonlySet<string>,
  groups?: ReadonlySet<string>,
): Evidence[] => {
  const found = allAdjustments(net).filter(
    ({ adjustment }) => carcs.has(carcOf(adjustment)) && (!groups || groups.has(adjustment.group.trim().toUpperCase())),
  );
  const keys = new Map<string, Found[]>();
  for (const one of found) {
    const key = adjustmentKey(one.adjustment);
    keys.set(key, [...(keys.get(key) ?? []), one]);
  }
  return [...keys].flatMap(([code, all]): Evidence[] => {
    const amount = sumOf(all.map(({ adjustment }) => adjustment.amount));
    const last = all.at(-1);
    if (!last || (amount === 0 && all.length > 1)) return [];
    const text = adjustmentName({ group: groupCode(last.adjustment.group), carc: carcOf(last.adjustment) });
    return [{ code, segmentName: 'CAS', segment: last.segment, text, amount, adjudication: last.adjudication }];
  });
};

/** Remark codes (MIA, MOA, LQ) of an answer and its lines that the table knows, with what the table says of them. */
export const remarksIn = <T>(adjudication: Adjudication, known: ReadonlyMap<string, T>) => {
  const { claim } = adjudication;
  const at = (remarks: string[], segment: number, segmentName: string) =>
    remarks.flatMap((remark) => {
      const code = remark.trim().toUpperCase();
      const says = known.get(code);
      return says === undefined ? [] : [{ code, says, segment, segmentName, adjudication }];
    });
  return [
    ...at(claim.remarks, claim.segment, 'MOA'),
    ...claim.lines.flatMap((line) => at(line.remarks, line.segment, 'LQ')),
  ];
};

/** What the claim status (CLP02) says, as evidence. */
export const statusEvidence = (adjudication: Adjudication): Evidence => ({
  code: `CLP02 ${adjudication.claim.status}`,
  segmentName: 'CLP',
  segment: adjudication.claim.segment,
  text: `Claim status ${adjudication.claim.status}: ${statusOf(adjudication.claim.status).words}`,
  adjudication,
});

/** Of the segments of a claim and of a line only the first has its number kept. */
export const hasOwnNumber = (segmentName: string): boolean => segmentName === 'CLP' || segmentName === 'PLB';

/** `CLP, segment 112`, `MOA, after segment 112`: where in its file a thing stands. */
export const placeInFile = ({ segmentName, segment }: Pick<Evidence, 'segmentName' | 'segment'>): string =>
  `${segmentName}, ${hasOwnNumber(segmentName) ? '' : 'after '}segment ${count(segment)}`;
