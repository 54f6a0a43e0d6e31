import type {
  Chart,
  ClaimAction,
  ClaimRow,
  ClaimStatus,
  CrossoverSign,
  Ledger,
  LedgerLine,
  PatientStrip,
  Policy,
  Posting,
} from '../claim/claim';
import { type Reading, read } from '../claim/reading';
import { type Codec, hidden, list, object, optional, shaped } from './codec';
import {
  placeAt,
  readAddress,
  readDate,
  readFlag,
  reading,
  readMoney,
  readName,
  readNumber,
  readSpan,
  readText,
} from './readings';
import { adjustment, oneOf, text } from './values';

export const patient: Codec<PatientStrip> = object<PatientStrip>({ name: readName, chart: readText, dob: readDate });

const level = reading(oneOf('P', 'S', 'T'));

const STATUSES = [
  'user-hold',
  'rejected',
  'accepted',
  'paper-accepted',
  'sent',
  'received',
  'payer-rejected',
  'finalized',
  'voided',
] as const satisfies readonly ClaimStatus[];

type WrittenSign = Omit<CrossoverSign, 'page'> & { page?: Reading<string> };

const writtenSign: Codec<WrittenSign> = object<WrittenSign>({
  says: oneOf('forwarded', 'not-forwarded', 'no-more-money'),
  code: optional(text),
  text,
  page: { ...optional(readText), leftOut: () => undefined },
});

/** A sign stands where its words stand. */
const sign: Codec<CrossoverSign> = {
  read: (json, at, problems) => {
    const made = writtenSign.read(json, at, problems);
    return made && { ...made, page: made.page ?? read(made.text, made.text, placeAt(at)) };
  },
  write: ({ page, ...others }) =>
    writtenSign.write(page.kind === 'read' && page.value === others.text ? others : { ...others, page }),
};

export const claimRow: Codec<ClaimRow> = object<ClaimRow>({
  id: readText,
  pcn: readText,
  dos: readSpan,
  status: reading(oneOf(...STATUSES)),
  level,
  primaryPayer: readText,
  secondaryPayer: readText,
  charge: readMoney,
  insurancePaid: readMoney,
  patientPaid: readMoney,
  adjusted: readMoney,
  insuranceBalance: readMoney,
  patientBalance: readMoney,
  notes: readText,
  appeal: readFlag,
  excluded: readFlag,
  writtenOff: readFlag,
  crossover: list(sign),
  actions: hidden<ClaimAction[]>([]),
});

const posting: Codec<Posting> = object<Posting>({
  level,
  payer: readText,
  paid: readMoney,
  adjustments: reading(list(adjustment)),
  date: readDate,
  remarks: readText,
});

type Unnumbered = Omit<LedgerLine, 'n'>;

const line: Codec<Unnumbered> = object<Unnumbered>({
  dos: readDate,
  procedure: readText,
  modifiers: reading(list(text)),
  units: readNumber,
  charge: readMoney,
  insurancePaid: readMoney,
  patientPaid: readMoney,
  patientResponsibility: readMoney,
  balance: readMoney,
  postings: list(posting),
});

const withoutNumber = (numbered: LedgerLine): Unnumbered => {
  const { n: _, ...line } = numbered;
  return line;
};

/** Lines count from 1, in their order. */
const lines = {
  ...list(line),
  ...shaped<Unnumbered[], LedgerLine[]>(
    list(line),
    (all) => all.map((one, i) => ({ n: i + 1, ...one })),
    (all) => all.map(withoutNumber),
  ),
  leftOut: (): LedgerLine[] => [],
  isLeftOut: (all: LedgerLine[]) => all.length === 0,
};

export const ledger: Codec<Ledger> = object<Ledger>({
  claimId: readText,
  lines,
  totalCharge: readMoney,
  totalBalance: readMoney,
  insuranceBalance: readMoney,
  patientBalance: readMoney,
  patientPaid: readMoney,
  statementSent: readFlag,
  writtenOff: readFlag,
  crossover: list(sign),
});

const sex = reading(oneOf('M', 'F', 'U'));

const policy: Codec<Policy> = object<Policy>({
  rank: reading(oneOf('primary', 'secondary', 'tertiary', 'ancillary', 'archived')),
  active: readFlag,
  payer: readText,
  payerId: readText,
  memberId: readText,
  group: readText,
  plan: readText,
  type: readText,
  insured: readName,
  insuredDob: readDate,
  insuredSex: sex,
  insuredAddress: readAddress,
  relationship: reading(oneOf('self', 'spouse', 'child', 'other')),
  effective: readDate,
  terminated: readDate,
  electronicSecondary: readFlag,
  path: hidden(''),
});

export const chart: Codec<Chart> = object<Chart>({
  sex,
  address: readAddress,
  policies: list(policy),
  patientBalance: readMoney,
});
