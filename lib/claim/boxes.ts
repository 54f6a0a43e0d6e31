/** How a box's value is compared, shown and written. */
export type BoxKind =
  | 'text'
  | 'id'
  | 'name'
  | 'money'
  | 'date'
  | 'sex'
  | 'relationship'
  | 'yes-no'
  | 'state'
  | 'phone'
  | 'code'
  | 'units'
  | 'choice';

/** One box of the CMS-1500 (02/12), or of what the PM adds to it. */
export interface Box {
  id: string;
  /** The biller's short name of it. */
  name: string;
  kind: BoxKind;
}

const box = (id: string, name: string, kind: BoxKind): Box => ({ id, name, kind });

/** Boxes that stand once on the form. Source: NUCC CMS-1500 (02/12) field names, shortened. */
const SINGLE: Box[] = [
  box('payer', 'Secondary payer', 'choice'),
  box('transmission', 'Claim transmission', 'choice'),
  box('msp', 'Insurance type (MSP)', 'choice'),
  box('adjDate', 'Adjudication date of the claim', 'date'),
  box('eaf', 'Remaining patient liability of the claim', 'money'),
  box('1', 'Type of insurance', 'choice'),
  box('1a', "Insured's ID", 'id'),
  box('2', "Patient's name", 'name'),
  box('3', "Patient's birth date", 'date'),
  box('3.sex', "Patient's sex", 'sex'),
  box('4', "Insured's name", 'name'),
  box('5.street', "Patient's street", 'text'),
  box('5.city', "Patient's city", 'text'),
  box('5.state', "Patient's state", 'state'),
  box('5.zip', "Patient's ZIP", 'id'),
  box('5.phone', "Patient's phone", 'phone'),
  box('6', 'Relationship to insured', 'relationship'),
  box('7.street', "Insured's street", 'text'),
  box('7.city', "Insured's city", 'text'),
  box('7.state', "Insured's state", 'state'),
  box('7.zip', "Insured's ZIP", 'id'),
  box('7.phone', "Insured's phone", 'phone'),
  box('8', 'Reserved (8)', 'text'),
  box('9', "Other insured's name", 'name'),
  box('9a', 'Other policy or group', 'id'),
  box('9b', 'Reserved (9b)', 'text'),
  box('9c', 'Reserved (9c)', 'text'),
  box('9d', 'Other plan name', 'text'),
  box('10a', 'Related to employment?', 'yes-no'),
  box('10b', 'Related to auto accident?', 'yes-no'),
  box('10b.state', 'Auto accident, state', 'state'),
  box('10c', 'Related to other accident?', 'yes-no'),
  box('10d', 'Claim codes', 'code'),
  box('11', 'Policy group or FECA number', 'id'),
  box('11a', "Insured's birth date", 'date'),
  box('11a.sex', "Insured's sex", 'sex'),
  box('11b', 'Other claim ID', 'text'),
  box('11c', 'Insurance plan name', 'text'),
  box('11d', 'Another health plan?', 'yes-no'),
  box('12', "Patient's signature", 'text'),
  box('13', "Insured's signature", 'text'),
  box('14', 'Date of current illness', 'date'),
  box('15', 'Other date', 'date'),
  box('16.from', 'Unable to work, from', 'date'),
  box('16.to', 'Unable to work, to', 'date'),
  box('17', 'Referring provider', 'name'),
  box('17a', 'Referring provider, other ID', 'id'),
  box('17b', 'Referring provider NPI', 'id'),
  box('18.from', 'Hospitalization, from', 'date'),
  box('18.to', 'Hospitalization, to', 'date'),
  box('19', 'Additional claim information', 'text'),
  box('20', 'Outside lab?', 'yes-no'),
  box('20.charge', 'Outside lab charges', 'money'),
  ...'ABCDEFGHIJKL'.split('').map((letter) => box(`21.${letter}`, `Diagnosis ${letter}`, 'code')),
  box('21.ind', 'ICD indicator', 'code'),
  box('22', 'Resubmission code', 'code'),
  box('22.ref', 'Original reference number', 'id'),
  box('23', 'Prior authorization', 'id'),
  box('25', 'Federal tax ID', 'id'),
  box('25.type', 'Tax ID type', 'choice'),
  box('26', "Patient's account number", 'id'),
  box('27', 'Accept assignment?', 'yes-no'),
  box('28', 'Total charge', 'money'),
  box('29', 'Amount paid', 'money'),
  box('30', 'Reserved (30)', 'money'),
  box('31', "Physician's signature", 'text'),
  box('31.date', "Physician's signature, date", 'date'),
  box('32', 'Service facility', 'text'),
  box('32a', 'Service facility NPI', 'id'),
  box('33', 'Billing provider', 'text'),
  box('33a', 'Billing provider NPI', 'id'),
];

/** How many service lines the paper form has. */
export const FORM_LINES = 6;
/** Adjustments of the primary that the form has room for at a line; pages may have more. */
export const FORM_ADJUSTMENTS = 6;

const ADJUSTMENT_SLOTS = Array.from({ length: FORM_ADJUSTMENTS }, (_, i) => i + 1);

const lineBoxes = (n: number): Box[] => [
  box(`24.${n}.A.from`, 'Service date, from', 'date'),
  box(`24.${n}.A.to`, 'Service date, to', 'date'),
  box(`24.${n}.B`, 'Place of service', 'code'),
  box(`24.${n}.C`, 'Emergency', 'code'),
  box(`24.${n}.D`, 'Procedure', 'code'),
  ...[1, 2, 3, 4].map((m) => box(`24.${n}.mod${m}`, `Modifier ${m}`, 'code')),
  box(`24.${n}.E`, 'Diagnosis pointer', 'code'),
  box(`24.${n}.F`, 'Charge', 'money'),
  box(`24.${n}.G`, 'Units', 'units'),
  box(`24.${n}.H`, 'EPSDT', 'code'),
  box(`24.${n}.J`, 'Rendering provider NPI', 'id'),
  box(`24.${n}.paid`, 'Primary paid', 'money'),
  box(`24.${n}.adjDate`, 'Adjudication date', 'date'),
  box(`24.${n}.eaf`, 'Remaining patient liability', 'money'),
  ...ADJUSTMENT_SLOTS.flatMap((k) => [
    box(`24.${n}.adj${k}.group`, `Adjustment ${k}, group`, 'code'),
    box(`24.${n}.adj${k}.reason`, `Adjustment ${k}, reason`, 'code'),
    box(`24.${n}.adj${k}.amount`, `Adjustment ${k}, amount`, 'money'),
  ]),
];

/** Every box by its id. */
export const BOXES: ReadonlyMap<string, Box> = new Map(
  [...SINGLE, ...Array.from({ length: FORM_LINES }, (_, i) => lineBoxes(i + 1)).flat()].map((b) => [b.id, b]),
);

/** The service line (1-based) a box id belongs to, or undefined. */
export const lineOf = (boxId: string): number | undefined => {
  const match = /^24\.(\d+)\./.exec(boxId);
  return match ? Number(match[1]) : undefined;
};

/** The number printed on the form for a box id: `24.2.paid` is in box 24, `3.sex` in box 3. */
export const printedNumber = (boxId: string): string => boxId.split('.', 1)[0] ?? boxId;
