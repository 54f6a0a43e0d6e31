import type { PayerFacts } from '../../lib/claim/case';
import type {
  Box29Rule,
  BoxTemplate,
  CobMethod,
  ListWord,
  ListWords,
  Professional,
  YesNo,
} from '../../lib/claim/payer-words';
import { filingIndicatorName } from '../../lib/codes/filing-indicator';

const YES_NO: Record<YesNo, string> = { yes: 'Yes', no: 'No' };

const PROFESSIONAL: Record<Professional, string> = { ...YES_NO, enroll: 'After enrollment' };

const METHODS: Record<CobMethod, string> = {
  standard: 'Standard',
  nondup: 'Non-duplication',
  mob: 'Maintenance of benefits',
  medicaid: 'Medicaid',
  medicaid_lesser_of_line: 'Medicaid, the lesser by line',
  medicaid_lesser_of_claim: 'Medicaid, the lesser by claim',
  medicaid_allowed_minus_paid: 'Medicaid, allowed less paid',
  medicaid_full_cost_share: 'Medicaid, all of the patient share',
  medigap: 'Medigap',
  msp: 'Medicare second',
  tricare: 'TRICARE',
};

const TEMPLATES: Record<BoxTemplate, string> = {
  A: 'This payer in boxes 4, 6, 7, 11',
  B: 'The primary in boxes 4, 6, 7, 11',
  custom: 'Its own, see its manual',
};

const BOX_29: Record<Box29Rule, string> = {
  'primary-paid': "The primary's payment",
  'patient-paid': "The patient's payments",
  blank: 'Blank',
};

const indicator = (code: string): string => {
  const name = filingIndicatorName(code);
  return name === undefined ? code : `${code}, ${name}`;
};

/** One word of a list as the panel shows it: its matter, its value, and how values of others read. */
export interface ShownWord {
  label: string;
  word: ListWord<string>;
  show: (value: string) => string;
  /** Medicare's own rule counts instead. */
  outdone: boolean;
}

const shownWord = <T extends string>(
  label: string,
  word: ListWord<T> | undefined,
  show: (value: T) => string,
  outdone = false,
): ShownWord[] => (word ? [{ label, word, show: (value) => show(value as T), outdone }] : []);

const by =
  <T extends string>(words: Record<T, string>) =>
  (value: T): string =>
    words[value];

/** What lists say of a payer beyond electronic claims and time to file, in the order of the panel. */
export const shownWords = ({ kind, lists = {} }: { kind: PayerFacts['kind']; lists?: ListWords }): ShownWord[] => {
  const isMedicare = kind === 'medicare';
  return [
    ...shownWord('Electronic claims', lists.professional, by(PROFESSIONAL)),
    ...shownWord('EOB on paper', lists.eobOnPaper, by(YES_NO)),
    ...shownWord('Gets claims from Medicare', lists.crossoverCarrier, by(YES_NO)),
    ...shownWord('COBA ID', lists.cobaId, (id) => id),
    ...shownWord('Form', lists.boxTemplate, by(TEMPLATES), isMedicare),
    ...shownWord('Box 29', lists.box29, by(BOX_29), isMedicare),
    ...shownWord('COB method', lists.cobMethod, by(METHODS)),
    ...shownWord('Filing indicator', lists.filingIndicator, indicator),
    ...shownWord('Remaining liability (EAF)', lists.eafRequired, by(YES_NO)),
  ];
};
