import type { Adjustment, GroupCode } from './claim';

/**
 * Names of the commonest claim adjustment reason codes, in own words. Others go by the name of their group.
 * The codes are X12's (external code list 139); only what billers call them stands here.
 */
const NAMES: Readonly<Record<string, string>> = {
  '1': 'Deductible',
  '2': 'Coinsurance',
  '3': 'Copay',
  '4': 'Modifier does not fit',
  '5': 'Place of service does not fit',
  '8': 'Code does not fit the specialty',
  '11': 'Diagnosis does not fit',
  '16': 'Information missing',
  '18': 'Exact duplicate',
  '19': "Workers' compensation should pay",
  '20': 'Liability insurer should pay',
  '21': 'No-fault insurer should pay',
  '22': 'Another payer is first',
  '23': 'Effect of earlier payers',
  '24': 'Capitated',
  '26': 'Before coverage began',
  '27': 'After coverage ended',
  '29': 'Filed late',
  '31': 'Not their member',
  '35': 'Lifetime benefit used up',
  '39': 'Denied at pre-certification',
  '44': 'Prompt-pay discount',
  '49': 'Routine service not covered',
  '50': 'Not medically necessary',
  '55': 'Experimental',
  '58': 'Place of service inappropriate',
  '59': 'Multiple procedure reduction',
  '66': 'Blood deductible',
  '95': 'Plan procedures not followed',
  '96': 'Not covered',
  '97': 'Included in another service',
  '100': 'Paid to the patient',
  '101': 'Predetermination',
  '104': 'Withhold',
  '107': 'Related service not on the claim',
  '109': 'Wrong payer',
  '119': 'Benefit maximum reached',
  '131': 'Negotiated discount',
  '133': 'Pending review',
  '136': "Earlier payer's rules not followed",
  '140': 'ID and name do not match',
  '144': 'Incentive',
  '146': 'Diagnosis not accepted',
  '149': 'Category maximum reached',
  '151': 'Too many services',
  '163': 'Attachment missing',
  '181': 'Procedure code not accepted',
  '182': 'Modifier not accepted',
  '187': 'Paid by a health account',
  '192': 'Paper reason without a standard code',
  '194': 'Anesthesia by the operating physician',
  '197': 'Authorization missing',
  '198': 'Authorization exceeded',
  '200': 'Lapse in coverage',
  '204': 'Not covered by this plan',
  '208': 'NPI does not match',
  '209': 'Patient may not be billed',
  '222': 'Contract maximum exceeded',
  '223': 'Set by law',
  '226': 'Information from the provider missing',
  '227': 'Information from the patient missing',
  '234': 'Not paid separately',
  '236': 'Code pair not allowed together',
  '237': 'Penalty set by law',
  '242': 'Not a network provider',
  '252': 'Documents needed',
  '253': 'Sequestration',
  '256': 'Managed-care contract',
  '276': 'Denied by the earlier payer',
  A0: 'Patient refund',
  A1: 'Denied',
  B7: 'Provider not eligible that day',
  B11: 'Sent to the right payer',
  B13: 'Paid before',
  B15: 'Qualifying service missing',
};

const GROUPS: Readonly<Record<GroupCode | '', string>> = {
  CO: 'Contractual adjustment',
  PR: 'Patient share',
  OA: 'Other adjustment',
  PI: "Payer's reduction",
  CR: 'Correction',
  '': 'Adjustment',
};

/**
 * Reason codes by which a payer says that the service is not a benefit of its plan, so that the next payer may cover it.
 * Benefit limits, exclusions and medical necessity; nothing that has to be mended with the first payer.
 */
const NOT_COVERED: ReadonlySet<string> = new Set(
  ['32', '33', '34', '35', '49', '50', '51', '54', '55', '56', '96', '114', '119', '149'].concat(
    ['150', '151', '152', '153', '154', '177', '178', '179', '180', '201', '204', '216', '242', '249', '258'],
    ['272', '273', '279', 'P13'],
  ),
);

/** `CO-45`, `PR`, or `no code` where the page shows neither group nor reason. */
export const codeOf = (adjustment: Pick<Adjustment, 'group' | 'carc'>): string =>
  [adjustment.group, adjustment.carc].filter((part) => part !== '').join('-') || 'no code';

/** An adjustment as the panel names it: `Contractual adjustment, CO-45`, `Coinsurance, PR-2`, `Other adjustment, OA-94`. */
export const adjustmentName = (adjustment: Pick<Adjustment, 'group' | 'carc'>): string => {
  const name = Object.hasOwn(NAMES, adjustment.carc) ? NAMES[adjustment.carc] : undefined;
  return `${name ?? GROUPS[adjustment.group]}, ${codeOf(adjustment)}`;
};

/** True where the reason says that the plan does not cover the service. */
export const isNotCovered = (carc: string): boolean => NOT_COVERED.has(carc);
