import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import type { Severity } from '../../../lib/checks/check';

/** The catalogue of COB edits: each check's name and how grave it is where nothing else is said. */
const TABLE: Readonly<Record<string, readonly [name: string, severity: Severity]>> = {
  C001: ['not_finalized', 'block'],
  C002: ['interim_status', 'block'],
  C003: ['no_primary_posting', 'block'],
  C004: ['line_without_posting', 'block'],
  C005: ['line_not_balanced', 'block'],
  C006: ['ledger_not_zero', 'block'],
  C007: ['claim_total_ne_lines', 'block'],
  C008: ['claim_level_unbalanced', 'block'],
  C009: ['double_level_adjustment', 'block'],
  C010: ['era_vs_posted_paid', 'block'],
  C011: ['era_vs_posted_cas', 'decide'],
  C012: ['remit_charge_differs', 'decide'],
  C013: ['era_lines_unmatched', 'decide'],
  C014: ['remit_does_not_balance', 'decide'],
  C015: ['clp05_mismatch', 'info'],
  C016: ['reversal_open', 'block'],
  C017: ['corrected_after_secondary', 'decide'],
  C018: ['recoupment', 'decide'],
  C019: ['pending_disposition', 'block'],
  C020: ['predetermination', 'block'],
  C021: ['appeal_open', 'decide'],
  C022: ['negative_amounts', 'block'],
  C023: ['claim_status_4', 'decide'],
  C024: ['no_secondary', 'block'],
  C025: ['secondary_is_primary', 'block'],
  C026: ['secondary_inactive', 'block'],
  C027: ['levels_invalid', 'block'],
  C028: ['medicaid_not_last', 'block'],
  C029: ['tricare_order', 'block'],
  C030: ['subscriber_vs_dependent', 'decide'],
  C031: ['birthday_rule', 'decide'],
  C032: ['divorced_parents', 'decide'],
  C033: ['active_vs_inactive', 'decide'],
  C034: ['cobra_last', 'decide'],
  C035: ['longer_shorter', 'info'],
  C036: ['no_cob_plan', 'decide'],
  C037: ['msp_working_aged', 'block'],
  C038: ['msp_disability', 'block'],
  C039: ['msp_esrd', 'block'],
  C040: ['msp_retiree', 'block'],
  C041: ['msp_nfl_wc', 'block'],
  C042: ['accident_vs_payer', 'decide'],
  C043: ['msp_type_missing', 'block'],
  C044: ['msp_type_conflict', 'block'],
  C045: ['msp_type_on_primary', 'block'],
  C046: ['primary_disclaims', 'block'],
  C047: ['remit_is_secondary', 'block'],
  C048: ['msp_file_mismatch', 'decide'],
  C049: ['tertiary_exists', 'info'],
  C050: ['capitated', 'decide'],
  C051: ['crossed_over', 'block'],
  C052: ['crossover_wait', 'block'],
  C053: ['crossover_not_done', 'info'],
  C054: ['crossover_no_more_money', 'decide'],
  C055: ['ma_plan_no_crossover', 'info'],
  C056: ['duplicate_of_crossover', 'decide'],
  C057: ['secondary_already_billed', 'block'],
  C058: ['secondary_already_paid', 'block'],
  C059: ['duplicate_denial_primary', 'block'],
  C060: ['zero_pr', 'decide'],
  C061: ['co_denial', 'decide'],
  C062: ['pr_noncovered', 'info'],
  C063: ['fixable_denial', 'block'],
  C064: ['auth_denial', 'decide'],
  C065: ['late_filing_denial', 'decide'],
  C066: ['paid_to_patient', 'decide'],
  C067: ['oon_reduction', 'info'],
  C068: ['patient_paid', 'info'],
  C069: ['pr_written_off', 'decide'],
  C070: ['balance_moved_to_patient', 'decide'],
  C071: ['qmb', 'block'],
  C072: ['medicaid_filing_indicator', 'decide'],
  C073: ['sequestration_missing', 'decide'],
  C074: ['sequestration_as_pr', 'decide'],
  C075: ['expected_zero', 'info'],
  C076: ['carc_missing_or_local', 'block'],
  C077: ['carc_retired', 'decide'],
  C078: ['group_restriction', 'decide'],
  C079: ['co45_full_charge', 'decide'],
  C080: ['zero_cas', 'block'],
  C081: ['cas_pair', 'block'],
  C082: ['too_many_cas', 'decide'],
  C083: ['pr_type_vs_eob', 'decide'],
  C084: ['adj_date_missing', 'block'],
  C085: ['adj_date_future', 'block'],
  C086: ['adj_date_before_dos', 'block'],
  C087: ['adj_date_two_levels', 'block'],
  C088: ['tf_exceeded', 'block'],
  C089: ['tf_soon', 'decide'],
  C090: ['tf_unknown', 'info'],
  C091: ['no_proof_of_timely', 'info'],
  C092: ['payer_id_missing', 'block'],
  C093: ['member_id_missing', 'block'],
  C094: ['mbi_format', 'block'],
  C095: ['illegal_id_chars', 'decide'],
  C096: ['medigap_coba_id', 'decide'],
  C097: ['dob_sex_missing', 'block'],
  C098: ['relationship_missing', 'block'],
  C099: ['insured_name_address', 'block'],
  C100: ['corrected_insured', 'decide'],
  C101: ['secondary_id_is_primary_id', 'decide'],
  C102: ['provider_identifiers', 'decide'],
  C103: ['electronic_not_supported', 'block'],
  C104: ['electronic_unknown', 'decide'],
  C105: ['eob_not_attached', 'decide'],
  C106: ['eob_date_mismatch', 'decide'],
  C107: ['box11d_vs_9', 'block'],
  C108: ['box11_msp', 'block'],
  C109: ['box29_medicare', 'block'],
  C110: ['box29_commercial', 'decide'],
  C111: ['charge_changed', 'block'],
  C112: ['lines_changed', 'decide'],
  C113: ['primary_auth_on_secondary', 'decide'],
  C114: ['icn_in_wrong_place', 'block'],
  C115: ['frequency_not_1', 'block'],
  C116: ['assignment_missing', 'block'],
  C117: ['eaf_rules', 'block'],
  C118: ['svd01_ne_payer', 'block'],
  C119: ['missing_2430_line', 'block'],
  C120: ['bundled_unmapped', 'decide'],
  C121: ['filing_indicator', 'block'],
};

/** Severities that a finding of a check may have beside its own, and why. */
const VARIABLE: Readonly<Record<string, { also: readonly Severity[]; because: string }>> = {
  C039: {
    also: ['decide'],
    because: 'after the 30 months, with a second reason for Medicare, the source says to verify',
  },
  C063: {
    also: ['block', 'decide'],
    because: 'a block for 16, 226, 227 and 252, a question for other fixable reasons',
  },
  C068: { also: ['decide'], because: 'a question where the patient paid the whole share' },
  C076: { also: ['decide'], because: 'a reason that is written rightly and on no list may be newer than the list' },
  C088: { also: ['decide'], because: 'a limit that the payer may shorten is to be verified' },
  C105: { also: ['block', 'decide'], because: 'Medicare denies a claim without the EOB, other payers ask for it' },
  C112: { also: ['block'], because: 'a line that does not balance on the form is refused (X12 837P 2430)' },
  C117: { also: ['block', 'info'], because: 'twice is refused, missing is asked, more than the share is told' },
};

/** Rules that no published source at hand carries: at most a warning, and the words say "verify". */
const PRACTICE = ['C048', 'C065', 'C069'];

const CHECKS = resolve(import.meta.dirname, '../../../lib/checks');
const textOf = (id: string): string => {
  const file = readdirSync(CHECKS).find((name) => name.startsWith(`${id}-`)) ?? '';
  return readFileSync(resolve(CHECKS, file), 'utf8');
};

describe('the catalogue of edits', () => {
  it('has C001 to C121 without a gap', () => {
    const ids = Array.from({ length: 121 }, (_, i) => `C${String(i + 1).padStart(3, '0')}`);
    expect(Object.keys(TABLE)).toEqual(ids);
    expect(
      CATALOGUE.map(({ id }) => id)
        .filter((id) => id.startsWith('C'))
        .toSorted(),
    ).toEqual(ids);
  });

  it('has no other checks than those and the two of the worklist', () => {
    const others = CATALOGUE.map(({ id }) => id).filter((id) => !(id in TABLE));
    expect(others.toSorted()).toEqual(['W180', 'WEXCL']);
  });

  it('is looked at in its own order within each section', () => {
    const ids = CATALOGUE.map(({ id }) => id).filter((id) => id.startsWith('C'));
    expect(ids).toEqual(ids.toSorted());
  });
});

describe.each(Object.entries(TABLE))('%s', (id, [name, severity]) => {
  const check = CATALOGUE.find((one) => one.id === id);
  const { also = [] } = VARIABLE[id] ?? {};

  it(`is ${name}, and ${severity} at first`, () => {
    expect(check?.name).toBe(name);
    const own = id === 'C063' || id === 'C105' ? 'decide' : severity;
    expect(check?.severity).toBe(id === 'C117' ? 'decide' : own);
  });

  it('raises nothing graver or milder than what is said here', () => {
    const said = [...textOf(id).matchAll(/severity: '(\w+)'/g)].map(([, one]) => one);
    const allowed = new Set<string>([check?.severity ?? '', ...also]);
    expect(said.filter((one) => !allowed.has(one ?? ''))).toEqual([]);
  });

  it('is held to be able to block where a finding of it may', () => {
    const mayBlock = check?.severity === 'block' || also.includes('block');
    // C112 blocks for a line of the form whose amounts are read; what is not read there asks.
    if (id !== 'C112') expect(check?.severity === 'block' || check?.mayBlock === true).toBe(mayBlock);
  });
});

describe.each(PRACTICE)('%s, a rule of practice', (id) => {
  it('is at most a warning, and says "verify"', () => {
    const check = CATALOGUE.find((one) => one.id === id);
    expect(check?.severity).not.toBe('block');
    expect([check?.why, check?.fix, check?.when].join(' ')).toMatch(/\bverify\b/i);
  });
});
