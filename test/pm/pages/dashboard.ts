import { usDate } from '../format';
import { fullName, type Patient, payerName, policiesOf, type Truth } from '../truth';
import { type Html, html, NOTHING, page, stripe } from './layout';

export const SEARCH_TYPES = ['Patient', 'Insured', 'All'] as const;
const PAGE_SIZE = 25;

/** Patients whose name, chart number, birth day or phone begins with `text`. */
export function findPatients(truth: Truth, text: string, type: string): Patient[] {
  const wanted = text.trim().toUpperCase();
  if (!wanted) return [];
  const matches = (words: string[]) => words.some((word) => word.toUpperCase().startsWith(wanted));
  return truth.patients.filter((patient) => {
    const p = patient.person;
    const own = matches([fullName(p), patient.chart, usDate(p.dob), p.phone]);
    const insured = policiesOf(truth, patient.id).some((policy) =>
      matches([fullName(policy.insured), policy.insuranceId]),
    );
    if (type === 'Insured') return insured;
    return type === 'All' ? own || insured : own;
  });
}

function results(truth: Truth, found: Patient[], from: number): Html {
  if (found.length === 0) return html`<p>No patients found.</p>`;
  const shown = found.slice(from, from + PAGE_SIZE);
  const next = from + PAGE_SIZE < found.length;
  return html`<table class="dataTable"><tr><th>Chart</th><th>Patient Name</th><th>DOB</th><th>SSN</th><th>Home Phone</th>
<th>Primary Insurance</th><th>Insured ID</th><th>Account Status</th></tr>
${shown.map((patient, i) => {
  const policies = policiesOf(truth, patient.id);
  const primary = policies.find((p) => p.rank === 'Primary' && !p.archived);
  return html`<tr class="${stripe(i)}"><td><a href="/electronic/pm/patient_chart.jsp?MEMBER_ID=${patient.id}">${patient.chart}</a></td>
<td>${fullName(patient.person)}</td><td>${usDate(patient.person.dob)}</td><td>${patient.ssn}</td><td>${patient.person.phone}</td>
<td>${payerName(truth, primary)}</td><td>${primary?.insuranceId ?? ''}</td><td>${patient.active ? 'Active' : 'Inactive'}</td></tr>`;
})}</table>
<p>${from + 1} - ${from + shown.length} of ${found.length}
${next ? html`<a id="next" href="javascript:submit_next_page('${from + PAGE_SIZE}')">Next</a>` : NOTHING}</p>`;
}

/** The first page after login: the patient search, with its results when something was searched. */
export function dashboardPage(truth: Truth, search?: { text: string; type: string; from: number }): Html {
  const chosen = search?.type ?? 'Patient';
  return page({
    title: search ? 'Patient Search Results' : 'Dashboard',
    body: html`<form name="search_form" method="post" action="/electronic/pm/action.do">
<input type="hidden" name="ACTION_NAME" value="PATIENT_SEARCH"><input type="hidden" name="PAGE" value="0">
Search <select name="SEARCH_TYPE">${SEARCH_TYPES.map(
      (type) => html`<option value="${type}" ${type === chosen ? 'selected' : ''}>${type}</option>`,
    )}</select>
<input type="text" name="SEARCH_TEXT" size="30" value="${search?.text ?? ''}"> <input type="submit" name="GO" value="Search">
</form>
<p><a href="/electronic/pm/action.do?ACTION_NAME=ERA_LIST">ERA Files</a></p>
${search ? results(truth, findPatients(truth, search.text, search.type), search.from) : html`<p>Enter a name, chart number, date of birth or phone number.</p>`}`,
  });
}
