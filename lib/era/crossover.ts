import type { PayerFacts } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import { addDays, addWorkingDays } from '../claim/dates';
import type { Adjudication } from '../claim/era';
import { type Evidence, remarksIn, statusEvidence } from './evidence';
import type { NetState, RemitEvent } from './netting';
import { statusOf } from './status';
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
const against = (text: string): Says => ({ says: 'not-forwarded', strength: 'likely', text });

/** Remark codes about forwarding, in own words. Sources: X12 remark codes list; CMS, COBA crossover. */
const REMARKS: ReadonlyMap<string, Says> = new Map<string, Says>([
  ['MA18', forwarded('Forwarded to the supplemental insurer')],
  ['N89', forwarded('Forwarded to more than one other payer')],
  ['MA07', forwarded('Forwarded to Medicaid')],
  ['MA19', against('Not sent to the Medigap insurer: its data were not usable')],
  ['MA08', against('Not forwarded: no Medigap plan, or the provider does not participate')],
  ['MA68', against('Not forwarded: the data of the secondary were incomplete')],
  ['MA99', against('Not forwarded: the data of the Medigap plan are missing')],
  ['N387', against('Not forwarded: send it to the other insurer yourself')],
  ['N8', against('The crossover was refused on its way: send the claim with all data')],
  [
    'N177',
    {
      says: 'no-more-money',
      strength: 'likely',
      text: 'Not sent on: the other insurer said that it pays nothing more',
    },
  ],
]);

/** Reasons by which a payer says that it handed the claim to another payer of the patient. Source: X12 CARC list. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['B11', 'Handed to the payer that it belongs to'],
  ['290', 'Handed to the dental plan'],
  ['291', 'Handed to the medical plan'],
  ['292', 'Handed to the medical plan'],
  ['298', "Handed to the patient's other plan"],
  ['300', 'Handed to the behavioral health plan'],
  ['305', 'Handed to the pharmacy plan'],
]);

const ofRemarks = (adjudication: Adjudication): CrossoverEvidence[] =>
  remarksIn(adjudication, REMARKS).map(({ says, ...where }) => ({ ...where, ...says }));

const ofReasons = (adjudication: Adjudication): CrossoverEvidence[] => {
  const { claim } = adjudication;
  const lists = [claim, ...claim.lines];
  return lists.flatMap(({ adjustments, segment }) =>
    adjustments.flatMap(({ group, carc }): CrossoverEvidence[] => {
      const text = REASONS.get(carc.trim().toUpperCase());
      if (text === undefined) return [];
      return [{ code: `${group}-${carc}`, segmentName: 'CAS', segment, adjudication, ...forwarded(text) }];
    }),
  );
};

const ofCarrier = (adjudication: Adjudication): CrossoverEvidence[] => {
  const { crossover, segment } = adjudication.claim;
  if (!crossover) return [];
  const name = cutText(crossover.name.trim(), 60) || `payer ${cutText(crossover.id)}`;
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
  /** Words of the payer's name; none for every payer. */
  names?: RegExp;
}

/** How long forwarded claims take. Sources: CMS, COBA (15 work days); Florida Medicaid provider handbook (45 days). */
const WAITS: readonly Rule[] = [
  { days: 45, kind: 'days', names: /\bFL(?:ORIDA)?\b/i },
  { days: 15, kind: 'working days' },
];

/** Until when to wait for the secondary after the primary paid: 15 working days, for a Medicaid longer where that is known. */
export const crossoverWait = (paidOn: IsoDate, secondary?: Pick<PayerFacts, 'name' | 'kind'>): CrossoverWait => {
  const isRule = ({ names }: Rule) => !names || (secondary?.kind === 'medicaid' && names.test(secondary.name));
  const { days, kind } = WAITS.find(isRule) ?? { days: 15, kind: 'working days' as const };
  return { until: kind === 'days' ? addDays(paidOn, days) : addWorkingDays(paidOn, days), days, kind };
};
