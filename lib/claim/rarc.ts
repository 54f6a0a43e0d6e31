/**
 * Remittance advice remark codes that matter when the next payer is billed, in own words. The codes are kept by CMS (X12
 * external code list 411); only what a biller does with them stands here.
 */
const REMARKS: Readonly<Record<string, string>> = {
  MA01: 'You may appeal.',
  MA04: 'Who paid first, or what they paid, is missing or unreadable.',
  MA07: 'Forwarded to Medicaid.',
  MA08: 'Not forwarded: the supplement is no Medigap policy, or the provider does not participate.',
  MA10: 'The patient paid more than they owe: refund the difference.',
  MA17: 'This payer is first and has paid as such: the other payer may want its money back.',
  MA18: 'Forwarded to the supplemental insurer.',
  MA19: 'Not forwarded: the Medigap data on the claim is missing or wrong.',
  MA64: 'This payer thinks that it is third: bill the first two before it.',
  MA68: 'Not forwarded: the data of the second insurer on the claim is incomplete.',
  MA77: 'The patient paid more than they owe: refund the difference.',
  MA83: 'The claim does not say whether this payer is first or second.',
  MA88: "The insured's address or phone number is missing or wrong.",
  MA89: "The patient's relationship to the insured is missing or wrong.",
  MA92: "The other insurer's plan data is missing or wrong.",
  MA99: 'Not forwarded: the Medigap data on the claim is missing.',
  MA130: 'Not processed and no right to appeal: send a new claim.',
  M32: 'Paid for now, while the first payer decides: it may have to be paid back.',
  N4: "The first payer's EOB is missing or incomplete.",
  N5: "The first payer's EOB came without a claim.",
  N8: 'The earlier payer denied the claim and forwarded too little: send the whole claim to this payer.',
  N12: 'Supplement to Medicare: the member is not in that part of Medicare.',
  N23: "Other coverage or a benefit limit may change the patient's share.",
  N36: "The claim must meet the first payer's rules before this payer looks at it.",
  N48: "The claim and the other payer's EOB do not agree.",
  N89: 'Forwarded to more than one payer.',
  N155: 'This payer has no other insurance of the patient on file.',
  N177: 'Not forwarded: the other insurer said that it would pay nothing more.',
  N192: 'The patient has Medicaid with Medicare (QMB): do not bill deductible, coinsurance or copay to the patient.',
  N219: "Paid on the basis of the first payer's allowed amount.",
  N245: "The other insurer's plan data is incomplete.",
  N327: "The other insured's birth date is missing or wrong.",
  N373: 'Another payer paid first although it was not first: this payer refunds it for you.',
  N387: 'Not forwarded: send it to the other insurer yourself.',
  N408: "The first payer's deductible is not covered.",
  N420: 'Changed afterward because of another payer or a liable third party.',
  N479: "The first payer's EOB is missing.",
  N480: "The first payer's EOB is incomplete or unreadable.",
  N522: 'Duplicate of a claim that is processed as a crossover.',
  N527: 'Paid as the first payer, before another asked for the money back.',
  N536: 'Not covered here: the share that the earlier payer left to the patient stays as it is.',
  N598: "This payer's coverage is first.",
  N696: 'Taken back because of another payer or a liable third party.',
  N765: "The first payer's coinsurance is not covered.",
  N766: "The first payer's copay is not covered.",
  N781: 'The patient has Medicaid with Medicare (QMB): the deductible may not be collected. Bill the next payer.',
  N782: 'The patient has Medicaid with Medicare (QMB): the coinsurance may not be collected. Bill the next payer.',
  N783: 'The patient has Medicaid with Medicare (QMB): the copay may not be collected. Bill the next payer.',
  N811: "The first payer's sequestration is missing on the claim.",
  N935: 'The patient no longer has Medicaid with Medicare (QMB).',
};

/** `MA18` of ` ma18 `. */
const plain = (code: string): string => code.trim().toUpperCase();

/** What a remark code of a remittance (MOA, MIA, LQ*HE) says, as one sentence; undefined where the panel has no words for it. */
export const remarkWords = (code: string): string | undefined =>
  Object.hasOwn(REMARKS, plain(code)) ? REMARKS[plain(code)] : undefined;
