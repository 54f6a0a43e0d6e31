/**
 * What a remittance advice remark code (RARC) means when the next payer is billed. `forwarded`, `not-forwarded`,
 * `no-more-money`: about the crossover. `cob-data`, `other-insurance`: what this payer misses of the others. `payer-order`:
 * who is first. `earlier-rules`: the earlier payer's denial counts. `qmb`: the share may not be collected from the patient.
 */
export type RarcClass =
  | 'forwarded'
  | 'not-forwarded'
  | 'no-more-money'
  | 'duplicate-of-crossover'
  | 'cob-data'
  | 'other-insurance'
  | 'payer-order'
  | 'earlier-rules'
  | 'patient-share'
  | 'pricing'
  | 'sequestration'
  | 'qmb'
  | 'qmb-ended'
  | 'conditional'
  | 'patient-overpaid'
  | 'appeal'
  | 'unprocessable'
  | 'eligibility';

/**
 * Remark codes that matter when the next payer is billed, by class, in own words. The codes are kept by CMS (X12 external
 * code list 411); only what a biller does with them stands here.
 */
const BY_CLASS: Readonly<Record<RarcClass, Readonly<Record<string, string>>>> = {
  forwarded: {
    MA18: 'Forwarded to the supplemental insurer.',
    N89: 'Forwarded to more than one payer.',
    MA07: 'Forwarded to Medicaid.',
  },
  'not-forwarded': {
    MA19: 'Not forwarded: the Medigap data on the claim is missing or wrong.',
    MA08: 'Not forwarded: the supplement is no Medigap policy, or the provider does not participate.',
    MA68: 'Not forwarded: the data of the second insurer on the claim is incomplete.',
    MA99: 'Not forwarded: the Medigap data on the claim is missing.',
    N387: 'Not forwarded: send it to the other insurer yourself.',
    N8: 'The earlier payer denied the claim and forwarded too little: send the whole claim to this payer.',
  },
  'no-more-money': {
    N177: 'Not forwarded: the other insurer said that it would pay nothing more.',
  },
  'duplicate-of-crossover': {
    N522: 'Duplicate of a claim that is processed as a crossover.',
  },
  'cob-data': {
    MA04: 'Who paid first, or what they paid, is missing or unreadable.',
    N4: "The first payer's EOB is missing or incomplete.",
    N479: "The first payer's EOB is missing.",
    N480: "The first payer's EOB is incomplete or unreadable.",
    N48: "The claim and the other payer's EOB do not agree.",
    N5: "The first payer's EOB came without a claim.",
  },
  'other-insurance': {
    MA92: "The other insurer's plan data is missing or wrong.",
    N245: "The other insurer's plan data is incomplete.",
    N155: 'This payer has no other insurance of the patient on file.',
    MA83: 'The claim does not say whether this payer is first or second.',
    MA88: "The insured's address or phone number is missing or wrong.",
    MA89: "The patient's relationship to the insured is missing or wrong.",
    N327: "The other insured's birth date is missing or wrong.",
  },
  'payer-order': {
    MA64: 'This payer thinks that it is third: bill the first two before it.',
    MA17: 'This payer is first and has paid as such: the other payer may want its money back.',
    N598: "This payer's coverage is first.",
    N373: 'Another payer paid first although it was not first: this payer refunds it for you.',
    N420: 'Changed afterward because of another payer or a liable third party.',
    N527: 'Paid as the first payer, before another asked for the money back.',
    N696: 'Taken back because of another payer or a liable third party.',
  },
  'earlier-rules': {
    N36: "The claim must meet the first payer's rules before this payer looks at it.",
  },
  'patient-share': {
    N23: "Other coverage or a benefit limit may change the patient's share.",
    N536: 'Not covered here: the share that the earlier payer left to the patient stays as it is.',
    N408: "The first payer's deductible is not covered.",
    N765: "The first payer's coinsurance is not covered.",
    N766: "The first payer's copay is not covered.",
  },
  pricing: {
    N219: "Paid on the basis of the first payer's allowed amount.",
  },
  sequestration: {
    N811: "The first payer's sequestration is missing on the claim.",
  },
  qmb: {
    N192: 'The patient has Medicaid with Medicare (QMB): do not bill deductible, coinsurance or copay to the patient.',
    N781: 'The patient has Medicaid with Medicare (QMB): the deductible may not be collected. Bill the next payer.',
    N782: 'The patient has Medicaid with Medicare (QMB): the coinsurance may not be collected. Bill the next payer.',
    N783: 'The patient has Medicaid with Medicare (QMB): the copay may not be collected. Bill the next payer.',
  },
  'qmb-ended': {
    N935: 'The patient no longer has Medicaid with Medicare (QMB).',
  },
  conditional: {
    M32: 'Paid for now, while the first payer decides: it may have to be paid back.',
  },
  'patient-overpaid': {
    MA10: 'The patient paid more than they owe: refund the difference.',
    MA77: 'The patient paid more than they owe: refund the difference.',
  },
  appeal: {
    MA01: 'You may appeal.',
  },
  unprocessable: {
    MA130: 'Not processed and no right to appeal: send a new claim.',
  },
  eligibility: {
    N12: 'Supplement to Medicare: the member is not in that part of Medicare.',
  },
};

const byCode = (): ReadonlyMap<string, RarcClass> =>
  new Map(
    (Object.keys(BY_CLASS) as RarcClass[]).flatMap((is) =>
      Object.keys(BY_CLASS[is]).map((code): [string, RarcClass] => [code, is]),
    ),
  );

const CLASSES = /* @__PURE__ */ byCode();

/** `MA18` of ` ma18 `. */
const plain = (code: string): string => code.trim().toUpperCase();

/** The class of a remark code; undefined where the panel has no words for it. */
export const rarcClassOf = (code: string): RarcClass | undefined => CLASSES.get(plain(code));

/** Every remark code of these classes. */
export const rarcsOf = (...classes: RarcClass[]): readonly string[] =>
  classes.flatMap((is) => Object.keys(BY_CLASS[is]));

/** What a remark code of a remittance (MOA, MIA, LQ*HE) says, as one sentence; undefined where the panel has no words for it. */
export const remarkWords = (code: string): string | undefined => {
  const is = rarcClassOf(code);
  return is && BY_CLASS[is][plain(code)];
};
