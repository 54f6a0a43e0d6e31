import type { PayerFacts } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import { addDays, addWorkingDays } from '../claim/dates';
import type { Adjudication } from '../claim/era';
import { DEFAULT_MARGINS } from '../claim/margins';
import { carcName, carcsOf } from '../codes/carc';
import { statusOf } from '../codes/claim-status';
import { rarcsOf, remarkWords } from '../codes/rarc';
import { type Evidence, remarksIn, statusEvidence } from './evidence';
import type { NetState, RemitEvent } from './netting';
import { cutText } from './words';

/** `certain`: the payer sent the claim on. `likely`: it means to. `counter-evidence`: it says that it did not. */
export type CrossoverGrade = 'certain' | 'likely' | 'counter-evidence' | 'no-sign';

export interface CrossoverEvidence extends Evidence {
  says: 'forwarded' | 'not-forwarded' | 'no-more-money';
  strength: 'certain' | 'likely';
}

export interface CrossoverFinding {
  grade: CrossoverGrade;
  evidence: CrossoverEvidence[];
  /** To whom, where the remittance names them. */
  forwardedTo: { name: string; id: string }[];
}

type Says = Pick<CrossoverEvidence, 'says' | 'strength' | 'text'>;

const forwarded = (text: string): Says => ({ says: 'forwarded', strength: 'likely', text });
/** Remark codes about forwarding, by what they say of it. */
const REMARKS: ReadonlyMap<string, Says> = new Map(
  (['forwarded', 'not-forwarded', 'no-more-money'] as const).flatMap((says) =>
    rarcsOf(says).map((code): [string, Says] => {
      const text = remarkWords(code)?.replace(/\.$/, '') ?? code;
      return [code, { says, strength: 'likely', text }];
    }),
  ),
);

/** Reasons by which a payer says that it handed the claim to another payer of the patient. */
const REASONS = carcsOf('forwarded');

const ofRemarks = (adjudication: Adjudication): CrossoverEvidence[] =>
  remarksIn(adjudication, REMARKS).map(({ says, ...where }) => ({ ...where, ...says }));

const ofReasons = (adjudication: Adjudication): CrossoverEvidence[] => {
  const { claim } = adjudication;
  const lists = [claim, ...claim.lines];
  return lists.flatMap(({ adjustments, segment }) =>
    adjustments.flatMap(({ group, carc }): CrossoverEvidence[] => {
      if (!REASONS.has(carc.trim().toUpperCase())) return [];
      const text = carcName(carc) ?? 'Handed to another payer';
      return [{ code: `${group}-${carc}`, segmentName: 'CAS', segment, adjudication, ...forwarded(text) }];
    }),
  );
};

const ofCarrier = (adjudication: Adjudication): CrossoverEvidence[] => {
  const { crossover, segment } = adjudication.claim;
  if (!crossover) return [];
  const id = cutText(crossover.id.trim());
  const name = cutText(crossover.name.trim(), 60) || (id === '' ? 'another payer' : `payer ${id}`);
  return [
    {
      code: 'NM1*TT',
      segmentName: 'NM1*TT',
      segment,
      adjudication,
      says: 'forwarded',
      strength: 'certain',
      text: `Forwarded to ${name}`,
    },
  ];
};

const ofStatus = (adjudication: Adjudication): CrossoverEvidence[] =>
  statusOf(adjudication.claim.status).forwarded
    ? [{ ...statusEvidence(adjudication), says: 'forwarded', strength: 'certain' }]
    : [];

const evidenceOf = (adjudication: Adjudication): CrossoverEvidence[] => [
  ...ofStatus(adjudication),
  ...ofCarrier(adjudication),
  ...ofRemarks(adjudication),
  ...ofReasons(adjudication),
];

/** What was forwarded stays forwarded, though the answer was taken back later; what was not may have been since. */
const stillTells = ({ standing, adjudication }: RemitEvent): CrossoverEvidence[] => {
  if (standing === 'test' || standing === 'repeated' || standing === 'reversal') return [];
  const all = evidenceOf(adjudication);
  if (standing !== 'reversed' && standing !== 'replaced') return all;
  return all.filter(({ says }) => says === 'forwarded').map((one) => ({ ...one, strength: 'likely' }));
};

const gradeOf = (evidence: readonly CrossoverEvidence[]): CrossoverGrade => {
  const on = evidence.filter(({ says }) => says === 'forwarded');
  if (on.length > 0) return on.some(({ strength }) => strength === 'certain') ? 'certain' : 'likely';
  return evidence.length > 0 ? 'counter-evidence' : 'no-sign';
};

const carriersOf = (evidence: readonly CrossoverEvidence[]): { name: string; id: string }[] => {
  const named = evidence.flatMap(({ code, adjudication }) =>
    code === 'NM1*TT' && adjudication.claim.crossover ? [adjudication.claim.crossover] : [],
  );
  return [...new Map(named.map((one) => [`${one.name}|${one.id}`, one])).values()];
};

/**
 * Whether the payer forwarded the claim to the next one, with everything in its answers that says so or against it: claim
 * status 19, 20, 21 and a crossover carrier (NM1*TT) are certain; MA18, N89, MA07 and CARC B11, 290-292, 298, 300, 305
 * likely; MA08, MA19, MA68, MA99, N8, N387, N177 speak against it. Evidence of forwarding outweighs all else.
 */
export const gradeCrossover = (net: NetState): CrossoverFinding => {
  const evidence = net.events.flatMap(stillTells);
  return { grade: gradeOf(evidence), evidence, forwardedTo: carriersOf(evidence) };
};

export interface CrossoverWait {
  /** First day on which the wait is over. */
  until: IsoDate;
  days: number;
  kind: 'working days' | 'days';
}

interface Rule {
  days: number;
  kind: CrossoverWait['kind'];
  /** Words of the payer's name. */
  names: RegExp;
}

/** Medicaids for which forwarded claims take longer. Source: Florida Medicaid provider handbook (45 days). */
const WAITS: readonly Rule[] = [{ days: 45, kind: 'days', names: /\bFL(?:ORIDA)?\b/i }];

/**
 * Until when to wait for the secondary after the primary paid: 15 working days, or as many as the biller set; for a Medicaid
 * longer where that is known.
 */
export const crossoverWait = (
  paidOn: IsoDate,
  secondary?: Pick<PayerFacts, 'name' | 'kind'>,
  workingDays = DEFAULT_MARGINS.crossoverDays,
): CrossoverWait => {
  const isRule = ({ names }: Rule) => secondary?.kind === 'medicaid' && names.test(secondary.name);
  const { days, kind } = WAITS.find(isRule) ?? { days: workingDays, kind: 'working days' as const };
  return { until: kind === 'days' ? addDays(paidOn, days) : addWorkingDays(paidOn, days), days, kind };
};
