import { type FormValues, LINE_ADJUSTMENTS, LINES } from '../form';
import { usDate } from '../format';
import type { Problem } from '../rules';
import { type Claim, fullName, type Policy, patientOf, payerName, payerOf, policyOf, type Truth } from '../truth';
import type { Variant } from '../variants';
import { errorBox, fieldTable, type Html, html, NOTHING, page, stripe } from './layout';
import { GROUPS } from './posting';

/** Medicare insurance types of a claim on which Medicare is not primary (X12 837P SBR05). */
const INSURANCE_TYPES = [
  ['12', '12 - WORKING AGED'],
  ['13', '13 - END STAGE RENAL DISEASE'],
  ['14', '14 - NO-FAULT / AUTO'],
  ['15', "15 - WORKERS' COMPENSATION"],
  ['16', '16 - PUBLIC HEALTH SERVICE'],
  ['41', '41 - BLACK LUNG'],
  ['42', '42 - VETERANS ADMINISTRATION'],
  ['43', '43 - DISABLED UNDER 65, LGHP'],
  ['47', '47 - OTHER LIABILITY'],
] as const;

export interface FormPage {
  truth: Truth;
  claim: Claim;
  variant: Variant;
  values: FormValues;
  problems?: readonly Problem[];
  /** Results of a payer search that reloaded the page. */
  found?: { policies: readonly Policy[] };
}

/** The small renderers of boxes: each knows the values and which boxes to mark. */
function controls({ values, problems = [] }: FormPage) {
  const bad = new Set(problems.flatMap((p) => p.fields));
  const mark = (name: string) => (bad.has(name) ? html` class="errorField"` : NOTHING);
  const value = (name: string) => values[name] ?? '';
  return {
    value,
    mark,
    text: (name: string, size: number, more: { max?: number; readonly?: boolean; onchange?: string } = {}) =>
      html`<input type="text" name="${name}" size="${size}" maxlength="${more.max ?? 60}" value="${value(name)}"${mark(name)}${
        more.readonly ? html` readonly` : NOTHING
      }${more.onchange ? html` onchange="${more.onchange}"` : NOTHING}>`,
    radio: (name: string, choice: string, label: string) =>
      html`<span${mark(name)}><input type="radio" name="${name}" value="${choice}" ${value(name) === choice ? 'checked' : ''}>${label}</span> `,
    check: (name: string, label: string) =>
      html`<input type="checkbox" name="${name}" value="Y"${mark(name)} ${value(name) === 'Y' ? 'checked' : ''}>${label}`,
    select: (name: string, options: readonly (readonly [string, string])[], onchange = '') =>
      html`<select name="${name}"${mark(name)}${onchange ? html` onchange="${onchange}"` : NOTHING}>${options.map(
        ([key, words]) => html`<option value="${key}" ${value(name) === key ? 'selected' : ''}>${words}</option>`,
      )}</select>`,
  };
}

type Controls = ReturnType<typeof controls>;
const UPPER = { onchange: 'upper(this)' };
const DATE = { max: 10, onchange: 'tidyDate(this)' };
const MONEY = { max: 12, onchange: 'tidyMoney(this)' };

const cell = (span: number, label: string, content: Html) =>
  html`<td colspan="${span}"><span class="boxLabel">${label}</span>${content}</td>`;

const yesNo = (c: Controls, name: string) => html`${c.radio(name, 'YES', 'YES')}${c.radio(name, 'NO', 'NO')}`;

/** The rows of a payer search: one profile each, its insurance ID a link. */
export function profileResults(truth: Truth, policies: readonly Policy[], pick: 'fillProfile' | 'pickProfile'): Html {
  if (policies.length === 0) return html`<span class="errorText">No matching insurance profiles found.</span>`;
  return html`<table class="dataTable" style="width:900px"><tr><th>Insurance ID</th><th>Patient Name</th><th>Patient DOB</th><th>Insured Name</th>
<th>Relationship</th><th>Insurance</th><th>Group No</th></tr>${policies.map((policy, i) => {
    const patient = patientOf(truth, policy.patientId)?.person;
    return html`<tr class="${stripe(i)}"><td><a href="javascript:${pick}('${policy.id}')">${policy.insuranceId}</a></td>
<td>${patient ? fullName(patient) : ''}</td><td>${usDate(patient?.dob)}</td><td>${fullName(policy.insured)}</td><td>${policy.relationship}</td>
<td>${payerOf(truth, policy.payerId)?.name}</td><td>${policy.groupNo}</td></tr>`;
  })}</table>`;
}

/** The window that a popup search opens. */
export function searchWindow(truth: Truth, claim: Claim, payerId: string, lastName: string, found: Policy[]): Html {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html><head><title>NextGen Office - Payer Search</title><link rel="stylesheet" type="text/css" href="/electronic/pm/css/pm.css">
<script type="text/javascript" src="/electronic/pm/js/pm.js"></script></head><body><div id="content"><div id="pgTitle">Payer Search</div>
<form name="payer_search_form" method="get" action="/electronic/pm/action.do"><input type="hidden" name="ACTION_NAME" value="SECONDARY_PAYER_SEARCH">
<input type="hidden" name="MODE" value="popup"><input type="hidden" name="CLAIM_ID" value="${claim.id}">
<input type="hidden" name="SEC_PAYER_ID" value="${payerId}">${payerOf(truth, payerId)?.name ?? ''}
Last Name <input type="text" name="SEARCH_LAST_NAME" value="${lastName}"> <input type="submit" value="Search"></form><br>
<div id="payerSearchResults">${profileResults(truth, found, 'pickProfile')}</div>
<input type="button" value="Close" onclick="window.close()"></div></body></html>`;
}

const SEARCH_FUNCTION = { inline: 'searchInline()', popup: 'searchPopup()', reload: 'searchReload()' } as const;

function billTo(p: FormPage, c: Controls): Html {
  const payers = [...p.truth.payers].sort((a, b) => a.name.localeCompare(b.name)).map((x) => [x.id, x.name] as const);
  return html`<div class="section">Bill To</div>
<table cellpadding="2"><tr><td class="fieldName">Secondary Payer</td><td>${c.select(
    'SEC_PAYER_ID',
    [['', '-- Select Payer --'], ...payers],
    'payerChanged()',
  )}</td>
<td class="fieldName">Patient Last Name</td><td>${c.text('SEARCH_LAST_NAME', 20)}
<input type="button" name="SEARCH_PAYER" value="Search" onclick="${SEARCH_FUNCTION[p.variant.search]}"></td></tr></table>
<div id="payerSearchResults">${p.found ? profileResults(p.truth, p.found.policies, 'fillProfile') : NOTHING}</div>`;
}

function transmission(p: FormPage, c: Controls): Html {
  const older = p.variant.transmission === 'select';
  const control = older
    ? c.select('CLAIM_TRANSMISSION', [
        ['E', 'Electronically'],
        ['P', 'Print Locally'],
      ])
    : html`${c.radio('CLAIM_TRANSMISSION', 'E', 'Electronic')}${c.radio('CLAIM_TRANSMISSION', 'P', 'Print Locally on CMS-1500')}`;
  return html`<div class="section">${older ? 'Transmit Claim' : 'Claim Transmission'}</div>
<table cellpadding="2"><tr><td>${control}</td><td class="fieldName">Insurance Type</td><td>${c.select(
    'INSURANCE_TYPE_CODE',
    [['', ''], ...INSURANCE_TYPES],
  )}</td><td>${c.check('EOB_ATTACHED', 'EOB attached')}</td></tr></table>`;
}

const PROGRAMS = [
  ['MEDICARE', 'MEDICARE'],
  ['MEDICAID', 'MEDICAID'],
  ['TRICARE', 'TRICARE'],
  ['CHAMPVA', 'CHAMPVA'],
  ['GROUP', 'GROUP HEALTH PLAN'],
  ['FECA', 'FECA BLK LUNG'],
  ['OTHER', 'OTHER'],
] as const;

function patientBoxes(c: Controls): Html {
  const address = (prefix: 'PAT' | 'INS') => html`${c.text(`${prefix}_ADDR`, 34, UPPER)}`;
  const city = (prefix: 'PAT' | 'INS') =>
    html`${c.text(`${prefix}_CITY`, 20, UPPER)} ${c.text(`${prefix}_STATE`, 2, { max: 2, ...UPPER })} ${c.text(`${prefix}_ZIP`, 10, { max: 10 })} ${c.text(`${prefix}_PHONE`, 12, { max: 14 })}`;
  return html`<table class="hcfa"><tbody>
<tr>${cell(8, '1.', html`${PROGRAMS.map(([v, label]) => c.radio('INSURANCE_PROGRAM', v, label))}`)}
${cell(4, "1a. INSURED'S I.D. NUMBER", c.text('INSURED_ID', 29, { max: 29, ...UPPER }))}</tr>
<tr>${cell(4, "2. PATIENT'S NAME (Last Name, First Name, Middle Initial)", c.text('PAT_NAME', 34, UPPER))}
${cell(4, "3. PATIENT'S BIRTH DATE / SEX", html`${c.text('PAT_DOB', 10, DATE)} ${c.radio('PAT_SEX', 'M', 'M')}${c.radio('PAT_SEX', 'F', 'F')}`)}
${cell(4, "4. INSURED'S NAME (Last Name, First Name, Middle Initial)", c.text('INS_NAME', 34, UPPER))}</tr>
<tr>${cell(4, "5. PATIENT'S ADDRESS (No., Street)", address('PAT'))}
${cell(4, '6. PATIENT RELATIONSHIP TO INSURED', html`${['SELF', 'SPOUSE', 'CHILD', 'OTHER'].map((r) => c.radio('PAT_REL', r, r))}`)}
${cell(4, "7. INSURED'S ADDRESS (No., Street)", address('INS'))}</tr>
<tr>${cell(4, 'CITY / STATE / ZIP CODE / TELEPHONE', city('PAT'))}${cell(4, '8. RESERVED FOR NUCC USE', c.text('RESERVED_8', 20, { readonly: true }))}
${cell(4, 'CITY / STATE / ZIP CODE / TELEPHONE', city('INS'))}</tr>
<tr>${cell(4, "9. OTHER INSURED'S NAME (Last Name, First Name, Middle Initial)", c.text('OTHER_INS_NAME', 34, UPPER))}
${cell(4, "10. IS PATIENT'S CONDITION RELATED TO:", html`&nbsp;`)}
${cell(4, "11. INSURED'S POLICY GROUP OR FECA NUMBER", c.text('INS_GROUP_NO', 29, { max: 29, ...UPPER }))}</tr>
<tr>${cell(4, "9a. OTHER INSURED'S POLICY OR GROUP NUMBER", c.text('OTHER_INS_POLICY', 28, { max: 28, ...UPPER }))}
${cell(4, '10a. EMPLOYMENT? (Current or Previous)', yesNo(c, 'EMPLOYMENT'))}
${cell(4, "11a. INSURED'S DATE OF BIRTH / SEX", html`${c.text('INS_DOB', 10, DATE)} ${c.radio('INS_SEX', 'M', 'M')}${c.radio('INS_SEX', 'F', 'F')}`)}</tr>
<tr>${cell(4, '9b. RESERVED FOR NUCC USE', c.text('RESERVED_9B', 20, { readonly: true }))}
${cell(4, '10b. AUTO ACCIDENT? / PLACE (State)', html`${yesNo(c, 'AUTO_ACC')}${c.text('AUTO_STATE', 2, { max: 2, ...UPPER })}`)}
${cell(4, '11b. OTHER CLAIM ID (Designated by NUCC)', html`${c.text('OTHER_CLAIM_QUAL', 2, { max: 2 })} ${c.text('OTHER_CLAIM_ID', 24)}`)}</tr>
<tr>${cell(4, '9c. RESERVED FOR NUCC USE', c.text('RESERVED_9C', 20, { readonly: true }))}
${cell(4, '10c. OTHER ACCIDENT?', yesNo(c, 'OTHER_ACC'))}
${cell(4, '11c. INSURANCE PLAN NAME OR PROGRAM NAME', c.text('INS_PLAN_NAME', 34, UPPER))}</tr>
<tr>${cell(4, '9d. INSURANCE PLAN NAME OR PROGRAM NAME', c.text('OTHER_INS_PLAN', 34, UPPER))}
${cell(4, '10d. CLAIM CODES (Designated by NUCC)', c.text('CLAIM_CODES', 24, UPPER))}
${cell(4, '11d. IS THERE ANOTHER HEALTH BENEFIT PLAN?', html`${yesNo(c, 'ANOTHER_PLAN')} If yes, complete items 9, 9a and 9d.`)}</tr>
<tr>${cell(8, "12. PATIENT'S OR AUTHORIZED PERSON'S SIGNATURE / DATE", html`${c.text('PAT_SIGNATURE', 34)} ${c.text('PAT_SIGN_DATE', 10, DATE)}`)}
${cell(4, "13. INSURED'S OR AUTHORIZED PERSON'S SIGNATURE", c.text('INS_SIGNATURE', 34))}</tr>
</tbody></table>`;
}

const DIAGNOSES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'];

function conditionBoxes(c: Controls): Html {
  return html`<table class="hcfa"><tbody>
<tr>${cell(4, '14. DATE OF CURRENT ILLNESS, INJURY, or PREGNANCY (LMP) / QUAL.', html`${c.text('ILLNESS_DATE', 10, DATE)} ${c.text('ILLNESS_QUAL', 3, { max: 3 })}`)}
${cell(4, '15. OTHER DATE / QUAL.', html`${c.text('OTHER_DATE_QUAL', 3, { max: 3 })} ${c.text('OTHER_DATE', 10, DATE)}`)}
${cell(4, '16. DATES PATIENT UNABLE TO WORK IN CURRENT OCCUPATION', html`FROM ${c.text('UNABLE_FROM', 10, DATE)} TO ${c.text('UNABLE_TO', 10, DATE)}`)}</tr>
<tr>${cell(4, '17. NAME OF REFERRING PROVIDER OR OTHER SOURCE', html`${c.text('REF_QUAL', 2, { max: 2 })} ${c.text('REF_NAME', 28, UPPER)}`)}
${cell(4, '17a. / 17b. NPI', html`${c.text('REF_OTHER_ID', 14)} ${c.text('REF_NPI', 10, { max: 10 })}`)}
${cell(4, '18. HOSPITALIZATION DATES RELATED TO CURRENT SERVICES', html`FROM ${c.text('HOSP_FROM', 10, DATE)} TO ${c.text('HOSP_TO', 10, DATE)}`)}</tr>
<tr>${cell(8, '19. ADDITIONAL CLAIM INFORMATION (Designated by NUCC)', c.text('ADDITIONAL_INFO', 70, { max: 71 }))}
${cell(4, '20. OUTSIDE LAB? / $ CHARGES', html`${yesNo(c, 'OUTSIDE_LAB')}${c.text('LAB_CHARGES', 10, MONEY)}`)}</tr>
<tr>${cell(
    8,
    '21. DIAGNOSIS OR NATURE OF ILLNESS OR INJURY / ICD Ind.',
    html`ICD Ind. ${c.text('ICD_IND', 1, { max: 1 })}<br>${DIAGNOSES.map(
      (letter) => html`${letter}. ${c.text(`DIAG_${letter}`, 8, { max: 8, ...UPPER })} `,
    )}`,
  )}
${cell(4, '22. RESUBMISSION CODE / ORIGINAL REF. NO.', html`${c.text('RESUB_CODE', 2, { max: 1 })} ${c.text('ORIG_REF_NO', 18)}<br><span class="boxLabel">23. PRIOR AUTHORIZATION NUMBER</span>${c.text('PRIOR_AUTH', 28)}`)}</tr>
</tbody></table>`;
}

function serviceLine(c: Controls, n: number): Html {
  const money = { max: 12, onchange: `tidyMoney(this);recalcLine(${n})` };
  const adjustments = Array.from({ length: LINE_ADJUSTMENTS }, (_, i) => i + 1);
  return html`<tr><td>${n}</td><td>${c.text(`DOS_FROM_${n}`, 9, DATE)} ${c.text(`DOS_TO_${n}`, 9, DATE)}</td><td>${c.text(`POS_${n}`, 2, { max: 2 })}</td>
<td>${c.check(`EMG_${n}`, '')}</td><td>${c.text(`CPT_${n}`, 6, { max: 6 })} ${[1, 2, 3, 4].map((m) => c.text(`MOD${m}_${n}`, 2, { max: 2 }))}</td>
<td>${c.text(`DIAG_PTR_${n}`, 4, { max: 4 })}</td><td>${c.text(`CHARGE_${n}`, 9, money)}</td><td>${c.text(`UNITS_${n}`, 3, { max: 4 })}</td>
<td>${c.check(`EPSDT_${n}`, '')}</td><td>${c.text(`ID_QUAL_${n}`, 2, { max: 2 })}</td><td>${c.text(`REND_NPI_${n}`, 10, { max: 10 })}</td></tr>
<tr class="cobRow"><td>&nbsp;</td><td colspan="10">Primary Paid ${c.text(`PRI_PAID_${n}`, 8, money)}
Adjudication Date ${c.text(`PRI_ADJ_DATE_${n}`, 9, DATE)} ${adjustments.map(
    (k) =>
      html`Adj ${k} ${c.select(`ADJ_GRP_${n}_${k}`, [['', ''], ...GROUPS.map((g) => [g, g] as const)])}${c.text(
        `ADJ_RSN_${n}_${k}`,
        3,
        {
          max: 4,
          ...UPPER,
        },
      )}${c.text(`ADJ_AMT_${n}_${k}`, 8, money)} `,
  )} Balance ${c.text(`LINE_BAL_${n}`, 8, { readonly: true })}</td></tr>`;
}

function serviceLines(c: Controls): Html {
  return html`<table class="hcfaLines"><tr><th>24.</th><th>A. DATE(S) OF SERVICE<br>From / To</th><th>B.<br>PLACE</th><th>C.<br>EMG</th>
<th>D. PROCEDURES, SERVICES, OR SUPPLIES<br>CPT/HCPCS / MODIFIER</th><th>E. DIAGNOSIS<br>POINTER</th><th>F.<br>$ CHARGES</th><th>G. DAYS<br>OR UNITS</th>
<th>H.<br>EPSDT</th><th>I. ID.<br>QUAL.</th><th>J. RENDERING<br>PROVIDER ID. #</th></tr>
${Array.from({ length: LINES }, (_, i) => serviceLine(c, i + 1))}</table>`;
}

function closingBoxes(c: Controls): Html {
  return html`<table class="hcfa"><tbody>
<tr>${cell(3, '25. FEDERAL TAX I.D. NUMBER', html`${c.text('TAX_ID', 12, { max: 12 })} ${c.radio('TAX_ID_TYPE', 'SSN', 'SSN')}${c.radio('TAX_ID_TYPE', 'EIN', 'EIN')}`)}
${cell(2, "26. PATIENT'S ACCOUNT NO.", c.text('PAT_ACCT_NO', 14, { readonly: true }))}
${cell(2, '27. ACCEPT ASSIGNMENT?', yesNo(c, 'ACCEPT_ASSIGN'))}
${cell(2, '28. TOTAL CHARGE', html`$ ${c.text('TOTAL_CHARGE', 10, { readonly: true })}`)}
${cell(2, '29. AMOUNT PAID', html`$ ${c.text('AMOUNT_PAID', 10, MONEY)}`)}${cell(1, '30. Rsvd for NUCC', c.text('RESERVED_30', 4, { readonly: true }))}</tr>
<tr>${cell(4, '31. SIGNATURE OF PHYSICIAN OR SUPPLIER / DATE', html`${c.text('PHYS_SIGNATURE', 26)} ${c.text('PHYS_SIGN_DATE', 10, DATE)}`)}
${cell(4, '32. SERVICE FACILITY LOCATION INFORMATION', html`${c.text('FAC_NAME', 34)}<br>${c.text('FAC_ADDR', 40)}<br>a. ${c.text('FAC_NPI', 10, { max: 10 })} b. ${c.text('FAC_OTHER_ID', 14)}`)}
${cell(4, '33. BILLING PROVIDER INFO & PH #', html`${c.text('BILL_NAME', 34)} ${c.text('BILL_PHONE', 12)}<br>${c.text('BILL_ADDR', 40)}<br>a. ${c.text('BILL_NPI', 10, { max: 10 })} b. ${c.text('BILL_OTHER_ID', 14)}`)}</tr>
</tbody></table>`;
}

/** The secondary claim form: payer, transmission, the CMS-1500 boxes, Submit at the very bottom. */
export function formPage(p: FormPage): Html {
  const { truth, claim, problems = [] } = p;
  const c = controls(p);
  const warned = problems.length > 0 && problems.every((problem) => problem.warning);
  return page({
    title: 'Secondary Claim',
    patient: patientOf(truth, claim.patientId),
    body: html`${errorBox(problems.map(({ text, warning }) => ({ text, warning: warning === true })))}
${fieldTable([
  ['Claim ID', claim.id],
  ['Date of Service', usDate(claim.lines[0]?.from)],
  ['Primary Payer', payerName(truth, policyOf(truth, claim.primary))],
])}
<form name="secondary_claim_form" method="post" action="/electronic/pm/action.do">
<input type="hidden" name="ACTION_NAME" value="SECONDARY_CLAIM_SUBMIT"><input type="hidden" name="CLAIM_ID" value="${claim.id}">
<input type="hidden" name="MEMBER_ID" value="${claim.patientId}"><input type="hidden" name="POLICY_INFO_ID" value="${c.value('POLICY_INFO_ID')}">
<input type="hidden" name="PRIMARY_ICN" value="${claim.icn}"><input type="hidden" name="CROSSOVER_CONFIRMED" value="${warned ? 'Y' : ''}">
${billTo(p, c)}
${transmission(p, c)}
<div class="section">Health Insurance Claim Form (CMS-1500 02/12)</div>
${patientBoxes(c)}
${conditionBoxes(c)}
${serviceLines(c)}
${closingBoxes(c)}
<input type="submit" id="Submit" name="CREATE_CLAIM" value="${p.variant.button}" onclick="return confirmClaim()">
<input type="button" value="Cancel" onclick="goto_claim_history('${claim.patientId}')">
</form>`,
  });
}
