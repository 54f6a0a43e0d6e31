import { FORM_LINES } from '../../claim/boxes';
import type { Case } from '../../claim/case';
import type { Address, Cents, LedgerLine, PersonName } from '../../claim/claim';
import { formatDollars } from '../../claim/money';
import { formatName } from '../../claim/names';
import { known } from '../../claim/reading';
import { type Box29, box29Of } from '../../payers/convention';
import { adjudicationOf, LEDGER_NOT_READ } from '../adjudication';
import { keyOf } from '../compare';
import type { TemplateId } from '../plan';
import { patientAddress, patientDob, patientName, patientSex } from '../policies';
import { type Fact, fact, mapFact, noFact, thenFact, type Wanted, want } from '../wanted';

/** What a convention wants in one box of the form. Boxes that are not listed are left as they are. */
export interface TemplateBox {
  box: string;
  /** Heading that the panel groups by. */
  group: string;
  want: (c: Case) => Wanted;
}

/** One convention of filling a secondary claim, as data. The service lines are the same in all of them. */
export interface Template {
  id: TemplateId;
  boxes: readonly TemplateBox[];
}

export const nameText = (name: Fact<PersonName>): Wanted => want(mapFact(name, (n) => formatName(n).toUpperCase()));

export const text = (value: Fact<string>): Wanted => want(mapFact(value, (t) => t.trim().toUpperCase()));

type AddressPart = 'street' | 'city' | 'state' | 'zip' | 'phone';

const PARTS: Readonly<Record<AddressPart, keyof Address>> = {
  street: 'line1',
  city: 'city',
  state: 'state',
  zip: 'zip',
  phone: 'phone',
};

const addressPart = (address: Fact<Address>, part: AddressPart): Wanted => {
  if (!address.ok) return { missing: address.why };
  const value = address.value[PARTS[part]].trim();
  if (part === 'phone') {
    const digits = keyOf('phone', value);
    return digits === undefined ? 'leave' : { value: digits, source: address.source };
  }
  if (value === '') return { missing: `The address has no ${part === 'zip' ? 'ZIP' : part}.` };
  return { value: value.toUpperCase(), source: address.source };
};

/** The five boxes of an address. A phone that the chart does not have is left out. */
export const addressBoxes = (box: string, group: string, of: (c: Case) => Fact<Address>): TemplateBox[] =>
  (Object.keys(PARTS) as AddressPart[]).map((part) => ({
    box: `${box}.${part}`,
    group,
    want: (c) => addressPart(of(c), part),
  }));

/** Boxes 2, 3 and 5 are the patient in every convention (NUCC CMS-1500 02/12). */
export const PATIENT_BOXES: readonly TemplateBox[] = [
  { box: '2', group: 'Patient', want: (c) => nameText(patientName(c)) },
  { box: '3', group: 'Patient', want: (c) => want(patientDob(c)) },
  { box: '3.sex', group: 'Patient', want: (c) => want(patientSex(c)) },
  ...addressBoxes('5', 'Patient', patientAddress),
];

/** The ledger, where it is this claim's. */
export const ledgerLines = (c: Case): Fact<LedgerLine[]> => {
  if (!c.ledger) return noFact(LEDGER_NOT_READ);
  const own = known(c.row.id);
  const ledgers = known(c.ledger.claimId);
  if (own !== undefined && ledgers !== undefined && own !== ledgers) {
    return noFact(`The ledger is for claim ${ledgers}.`);
  }
  return c.ledger.lines.length > 0 ? fact(c.ledger.lines, 'Ledger') : noFact('The ledger has no service lines.');
};

/** The sum over all lines. A claim that takes more than one form has no sum that belongs on this one. */
const totalOf = (c: Case, of: (line: LedgerLine) => Fact<Cents>): Fact<Cents> => {
  const lines = ledgerLines(c);
  if (!lines.ok) return lines;
  const { length } = lines.value;
  if (length > FORM_LINES) {
    return noFact(`The claim has ${length} lines, the form ${FORM_LINES}: add up the lines of this form.`);
  }
  let sum = 0;
  for (const line of lines.value) {
    const amount = of(line);
    if (!amount.ok) return amount;
    sum += amount.value;
  }
  return fact(sum, '');
};

/** What the primary paid on all lines. */
const primaryPaid = (c: Case): Fact<Cents> => {
  const sources = new Set<string>();
  const paid = totalOf(c, (line) => {
    const adjudication = adjudicationOf(c, line);
    if (adjudication.ok) sources.add(adjudication.source);
    return mapFact(adjudication, (a) => a.paid);
  });
  return paid.ok ? fact(paid.value, [...sources].join('; ')) : paid;
};

/** What the patient paid on all lines; the ledger's own total must not say something else. */
const patientPaid = (c: Case): Fact<Cents> => {
  const paid = totalOf(c, (line) =>
    line.patientPaid.kind === 'read'
      ? fact(line.patientPaid.value, '')
      : noFact(`What the patient paid on line ${line.n} is not read.`),
  );
  if (!paid.ok) return paid;
  const total = known(c.ledger?.patientPaid);
  if (total !== undefined && total !== paid.value) {
    return noFact(
      `The ledger shows ${formatDollars(total)} paid by the patient, its lines add up to ${formatDollars(paid.value)}.`,
    );
  }
  if (paid.value < 0) return noFact(`The patient was paid back more than was paid: ${formatDollars(paid.value)}.`);
  return fact(paid.value, 'Ledger, paid by the patient');
};

/** All payments received before the claim: the primary's and the patient's (NUCC CMS-1500 02/12, box 29). */
const allPaid = (c: Case): Fact<Cents> => {
  const primary = primaryPaid(c);
  if (!primary.ok) return primary;
  const { value, source } = primary;
  return thenFact(patientPaid(c), (patient) =>
    fact(value + patient, patient === 0 ? source : `${source} and by the patient`),
  );
};

const money = (amount: Fact<Cents>): Wanted => want(mapFact(amount, String));

const PAID: Readonly<Record<Box29, (c: Case) => Wanted>> = {
  'all-paid': (c) => money(allPaid(c)),
  'primary-paid': (c) => money(primaryPaid(c)),
  'patient-paid': (c) => money(patientPaid(c)),
  blank: () => 'leave',
  'not-known': () => ({ missing: 'What the payer wants in box 29 is not known. Its manual says it.' }),
};

/** Whose rule it is stands with the amount, where a list makes it. */
const byList = (wanted: Wanted, c: Case): Wanted => {
  const rule = c.secondary?.kind === 'medicare' ? undefined : c.secondary?.lists?.box29;
  if (!rule || wanted === 'leave' || 'missing' in wanted) return wanted;
  const [other] = rule.others ?? [];
  const differs = other ? `, where ${other.by} differs` : '';
  return { ...wanted, source: `${wanted.source}; which payments count: ${rule.by}${differs}` };
};

/** Box 29 by the rule of the payer that is billed. */
export const BOX_29: TemplateBox = {
  box: '29',
  group: 'Payments',
  want: (c) => byList(PAID[box29Of(c.secondary)](c), c),
};
