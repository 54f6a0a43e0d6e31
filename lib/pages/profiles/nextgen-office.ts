import type { Profile } from '../profile';
import { NEXTGEN_OFFICE_SITE } from './sites';

/**
 * NextGen Office (formerly MediTouch by HealthFusion).
 * Sources: [KB] NextGen Office knowledge articles "Secondary Claim", "Secondary Billing", "Payments Overview";
 * [STATUS] the "Claim Status Dashboard" walk-through by MetroPM; [WEB] public user scripts that run on the product's pages
 * (hosts, JSP names, classes, field names). Columns and labels that no public source shows are billers' usual wordings.
 */
export const nextgenOffice: Profile = {
  id: 'nextgen-office',
  ...NEXTGEN_OFFICE_SITE,
  pages: [
    {
      page: 'login',
      address: 'userlogin|j_security_check|login', // [WEB]
      headings: 'sign in|log in|login|session expired|signed out|logged out',
      control: 'input[type="password"]',
      text: 'session has expired|session expired|session timed out|signed out|sign in again|log in again|verification code',
    },
    {
      page: 'claim-history',
      address: 'claim_history|claimhistory|claim-history|claims_history|claim_list|patient_claims',
      headings: 'claim history|claims history|patient claims|claim list|claims', // [KB]
      table: { of: 'claims', all: ['id'], least: 4 },
      text: 'cob|no claims|no claims found|primary payer', // [KB]
    },
    {
      page: 'posting',
      address: 'post_payment|payment_posting|payment_detail|apply_payment|posting|payment',
      headings:
        'payment posting|post payment|post insurance payment|apply payment|apply payments|payment details|payment detail|edit payment|edit posting|posting', // [KB]
      control: 'input[name*="PAID" i], input[name*="PAYMENT" i], input[name*="ADJ" i]',
    },
    {
      page: 'ledger',
      address: 'ledger|charge_detail|charge_history',
      headings: 'charge ledger|ledger|charge detail|charge details|claim ledger|charges', // [KB]
      table: { of: 'ledger', all: ['procedure', 'charge'], least: 4 },
    },
    {
      page: 'insurance',
      address: 'insurance_information|patient_insurance|policy_info|insurance', // [WEB]
      headings: 'insurance information|insurance profile|insurance profiles|patient insurance|insurance|policies', // [WEB]
      table: { of: 'policies', all: ['payer', 'memberId'], least: 3 },
      control: 'select[name="INSURANCE_TYPE"], input[name="INSURANCE_ID"]', // [WEB]
    },
    {
      page: 'chart',
      address: 'patient_chart|patient_information|chart', // [WEB]
      headings: 'patient chart|chart|patient information|face sheet|patient summary|demographics', // [WEB]
      table: { of: 'policies', all: ['payer', 'memberId'], least: 3 },
      control: 'iframe[name="balances"]', // [WEB]
    },
    {
      page: 'claim-form',
      address: 'cob|secondary_claim|claim_form|cms1500|hcfa|create_claim|create_secondary',
      headings:
        'secondary claim|cob claim|claim form|create secondary|secondary claim form|health insurance claim form|cms 1500|create claim', // [KB]
      boxes: 8,
      text: 'claim transmission|print locally|bill to', // [KB]
    },
    {
      page: 'payer-search',
      address: 'search_insurance|insurance_search|payer_search|insured_search|insurance_lookup|search|lookup|popup',
      headings:
        'insurance search|payer search|search results|insured search|insurance lookup|select insurance|search insurance|insurance profiles found|select insurance id',
      table: { of: 'hits', all: ['insuranceId'], least: 2 },
    },
  ],
  otherScreens:
    'secondary billing|claim status dashboard|payments overview|claim search|advanced claim search|patient search|batch status|todays appointments|patient tracker|recent patients', // [KB]
  selectors: {
    title: '#pgTitle', // [WEB]
    strip: '#patientInfo, #PtntPnl', // [WEB]
    errors:
      '.errorText, #errorMessage, [class*="error" i], [class^="err" i], [class*="danger" i], .alert, [id*="errorMessage" i]', // [WEB]
    notices:
      '.successText, #message, #infoMessage, [class*="success" i], [class*="infoMessage" i], [class*="notice" i]',
    claimId: 'input[name="CLAIM_ID" i], input[name="PRIMARY_CLAIM_ID" i], input[name="HF_CLAIM_ID" i]',
  },
  columns: {
    claims: {
      id: 'claim id|claim|hf claim id|hf claim number|claim ref|id',
      pcn: 'pcn|patient account number|patient control|box 26|acct',
      patient: 'patient',
      dos: 'dos|service date|service|dos range|from through|from to|dos from through|dos from to|service period|service from to',
      dosFrom: 'dos from|from|service from|from date|service date from|begin date|first dos',
      dosTo: 'dos to|to|through|service to|to date|service date to|dos through|through date|end date|last dos',
      status: 'status|claim status|claim state|state',
      level:
        'level|payer level|billed to level|claim level|responsibility|payer sequence|sequence|seq|p s t|p s|cob level|filing order|filed as',
      payer: 'payer|insurance|billed to|bill to|billed payer',
      payers: 'primary secondary|primary secondary payer|primary secondary insurance|coverage',
      primaryPayer:
        'primary payer|primary insurance|primary|payer 1|insurance 1|primary plan|primary coverage|first payer|primary insurance payer',
      secondaryPayer:
        'secondary payer|secondary insurance|secondary|payer 2|insurance 2|secondary plan|secondary coverage|second payer|other payer|other insurance|next payer|secondary insurance payer',
      charge: 'claim amount|claim charge|fee|claim total|amount charged',
      insurancePaid:
        'insurance paid|insurance payer paid|payer paid|insurance received|primary paid|secondary paid|paid',
      patientPaid: 'patient paid|patient received|patient copay paid',
      adjusted: 'adjusted|contractual|write off|insurance adjustment|writeoff|contractual adjustment',
      insuranceBalance:
        'insurance balance|insurance due|insurance owes|due from insurance|payer balance|insurance a r|insurance outstanding',
      patientBalance:
        'patient balance|patient due|patient balance due|patient owes|due from patient|patient a r|patient outstanding',
      patientShare: 'patient responsibility|patient portion|patient share',
      notes: 'notes|remark|comment|message|info|memo|detail',
      flags: 'flags|marks|alerts|indicators',
      appeal: 'appeal|marked for appeal|appealed|in appeal|appeal flag',
      excluded: 'excluded|exclude|exclude from secondary|removed from worklist|exclude from worklist',
      writtenOff: 'written off|wrote off',
      crossover: 'crossover|cross over|x over|crossed over|forwarded|cob status',
      actions: 'action|cob|options|secondary claim|task|do|function|tools',
    },
    ledger: {
      line: 'line|ln|number|line item|item|row',
      claim: 'claim id|claim',
      dos: 'dos|service date|date|from date|dos from',
      procedure: 'procedure|code|service|procedure modifier|charge code',
      modifiers: 'modifier',
      units: 'unit|qty|quantity|days unit|days or units|unt',
      charge: 'fee|line charge',
      paid: 'paid',
      insurancePaid: 'insurance paid|payer paid|insurance payer paid|insurance received',
      primaryPaid: 'primary paid|insurance 1 paid|primary insurance paid|primary payer paid',
      secondaryPaid: 'secondary paid|insurance 2 paid|secondary insurance paid|secondary payer paid',
      patientPaid: 'patient paid|patient received',
      patientResponsibility: 'patient responsibility|patient portion|patient share|pr|patient owes',
      balance: 'balance|line balance|remaining|remaining balance|open balance|left|balance due|outstanding',
      insuranceBalance: 'insurance balance|insurance due',
      patientBalance: 'patient balance|patient due|patient balance due',
      adjustments:
        'adjustment|group reason amount|cas|adjustment group reason amount|adjustment detail|group code reason amount|adjustment reason amount',
      group: 'group|adjustment group|cas group|claim adjustment group|gc',
      reason: 'reason|carc|claim adjustment reason code|adjustment reason|cas reason|adjustment carc',
      groupReason: 'group reason|adjustment group reason|group carc|adjustment code',
      amount: 'amount|adjustment amount|cas amount|adjustment dollar',
      level: 'level|payer level|sequence|p s|p s t|seq|filing order|responsibility sequence',
      payer: 'payer|insurance|posted by|source|insurance payer|paid by|posting',
      postedDate: 'posting date|posted|post date|posted date',
      date: 'check date|eob date|adjudication date|paid date|era date|remit date|remittance date|check eob date|adjudicated|adj date',
      remarks: 'remark|rarc|note|comment|rmk',
    },
    policies: {
      rank: 'rank|level|order|type of coverage|coverage|coverage order|priority|insurance order|policy|sequence|insurance level|responsibility|filing order',
      active: 'status|active|policy status|insurance status',
      payer: 'payer|insurance|company|insurance payer',
      payerId:
        'payer id|payer number|clearinghouse id|clearinghouse payer id|edi payer id|edi number|edi id|electronic payer id|electronic payer number',
      memberId: 'member id|insurance id|insured id|policy number|member number|policy id|id|certificate number',
      group: 'group|policy group|group id',
      plan: 'plan|program|insurance plan',
      type: 'type|insurance type|plan type|payer type|kind',
      insured: 'insured|policy holder|insured party',
      insuredDob: 'insured dob|insured birth date|insured birth',
      insuredSex: 'insured sex|insured gender',
      insuredAddress: 'insured address|policy holder address',
      insuredStreet: 'insured street|insured address 1|insured address line 1|insured street address',
      insuredCity: 'insured city',
      insuredState: 'insured state',
      insuredZip: 'insured zip|insured postal code',
      insuredPhone: 'insured phone',
      relationship:
        'relationship|relationship to insured|patient relationship to insured|patient relationship|relationship to patient|insured relationship',
      effective: 'effective|effective date|start|start date|from|effective from|begin date|valid from|coverage start',
      terminated:
        'termination|termination date|end|end date|to|through|expires|expiration date|valid to|coverage end|effective to',
      electronicSecondary:
        'electronic secondary|electronic secondary claim|takes electronic secondary|accepts electronic secondary|takes electronic secondary claim|accepts electronic secondary claim|electronic cob|electronic secondary billing',
    },
    hits: {
      insuranceId: 'insurance id|member id|insured id|policy number|id|policy id|insurance number|member number',
      name: 'name|patient|member',
      insured: 'insured',
      dob: 'dob|birth date|birthdate|born|insured dob|patient dob',
      payer: 'payer|insurance|plan|company',
      group: 'group|group policy',
    },
  },
  labels: {
    patient: {
      name: 'patient|patient name|name',
      chart:
        'chart|chart number|chart id|account|account number|mrn|medical record number|patient id|patient account number|patient number|hf chart|patient chart number',
      dob: 'dob|date of birth|birth date|birthdate|born|patient dob|patient date of birth',
      sex: 'sex|gender|patient sex|birth sex',
      address: 'address|patient address|home address|mailing address',
      street: 'street|address 1|street address|address line 1|patient street',
      city: 'city|patient city',
      state: 'state|patient state',
      zip: 'zip|zip code|postal code|patient zip',
      phone: 'phone|home phone|phone number|patient phone|cell phone|mobile|home phone number',
      patientBalance: 'patient balance|patient due|guarantor balance|patient balance due|total patient balance', // [WEB]
      insuranceBalance: 'insurance balance|insurance due|total insurance balance',
      totalBalance: 'balance|total balance|claim balance|account balance|balance due|open balance',
      totalCharge: 'total charge|claim total|charge',
      patientPaid: 'patient paid|paid by patient|total patient paid',
      statementSent:
        'statement sent|statement|patient statement|last statement|statement date|patient billed|statement status|last statement sent',
      writtenOff: 'written off|patient responsibility written off|patient balance written off',
      crossover: 'crossover|cross over|crossed over|crossover status|forwarded',
      claimId:
        'claim id|claim number|claim|hf claim id|hf claim number|primary claim|primary claim id|primary claim number|original claim',
    },
    form: {
      lastName:
        'patient last name|last name|search last name|search by last name|patient search|search for patient|search by patient last name|insured last name|search patient last name|enter patient last name',
      search: 'search|find|look up|lookup|search insurance|search now|find insurance|find insured|search patient',
      submit:
        'submit|submit claim|create claim|create secondary claim|create secondary|send claim|save and submit|submit secondary claim|create cob claim', // [KB]
      claimId:
        'claim id|claim number|primary claim|primary claim id|primary claim number|original claim|hf claim id|claim',
    },
  },
  chartNumber: 'HF\\d{2,12}', // [WEB]
  statuses: {
    // [STATUS]; "Rejected" alone is the rejection by payer or gateway.
    'user-hold': 'user hold|on hold|hold|user on hold',
    rejected: 'hf rejected|healthfusion rejected',
    accepted: 'hf accepted|healthfusion accepted|accepted|accepted electronic',
    'paper-accepted': 'paper accepted|hf paper accepted',
    sent: 'sent to payer|sent|claim sent|transmitted to payer|submitted to payer',
    received:
      'acknowledged received|acknowledged|received|received by payer|acknowledged by payer|ack received|payer received',
    'payer-rejected': 'payer rejected|rejected|rejected by payer|rejected by gateway',
    finalized: 'finalized|finalised|claim finalized|final',
    voided: 'voided|void|claim voided',
  },
  levels: {
    P: 'primary|p|1|primary payer|primary insurance|primary claim',
    S: 'secondary|s|2|secondary payer|secondary insurance|secondary claim|cob',
    T: 'tertiary|t|3|tertiary payer|tertiary insurance|tertiary claim',
  },
  ranks: {
    primary: 'primary|p|1|primary insurance|primary policy|primary payer|primary coverage',
    secondary: 'secondary|s|2|secondary insurance|secondary policy|secondary payer|secondary coverage',
    tertiary: 'tertiary|t|3|tertiary insurance|tertiary policy|tertiary payer|tertiary coverage',
    ancillary: 'ancillary|ancillary insurance|other|dmerc|ancillary policy|ancillary coverage', // [KB]
    archived: 'archived|archive|archived insurance|inactive insurance|old insurance|former|archived policy', // [KB]
  },
  relationships: {
    self: 'self|same|18|patient is insured|insured',
    spouse: 'spouse|husband|wife|01',
    child: 'child|son|daughter|19',
    other: 'other|g8|other relationship',
  },
  sexes: { M: 'm|male', F: 'f|female', U: 'u|unknown|x|undisclosed' },
  yesNo: { yes: 'y|yes|true|x|✓|checked|active|on', no: 'n|no|false|inactive|off|none|terminated|archived' },
  actions: {
    cob: 'cob|create cob|create secondary|create secondary claim|cob claim|secondary claim|bill secondary|coordination of benefits|start cob|new cob', // [KB]
    ledger:
      'ledger|charge ledger|view ledger|open ledger|view charge ledger|charges|charge detail|view charges|claim ledger|line items|service lines',
  },
  unavailable:
    'not available|unavailable|disabled|not allowed|inactive|not enabled|not possible|greyed|grayed|only finalized|not finalized|must be finalized|locked',
  flags: {
    appeal: {
      yes: 'marked for appeal|appeal open|under appeal|in appeal|appeal filed|appealed|appeal pending|appeal', // [KB]
      no: 'no appeal|not appealed|not marked for appeal|appeal closed|appeal withdrawn|appeal denied|appeal resolved|appeal rights|right to appeal|appeal deadline|appeal won|appeal lost|may appeal|can appeal|appeal by|appeal until',
    },
    excluded: {
      yes: 'excluded|exclude from secondary|excluded from secondary|removed from worklist|remove from worklist', // [KB]
      no: 'not excluded|no longer excluded|exclusion lifted|excluded service|excluded charge|not removed from worklist',
    },
    writtenOff: {
      yes: 'written off|write off|wrote off|patient balance written off|pr written off', // [KB]
      no: 'not written off|contractual write off|no write off|write off reversed|contractual written off|write off request|write off pending|insurance write off|write off denied|partly written off',
    },
    statementSent: {
      yes: 'statement sent|statement mailed|statement printed|patient statement sent',
      no: 'statement not sent|no statement|not sent|never|none|statement held|hold statement|no statement sent|statement pending',
    },
  },
  crossover: {
    // X12 remittance advice remark codes.
    codes: {
      forwarded: 'MA18|N89|MA07',
      'not-forwarded': 'MA19|MA08|MA68|MA99|N387|N8',
      'no-more-money': 'N177',
    },
    words:
      'forwarded to|forwarded|forward to|forwarded by|crossover|cross over|crossed over|crossed to|cross to|crossing over|automatically sent to|sent to supplemental insurer|transferred to secondary',
    negation:
      "not|no|never|non|without|didn't|wasn't|won't|isn't|cannot|failed|unable|fail|failure|denied|rejected|off|n|nothing",
    doubt:
      'if|may|might|pending|check|verify|unknown|whether|maybe|possible|possibly|ask|unclear|should|expected|eligible|will be|to be|would|could',
    elsewhere:
      'patient|guarantor|collection|collections|billing|biller|appeals|appeal|provider|doctor|office|department|review|manager|supervisor|attorney|email|e-mail|fax|balance forwarded|medical review',
  },
  phrases: {
    none: 'no match|no matches|no matching|no record|no records|no result|no results|not found|no insurance found|nothing found|no patients found|0 results|0 records|no profiles found|no insurance profiles|no insureds found|none found',
    busy: 'searching|please wait|loading|search in progress|one moment',
    searchFailed:
      'search could not be completed|search failed|search error|error searching|unable to search|unable to complete the search|could not search|search is unavailable|search is not available|search timed out',
    signedOut:
      'session has expired|session expired|session timed out|signed out|logged out|sign in again|log in again|timed out due to inactivity',
    serverError:
      'internal server error|http status 500|service unavailable|bad gateway|unexpected error|http error 500|error 500|system error|gateway timeout',
    success:
      'was created|has been created|created successfully|hf accepted|paper accepted|has been submitted|was submitted|successfully submitted|claim created|was saved|has been saved|changes saved|was accepted|has been accepted',
    next: 'next|next page|next >|next »|>|»|>>|more claims|show more',
    total: 'total|totals|grand total|claim total|sum|subtotal|claim totals|patient total',
  },
  parts: {
    street: 'street|address|no street|street address|address 1',
    city: 'city',
    state: 'state|place|place state',
    zip: 'zip|zip code|postal code',
    phone: 'phone|telephone include area code|phone number|area code',
    sex: 'sex|gender',
    from: 'from',
    to: 'to|through',
    charge: 'charge',
    ind: 'icd ind|indicator|ind',
    ref: 'original ref no|original reference number',
    type: 'ssn ein|type|ssn|ein',
    date: 'date|signature date|date signed',
  },
  transmission: {
    electronic: 'electronic|electronically|edi|send electronically', // [KB]
    paper: 'print locally|paper|print|print locally on cms-1500|mail|paper claim', // [KB]
  },
  boxes: {
    payer:
      'secondary payer|secondary insurance|secondary insurance payer|bill to|bill to payer|payer|select payer|insurance company|secondary insurance company|select secondary payer', // [KB]
    transmission:
      'claim transmission|transmission|send claim|transmission type|submission|submission method|send by|claim type|delivery|transmission method|how to send', // [KB]
    msp: 'insurance type|insurance type code|msp type|msp|medicare secondary payer type|msp insurance type|medicare secondary type',
    adjDate:
      'claim adjudication date|adjudication date of the claim|claim level adjudication date|other payer adjudication date|other payer adjudication or payment date',
    eaf: 'remaining patient liability|claim remaining patient liability|remaining patient liability of the claim|claim level remaining patient liability',
    '1': 'type of insurance|medicare medicaid tricare champva group health plan feca other|coverage type',
    '1a': "insured id|insured id number|insured's id number for program in item 1",
    '2': 'patient name|patient name last name first name middle initial|patient name last first mi',
    '3': 'patient birth date|patient dob|patient date of birth|patient birth',
    '3.sex': 'patient sex|patient gender',
    '4': 'insured name|insured name last name first name middle initial|insured name last first mi',
    '5.street': 'patient address|patient address no street|patient street|patient address street|patient address 1',
    '5.city': 'patient city',
    '5.state': 'patient state',
    '5.zip': 'patient zip|patient zip code',
    '5.phone': 'patient phone|patient phone include area code|patient phone number',
    '6': 'patient relationship to insured|relationship to insured|patient relationship|relationship',
    '7.street': 'insured address|insured address no street|insured street|insured address 1',
    '7.city': 'insured city',
    '7.state': 'insured state',
    '7.zip': 'insured zip|insured zip code',
    '7.phone': 'insured phone|insured phone include area code|insured phone number',
    '8': 'reserved for nucc use',
    '9b': 'reserved for nucc use',
    '9c': 'reserved for nucc use',
    '15': 'other date',
    '16.from': 'dates patient unable to work in current occupation',
    '17a': 'other id',
    '18.from': 'hospitalization dates related to current services',
    '21.A': 'diagnosis or nature of illness or injury',
    '31.date': 'signature date',
    '32a': 'service facility npi|npi',
    '33a': 'billing provider npi|npi',
    '9': 'other insured name|other insured name last name first name middle initial|other insured',
    '9a': 'other insured policy or group number|other insured policy|other insured group number|other insured policy number|other policy or group number|other insured policy group number',
    '9d': 'other insurance plan name|other insured plan name|other plan name|other insurance plan name or program name|insurance plan name or program name|insurance plan name|plan name',
    '10a': 'employment|employment current or previous|related to employment|condition related to employment',
    '10b': 'auto accident|related to auto accident|condition related to auto accident',
    '10b.state': 'auto accident state|accident state|place state|auto accident place state|accident place state',
    '10c': 'other accident|related to other accident|condition related to other accident',
    '10d': 'claim codes|claim codes designated by nucc|claim codes nucc',
    '11': 'insured policy group or feca number|policy group or feca number|insured policy group|insured policy group number|insured group number|policy group number|feca number',
    '11a': 'insured date of birth|insured dob|insured birth date',
    '11a.sex': 'insured sex|insured gender',
    '11b': 'other claim id|other claim id designated by nucc',
    '11c':
      'insurance plan name or program name|insurance plan name|insured plan name|insured insurance plan name|plan name|program name',
    '11d':
      'is there another health benefit plan|another health benefit plan|another health plan|other health plan|is there another health plan',
    '12': 'patient signature|patient or authorized person signature',
    '13': 'insured signature|insured or authorized person signature',
    '14': 'date of current illness|date of current illness injury or pregnancy lmp|date of current illness injury pregnancy lmp',
    '17': 'referring provider|name of referring provider or other source|referring provider name',
    '17b': 'referring provider npi',
    '19': 'additional claim information|additional claim information designated by nucc',
    '20': 'outside lab',
    '20.charge': 'outside lab charge',
    '21.ind': 'icd ind|icd indicator',
    '22': 'resubmission code',
    '22.ref': 'original ref no|original reference number',
    '23': 'prior authorization number|prior authorization|authorization number',
    '25': 'federal tax id|federal tax id number|tax id',
    '25.type': 'tax id type|ssn ein',
    '26': 'patient account number|patient account',
    '27': 'accept assignment',
    '28': 'total charge',
    '29': 'amount paid',
    '30': 'reserved 30|rsvd for nucc use 30|balance due',
    '31': 'signature of physician or supplier|physician signature|signature of physician or supplier including degrees or credentials',
    '32': 'service facility location information|service facility|service facility location',
    '33': 'billing provider info ph number|billing provider|billing provider info',
    '24.n.A.from': 'from|dos from|date of service from|service date from|from date|date of service|dos|service date',
    '24.n.A.to': 'to|through|dos to|date of service to|service date to|to date',
    '24.n.B': 'place of service|pos|place service',
    '24.n.C': 'emg|emergency',
    '24.n.D': 'procedure|procedure code|procedure service or supplies|code|procedures services supplies',
    '24.n.mod1': 'modifier|mod 1|m1',
    '24.n.mod2': 'mod 2|m2',
    '24.n.mod3': 'mod 3|m3',
    '24.n.mod4': 'mod 4|m4',
    '24.n.E': 'diagnosis pointer|pointer|diag ptr|diagnosis',
    '24.n.F': 'charge|charge amount|line charge',
    '24.n.G': 'days or units|units|days unit|qty',
    '24.n.H': 'epsdt family plan|epsdt',
    '24.n.J':
      'rendering provider id|rendering provider npi|rendering provider id number|rendering npi|rendering provider|npi',
    '24.n.paid':
      'primary paid|primary paid amount|paid|paid amount|primary payer paid|paid by primary|primary insurance paid|payer paid|insurance paid|other payer paid|prior payer paid',
    '24.n.adjDate':
      'adjudication date|primary adjudication date|date adjudicated|primary adj date|adj date|paid date|eob date|check date|remittance date|primary paid date|adjud date|adjudicated|eob check date',
    '24.n.eaf':
      'remaining patient liability|line remaining patient liability|remaining liability|line patient liability',
    '24.n.group': 'group|group code|adjustment group|adjustment group code|cas group|claim adjustment group code|gc',
    '24.n.reason':
      'reason|reason code|adjustment reason|adjustment reason code|carc|cas reason|code|claim adjustment reason code|rc',
    '24.n.amount': 'amount|adjustment amount|cas amount|adjusted',
  },
};
