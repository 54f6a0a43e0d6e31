import type { GroupCode, IsoDate } from '../claim/claim';

/**
 * What a claim adjustment reason code (CARC) means for the payer that comes next.
 * `patient-share`: deductible, coinsurance, copay. `contractual`: the provider writes it off. `fixable`: to be mended with
 * the payer that denied. `not-covered`: no benefit of its plan, so the next may cover it. `other-payer`: somebody else is to
 * pay first. `duplicate`, `pending`: the answer is elsewhere, or still to come. `pricing`: nothing was adjudicated.
 * `prior-payer`: the effect of earlier payers. `paid-elsewhere`: the money went to somebody else. `bundled`: paid with another
 * service. `forwarded`: handed to another payer. `other`: tells the next payer nothing by itself.
 */
export type CarcClass =
  | 'patient-share'
  | 'contractual'
  | 'fixable'
  | 'not-covered'
  | 'other-payer'
  | 'duplicate'
  | 'pending'
  | 'pricing'
  | 'prior-payer'
  | 'paid-elsewhere'
  | 'bundled'
  | 'forwarded'
  | 'other';

/**
 * The codes by class, each with what billers call it, in own words; `''` where the name of its group says it better. The
 * codes are X12's (external code list 139); its texts do not stand here.
 */
const BY_CLASS: Readonly<Record<CarcClass, Readonly<Record<string, string>>>> = {
  'patient-share': {
    1: 'Deductible',
    2: 'Coinsurance',
    3: 'Copay',
    66: 'Blood deductible',
    122: 'Psychiatric reduction',
    142: 'Monthly Medicaid share',
    209: 'Patient may not be billed',
    247: 'Deductible, professional service',
    248: 'Coinsurance, professional service',
  },
  contractual: {
    24: 'Capitated',
    44: 'Prompt-pay discount',
    45: '',
    59: 'Multiple procedure reduction',
    102: 'Major medical adjustment',
    104: 'Withhold',
    121: 'Indemnification',
    131: 'Negotiated discount',
    139: 'Employee of the provider',
    143: 'Payment deferred',
    144: 'Incentive',
    147: 'No contract rate on file',
    161: 'Performance bonus',
    222: 'Contract maximum exceeded',
    223: 'Set by law',
    237: 'Penalty set by law',
    245: 'Performance withhold',
    253: 'Sequestration',
    256: 'Managed-care contract',
    281: 'Deductible waived by contract',
    308: 'Contract funding',
    B4: 'Late filing penalty',
    P12: "Workers' compensation fee schedule",
  },
  fixable: {
    4: 'Modifier does not fit',
    5: 'Place of service does not fit',
    6: 'Age does not fit',
    7: 'Sex does not fit',
    8: 'Code does not fit the specialty',
    9: 'Diagnosis does not fit the age',
    10: 'Diagnosis does not fit the sex',
    11: 'Diagnosis does not fit',
    12: 'Diagnosis does not fit the specialty',
    16: 'Information missing',
    29: 'Filed late',
    31: 'Not their member',
    39: 'Denied at pre-certification',
    58: 'Place of service inappropriate',
    95: 'Plan procedures not followed',
    107: 'Related service not on the claim',
    110: 'Billed before the service',
    140: 'ID and name do not match',
    146: 'Diagnosis not accepted',
    163: 'Attachment missing',
    164: 'Attachment late',
    170: 'Not paid to this kind of provider',
    171: 'Not paid to this kind of provider here',
    172: 'Not paid to this specialty',
    181: 'Procedure code not accepted',
    182: 'Modifier not accepted',
    183: 'Referring provider not eligible',
    184: 'Ordering provider not eligible',
    185: 'Rendering provider not eligible',
    197: 'Authorization missing',
    198: 'Authorization exceeded',
    199: 'Revenue and procedure code do not fit',
    206: 'NPI missing',
    207: 'NPI not accepted',
    208: 'NPI does not match',
    210: 'Authorization late',
    226: 'Information from the provider missing',
    227: 'Information from the patient missing',
    228: 'Information for the earlier payer missing',
    239: 'Spans coverage: split the claim',
    243: 'Not authorized by the network provider',
    250: 'Wrong attachment',
    251: 'Attachment incomplete',
    252: 'Documents needed',
    284: 'Authorization is for something else',
    287: 'Referral exceeded',
    288: 'Referral missing',
    296: 'Authorization does not match the provider',
    299: 'Provider not eligible to bill this payer',
    302: 'Authorization expired',
    B7: 'Provider not eligible that day',
    B15: 'Qualifying service missing',
    B16: 'Not a new patient',
    B23: 'CLIA certificate does not cover it',
  },
  'not-covered': {
    32: 'Not an eligible dependent',
    33: 'Dependents not covered',
    34: 'Newborns not covered',
    35: 'Lifetime benefit used up',
    49: 'Routine service not covered',
    50: 'Not medically necessary',
    51: 'Pre-existing condition',
    54: 'Assistants not covered',
    55: 'Experimental',
    56: 'Not proven effective',
    96: 'Not covered',
    114: 'Not approved by the FDA',
    119: 'Benefit maximum reached',
    149: 'Category maximum reached',
    150: 'Level of service not supported',
    151: 'Too many services',
    152: 'Length of service not supported',
    153: 'Dosage not supported',
    154: "Days' supply not supported",
    177: 'Not eligible',
    178: 'Spend-down not met',
    179: 'Waiting period not over',
    180: 'Residency not met',
    201: 'Set-aside arrangement pays',
    204: 'Not covered by this plan',
    216: 'Review findings',
    242: 'Not a network provider',
    249: 'Readmission',
    258: 'In custody',
    272: 'Coverage guidelines not met',
    273: 'Coverage guidelines exceeded',
    279: "Not in the member's network",
    P13: "Workers' compensation policy",
  },
  'other-payer': {
    19: "Workers' compensation should pay",
    20: 'Liability insurer should pay',
    21: 'No-fault insurer should pay',
    22: 'Another payer is first',
    26: 'Before coverage began',
    27: 'After coverage ended',
    109: 'Wrong payer',
    166: "After this payer's responsibility ended",
    200: 'Lapse in coverage',
    215: 'Subrogation settlement',
    219: 'Extent of injury',
    254: 'Send to the medical plan',
    270: 'Send to the dental plan',
    280: 'Send to the pharmacy plan',
    297: 'Send to the vision plan',
    301: 'Send to the behavioral health plan',
    304: 'Send to the hearing plan',
    B9: 'In hospice care',
  },
  duplicate: {
    18: 'Exact duplicate',
    B13: 'Paid before',
    B20: 'Done by another provider',
  },
  pending: {
    133: 'Pending review',
    257: 'Premium grace period',
    277: 'Premium grace period, small business',
    P11: 'Litigation pending',
  },
  pricing: { 101: 'Predetermination' },
  'prior-payer': {
    23: 'Effect of earlier payers',
    129: 'Earlier processing looks wrong',
    136: "Earlier payer's rules not followed",
    195: 'Refund to a payer that was wrongly first',
    275: "Earlier payer's patient share not covered",
    276: 'Denied by the earlier payer',
    303: "Earlier payer's patient share not covered, QMB",
  },
  'paid-elsewhere': {
    100: 'Paid to the patient',
    187: 'Paid by a health account',
    293: 'Paid to the employer',
    294: 'Paid to the attorney',
    A0: 'Patient refund',
  },
  bundled: {
    94: '',
    97: 'Included in another service',
    128: "Newborn in the mother's allowance",
    231: 'Not on the same day as another service',
    234: 'Not paid separately',
    236: 'Code pair not allowed together',
  },
  forwarded: {
    290: 'Handed to the dental plan',
    291: 'Handed to the medical plan',
    292: 'Handed to the medical plan',
    298: "Handed to the patient's other plan",
    300: 'Handed to the behavioral health plan',
    305: 'Handed to the pharmacy plan',
    B11: 'Sent to the right payer',
  },
  other: {
    13: 'Service after death',
    14: 'Service before birth',
    40: 'No emergency',
    53: 'Service by a relative',
    60: 'Outpatient service around a hospital stay',
    61: 'Second opinion missing',
    69: 'Day outlier',
    70: 'Cost outlier',
    74: 'Indirect medical education',
    75: 'Direct medical education',
    76: 'Disproportionate share',
    78: 'Days not covered',
    85: "Patient's interest",
    89: 'Professional fees removed',
    90: 'Ingredient cost',
    91: 'Dispensing fee',
    103: 'Promotional discount',
    105: 'Tax withheld',
    106: "Patient's payment option",
    108: 'Rent or purchase rules not met',
    111: 'Only with assignment accepted',
    112: 'Not given to the patient directly',
    115: 'Postponed or canceled',
    116: 'Advance notice not sound',
    117: 'Only to the nearest facility',
    118: 'ESRD network',
    130: 'Claim submission fee',
    132: 'Demonstration project',
    134: 'Technical fees removed',
    135: 'Interim bill',
    137: 'Surcharge or tax',
    148: 'Information from another provider missing',
    155: 'Patient refused',
    157: 'Act of war',
    158: 'Outside the United States',
    159: 'Terrorism',
    160: 'Excluded activity',
    167: 'Diagnosis not covered',
    169: 'Alternate benefit',
    173: 'Not prescribed by a physician',
    174: 'Not prescribed before delivery',
    175: 'Prescription incomplete',
    176: 'Prescription not current',
    186: 'Level of care changed',
    188: 'Only as the FDA recommends',
    189: 'Unlisted code although there is one',
    190: 'In the payment of a nursing facility',
    192: 'Paper reason without a standard code',
    193: 'First decision upheld',
    194: 'Anesthesia by the operating physician',
    202: 'Personal comfort',
    203: 'Reduced service',
    205: 'Discount card fee',
    211: 'Drug code not eligible',
    212: 'Surcharge not covered',
    213: 'Self-referral rule',
    224: 'Identity theft',
    225: 'Penalty or interest of the payer',
    229: 'Not considered by Medicare',
    232: 'Transfer of the patient',
    233: 'Hospital-acquired condition',
    235: 'Sales tax',
    238: 'Spans coverage: share outside it',
    240: 'Diagnosis does not fit the birth weight',
    241: 'Low-income copay',
    246: 'For reporting only',
    259: 'Extra payment, dental or vision',
    260: 'Enhanced Medicaid fee',
    261: 'Does not fit the history',
    262: 'Delivery cost',
    263: 'Shipping cost',
    264: 'Postage',
    265: 'Administrative cost',
    266: 'Compounding cost',
    267: 'Spans months',
    268: 'Spans two years',
    269: 'Anesthesia not covered',
    271: 'Earlier reduction in a payment schedule',
    274: 'Care coordination arrangement',
    278: 'Performance program',
    282: '',
    283: '',
    285: 'Appeal not as prescribed',
    286: 'Appeal too late',
    289: '',
    295: '',
    306: '',
    307: '',
    A1: 'Denied',
    A5: 'Capital cost outlier',
    A6: 'Earlier stay missing',
    A8: 'No group for the stay',
    B1: 'Visits not covered',
    B8: 'Alternative available',
    B10: 'Part of the test was paid',
    B12: 'Not in the record',
    B14: 'One visit a day',
    B22: 'Because of the diagnosis',
  },
};

/** Codes of property and casualty claims have a series of their own, `P1` upward; those without a class are known by it. */
const PROPERTY_AND_CASUALTY = /^P\d{1,2}$/;

const byCode = (): ReadonlyMap<string, CarcClass> =>
  new Map(
    (Object.keys(BY_CLASS) as CarcClass[]).flatMap((is) =>
      Object.keys(BY_CLASS[is]).map((code): [string, CarcClass] => [code, is]),
    ),
  );

// Marked as pure: scripts that ask for none of this carry none of it.
const CLASSES = /* @__PURE__ */ byCode();

/** `45` of ` 45 `, `B11` of `b11`. */
const plain = (carc: string): string => carc.trim().toUpperCase();

/** The class of a reason code; undefined for a code that is retired or on no list. */
export const classOf = (carc: string): CarcClass | undefined => {
  const code = plain(carc);
  return CLASSES.get(code) ?? (PROPERTY_AND_CASUALTY.test(code) ? 'other' : undefined);
};

/** What billers call a reason code; undefined where the name of its group says it better, or it is not known. */
export const carcName = (carc: string): string | undefined => {
  const code = plain(carc);
  const is = CLASSES.get(code);
  return is && (BY_CLASS[is][code] || undefined);
};

/** Every code of these classes. */
export const carcsOf = (...classes: CarcClass[]): ReadonlySet<string> =>
  new Set(classes.flatMap((is) => Object.keys(BY_CLASS[is])));

const NOT_COVERED = /* @__PURE__ */ carcsOf('not-covered');

/** True where the reason says that the plan does not cover the service, so that the next payer may. */
export const isNotCovered = (carc: string): boolean => NOT_COVERED.has(plain(carc));

const groups = (codes: string, ...allowed: GroupCode[]): [string, readonly GroupCode[]][] =>
  codes.split(' ').map((code) => [code, allowed]);

/** Groups that a reason may come with, where its usage says so. Source: X12 external code list 139, usage notes. */
const groupRules = (): ReadonlyMap<string, readonly GroupCode[]> =>
  new Map([
    ...groups('18 23 133 136 209 257 271 277 P11', 'OA'),
    ...groups('45', 'CO', 'PR'),
    ...groups('85 201 229 238 275', 'PR'),
    ...groups('139 249 281 303', 'CO'),
    ...groups('278', 'CO', 'PI'),
  ]);

const GROUPS = /* @__PURE__ */ groupRules();

/** The groups that a reason may come with; undefined where it may come with any. */
export const groupsFor = (carc: string): readonly GroupCode[] | undefined => GROUPS.get(plain(carc));

/** A code that payers may no longer use. */
export interface Retired {
  /** The last day on which it could be used; null where the list at hand says that it is retired, but not when. */
  lastDay: IsoDate | null;
  /** Codes that took its place, where the list names any. */
  now: readonly string[];
}

const retired = (lastDay: IsoDate | null, codes: string): [string, Retired][] =>
  codes.split(' ').map((each) => {
    const [code = '', now = ''] = each.split('>');
    return [code, { lastDay, now: now === '' ? [] : now.split(',') }];
  });

/** Codes with their stop dates, `old>new`. Source: X12 external code list 139. */
const retiredCodes = (): ReadonlyMap<string, Retired> =>
  new Map([
    ...retired('2000-06-30', '71>23'),
    ...retired(
      '2003-10-16',
      '28>26,27 36 37 41 46>96 48>96 63 64 65 67 68 72 73 77 79 80 81 82 83 84 86>45 92 93 98 99',
    ),
    ...retired('2003-10-16', 'A3 B2 B3 B19 B21 D1>16 D2>16 D3>16 D4>16 D5>16 D6>16 D7>16 D8>16 D9>16 D10 D11 D12'),
    ...retired('2003-10-16', 'D13 D14 D15'),
    ...retired('2006-02-01', '30 47 52 B6 B17'),
    ...retired('2006-07-01', '43'),
    ...retired('2007-04-01', '62>197,198'),
    ...retired('2007-06-01', '42>45'),
    ...retired('2007-06-30', '57>150,151,152,153,154 88 113>157,158,159 120>24 123 124'),
    ...retired('2007-06-30', 'D16>16 D17>16 D18>16 D19>16 D20>16 D21'),
    ...retired('2008-01-01', 'A2>45'),
    ...retired('2008-04-01', '25 126>1 127>2 145>45 A4'),
    ...retired('2009-01-01', 'D22'),
    ...retired('2009-03-01', 'B18'),
    ...retired('2009-07-01', '17'),
    ...retired('2009-10-01', '156>187'),
    ...retired('2012-01-01', '87 D23'),
    ...retired('2012-07-01', '141'),
    ...retired('2013-01-01', '38>242,243'),
    ...retired('2013-11-01', '125>16'),
    ...retired('2014-07-01', '162>P1 191>P2 214>P4 217>P5 218>P6 220>P7 221>P8 230>P9 244>P10 255>P11'),
    ...retired('2014-07-01', 'W1>P12 W2>P13 W3>P14 W4>P15 W5>P16 W6>P17 W7>P18 W8>P19 W9>P20 Y1>P21 Y2>P22 Y3>P23'),
    ...retired('2015-07-01', 'A7'),
    ...retired('2016-05-01', 'B5>272,273'),
    ...retired(null, '15 138>285,286 165>287,288 168 196>136'),
  ]);

const RETIRED = /* @__PURE__ */ retiredCodes();

/** When a reason code was retired and what took its place; undefined for one that is in use, or is on no list. */
export const retiredOf = (carc: string): Retired | undefined => RETIRED.get(plain(carc));

/** True for a reason code that is, or was once, on X12's list. */
export const isListed = (carc: string): boolean => classOf(carc) !== undefined || RETIRED.has(plain(carc));
