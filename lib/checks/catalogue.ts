import C001 from './C001-not-finalized';
import C002 from './C002-interim-status';
import C003 from './C003-no-primary-posting';
import C004 from './C004-line-without-posting';
import C005 from './C005-line-not-balanced';
import C006 from './C006-ledger-not-zero';
import C007 from './C007-claim-total-ne-lines';
import C008 from './C008-claim-level-unbalanced';
import C009 from './C009-double-level-adjustment';
import C010 from './C010-era-vs-posted-paid';
import C011 from './C011-era-vs-posted-cas';
import C012 from './C012-remit-charge-differs';
import C013 from './C013-era-lines-unmatched';
import C014 from './C014-remit-does-not-balance';
import C015 from './C015-clp05-mismatch';
import C016 from './C016-reversal-open';
import C017 from './C017-corrected-after-secondary';
import C018 from './C018-recoupment';
import C019 from './C019-pending-disposition';
import C020 from './C020-predetermination';
import C021 from './C021-appeal-open';
import C022 from './C022-negative-amounts';
import C023 from './C023-claim-status-4';
import C024 from './C024-no-secondary';
import C025 from './C025-secondary-is-primary';
import C026 from './C026-secondary-inactive';
import C027 from './C027-levels-invalid';
import C028 from './C028-medicaid-not-last';
import C029 from './C029-tricare-order';
import C030 from './C030-subscriber-vs-dependent';
import C031 from './C031-birthday-rule';
import C032 from './C032-divorced-parents';
import C033 from './C033-active-vs-inactive';
import C034 from './C034-cobra-last';
import C035 from './C035-longer-shorter';
import C036 from './C036-no-cob-plan';
import C037 from './C037-msp-working-aged';
import C038 from './C038-msp-disability';
import C039 from './C039-msp-esrd';
import C040 from './C040-msp-retiree';
import C041 from './C041-msp-nfl-wc';
import C042 from './C042-accident-vs-payer';
import C043 from './C043-msp-type-missing';
import C044 from './C044-msp-type-conflict';
import C045 from './C045-msp-type-on-primary';
import C046 from './C046-primary-disclaims';
import C047 from './C047-remit-is-secondary';
import C048 from './C048-msp-file-mismatch';
import C049 from './C049-tertiary-exists';
import C050 from './C050-capitated';
import C051 from './C051-crossed-over';
import C052 from './C052-crossover-wait';
import C053 from './C053-crossover-not-done';
import C054 from './C054-crossover-no-more-money';
import C055 from './C055-ma-plan-no-crossover';
import C056 from './C056-duplicate-of-crossover';
import C057 from './C057-secondary-already-billed';
import C058 from './C058-secondary-already-paid';
import C059 from './C059-duplicate-denial-primary';
import C060 from './C060-zero-pr';
import C061 from './C061-co-denial';
import C062 from './C062-pr-noncovered';
import C063 from './C063-fixable-denial';
import C064 from './C064-auth-denial';
import C065 from './C065-late-filing-denial';
import C066 from './C066-paid-to-patient';
import C067 from './C067-oon-reduction';
import C068 from './C068-patient-paid';
import C069 from './C069-pr-written-off';
import C070 from './C070-balance-moved-to-patient';
import C071 from './C071-qmb';
import C072 from './C072-medicaid-filing-indicator';
import C073 from './C073-sequestration-missing';
import C074 from './C074-sequestration-as-pr';
import C075 from './C075-expected-zero';
import C076 from './C076-carc-missing-or-local';
import C077 from './C077-carc-retired';
import C078 from './C078-group-restriction';
import C079 from './C079-co45-full-charge';
import C080 from './C080-zero-cas';
import C081 from './C081-cas-pair';
import C082 from './C082-too-many-cas';
import C083 from './C083-pr-type-vs-eob';
import C084 from './C084-adj-date-missing';
import C085 from './C085-adj-date-future';
import C086 from './C086-adj-date-before-dos';
import C087 from './C087-adj-date-two-levels';
import C088 from './C088-tf-exceeded';
import C089 from './C089-tf-soon';
import C090 from './C090-tf-unknown';
import C091 from './C091-no-proof-of-timely';
import C092 from './C092-payer-id-missing';
import C093 from './C093-member-id-missing';
import C094 from './C094-mbi-format';
import C095 from './C095-illegal-id-chars';
import C096 from './C096-medigap-coba-id';
import C097 from './C097-dob-sex-missing';
import C098 from './C098-relationship-missing';
import C099 from './C099-insured-name-address';
import C100 from './C100-corrected-insured';
import C101 from './C101-secondary-id-is-primary-id';
import C102 from './C102-provider-identifiers';
import C103 from './C103-electronic-not-supported';
import C104 from './C104-electronic-unknown';
import C105 from './C105-eob-not-attached';
import C106 from './C106-eob-date-mismatch';
import C107 from './C107-box11d-vs-9';
import C108 from './C108-box11-msp';
import C109 from './C109-box29-medicare';
import C110 from './C110-box29-commercial';
import C111 from './C111-charge-changed';
import C112 from './C112-lines-changed';
import C113 from './C113-primary-auth-on-secondary';
import C114 from './C114-icn-in-wrong-place';
import C115 from './C115-frequency-not-1';
import C116 from './C116-assignment-missing';
import C117 from './C117-eaf-rules';
import C118 from './C118-svd01-ne-payer';
import C119 from './C119-missing-2430-line';
import C120 from './C120-bundled-unmapped';
import C121 from './C121-filing-indicator';
import type { Check, Section } from './check';
import W180 from './W180-off-worklist-by-age';
import WEXCL from './WEXCL-excluded-from-worklist';

/** The sections in the order in which they are looked at; a block in the first three ends it after `crossover`. */
export const SECTIONS: readonly Section[] = [
  'posting',
  'payers',
  'crossover',
  'money',
  'adjustments',
  'dates',
  'identity',
  'form',
];

/** Every check, in the order in which the catalogue is evaluated. A new check is a new file and a line here. */
export const CATALOGUE: readonly Check[] = [
  C001,
  C002,
  C003,
  C004,
  C005,
  C006,
  C007,
  C008,
  C009,
  C010,
  C011,
  C012,
  C013,
  C014,
  C015,
  C016,
  C017,
  C018,
  C019,
  C020,
  C021,
  C022,
  C023,
  W180,
  WEXCL,
  C024,
  C025,
  C026,
  C027,
  C028,
  C029,
  C030,
  C031,
  C032,
  C033,
  C034,
  C035,
  C036,
  C037,
  C038,
  C039,
  C040,
  C041,
  C042,
  C043,
  C044,
  C045,
  C046,
  C047,
  C048,
  C049,
  C050,
  C051,
  C052,
  C053,
  C054,
  C055,
  C056,
  C057,
  C058,
  C059,
  C060,
  C061,
  C062,
  C063,
  C064,
  C065,
  C066,
  C067,
  C068,
  C069,
  C070,
  C071,
  C072,
  C073,
  C074,
  C075,
  C076,
  C077,
  C078,
  C079,
  C080,
  C081,
  C082,
  C083,
  C084,
  C085,
  C086,
  C087,
  C088,
  C089,
  C090,
  C091,
  C092,
  C093,
  C094,
  C095,
  C096,
  C097,
  C098,
  C099,
  C100,
  C101,
  C102,
  C103,
  C104,
  C105,
  C106,
  C107,
  C108,
  C109,
  C110,
  C111,
  C112,
  C113,
  C114,
  C115,
  C116,
  C117,
  C118,
  C119,
  C120,
  C121,
];
