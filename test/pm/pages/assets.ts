/** The one style sheet of the PM. */
export const CSS = `
body { margin: 0; font-family: Verdana, Arial, sans-serif; font-size: 11px; color: #000; background: #fff; }
a { color: #003399; }
#topBar { background: #2b5797; color: #fff; padding: 4px 8px; }
#topBar td { color: #fff; font-size: 11px; }
#topBar .brand { font-size: 15px; font-weight: bold; }
#topBar a { color: #fff; text-decoration: none; }
#menuBar { background: #c9d7ea; border-bottom: 1px solid #7f9db9; padding: 3px 8px; }
#menuBar a { margin-right: 14px; color: #13305c; text-decoration: none; font-weight: bold; }
#content { padding: 8px; }
#pgTitle { font-size: 14px; font-weight: bold; color: #2b5797; margin: 0 0 6px; }
#patientInfo { background: #fff7d6; border: 1px solid #d8c67a; padding: 4px 6px; margin-bottom: 8px; }
#patientInfo td { padding: 0 14px 0 0; font-size: 11px; }
table.dataTable { border-collapse: collapse; width: 100%; margin-bottom: 10px; }
table.dataTable th { background: #dfe8f4; border: 1px solid #9fb4cf; padding: 2px 4px; text-align: left; font-size: 11px; }
table.dataTable td { border: 1px solid #c3cfdf; padding: 2px 4px; vertical-align: top; font-size: 11px; }
tr.datacell2, tr.dataRow2 { background: #eef3fa; }
td.money, th.money { text-align: right; }
td.dataTotal { text-align: right; font-weight: bold; }
td.fieldName { font-weight: bold; color: #333; white-space: nowrap; padding-right: 6px; }
.errorText { color: #cc0000; font-weight: bold; display: block; }
.warnText { color: #8a5a00; font-weight: bold; display: block; }
.messageText { color: #006600; font-weight: bold; }
#errorMessage { border: 1px solid #cc0000; background: #ffecec; padding: 4px 8px; margin-bottom: 8px; }
.errorField { border: 2px solid #cc0000 !important; background: #fff0f0; }
.disabledLink { color: #999; }
.button, input[type=submit], input[type=button] { font-family: Verdana, Arial, sans-serif; font-size: 11px; }
input[type=text], select { font-family: Verdana, Arial, sans-serif; font-size: 11px; border: 1px solid #7f9db9; padding: 0 2px; }
input[readonly] { background: #eee; }
table.hcfa { border-collapse: collapse; width: 1120px; table-layout: fixed; margin-bottom: 8px; }
table.hcfa > tbody > tr > td { border: 1px solid #b03030; padding: 1px 4px 3px; vertical-align: top; font-size: 10px; }
.boxLabel { display: block; color: #b03030; font-size: 9px; }
table.hcfaLines { border-collapse: collapse; width: 1120px; margin-bottom: 8px; }
table.hcfaLines td, table.hcfaLines th { border: 1px solid #b03030; padding: 1px 2px; font-size: 9px; white-space: nowrap; }
table.hcfaLines th { color: #b03030; font-weight: normal; background: #fdf3f3; }
tr.cobRow td { background: #f6f6ea; }
.section { background: #2b5797; color: #fff; font-weight: bold; padding: 2px 6px; margin: 8px 0 4px; width: 1108px; }
#footer { color: #777; font-size: 10px; padding: 6px 8px; border-top: 1px solid #ccc; margin-top: 12px; }
@media print { #topBar, #menuBar, #footer, .noPrint { display: none; } }
`;

/** The one script of the PM, written as such scripts were: page globals called by inline handlers. */
export const JS = `
function byName(name) { return document.forms['secondary_claim_form'].elements[name]; }
function goAction(action, fields) {
  var form = document.forms['nav_form'], name, input;
  form.elements['ACTION_NAME'].value = action;
  for (name in fields) {
    input = form.elements[name];
    if (!input) {
      input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      form.appendChild(input);
    }
    input.value = fields[name];
  }
  HTMLFormElement.prototype.submit.call(form);
}
function goto_claim_history(member) { goAction('CLAIM_HISTORY', { MEMBER_ID: member }); }
function goto_patient_chart(member) { window.location.href = '/electronic/pm/patient_chart.jsp?MEMBER_ID=' + member; }
function goto_insurance_information(member) { goAction('INSURANCE_INFORMATION', { MEMBER_ID: member }); }
function insurance_edit(policy, member) { goAction('INSURANCE_INFORMATION', { POLICY_INFO_ID: policy, MEMBER_ID: member }); }
function pchart_verify_insurance(rank) { alert(rank + ' insurance: eligibility is not available here.'); }
function open_ledger(claim) { goAction('CHARGE_LEDGER', { CLAIM_ID: claim }); }
function create_cob(claim) { goAction('SECONDARY_CLAIM', { CLAIM_ID: claim }); }
function edit_posting(claim, line) { goAction('PAYMENT_POSTING', { CLAIM_ID: claim, LINE: line }); }
function submit_next_page(page) {
  var form = document.forms['search_form'];
  form.elements['PAGE'].value = page;
  HTMLFormElement.prototype.submit.call(form);
}
function upper(box) { box.value = box.value.toUpperCase(); }
function tidyMoney(box) {
  var text = box.value.replace(/[$,\\s]/g, '');
  if (/^-?\\d+$/.test(text)) text = text + '.00';
  if (/^-?\\d+\\.\\d$/.test(text)) text = text + '0';
  box.value = text;
}
function tidyDate(box) {
  var part = /^(\\d{1,2})\\/(\\d{1,2})\\/(\\d{4})$/.exec(box.value);
  if (part) box.value = ('0' + part[1]).slice(-2) + '/' + ('0' + part[2]).slice(-2) + '/' + part[3];
}
function cents(box) {
  var part = /^(-?)(\\d+)\\.(\\d\\d)$/.exec(box ? box.value : '');
  return part ? (part[1] ? -1 : 1) * (Number(part[2]) * 100 + Number(part[3])) : 0;
}
function recalcLine(line) {
  var left = cents(byName('CHARGE_' + line)) - cents(byName('PRI_PAID_' + line)), i;
  for (i = 1; i <= 3; i++) left = left - cents(byName('ADJ_AMT_' + line + '_' + i));
  var text = ('00' + Math.abs(left)).slice(-3);
  text = String(Math.abs(left)).slice(0, -2).replace(/^$/, '0') + '.' + text.slice(-2);
  byName('LINE_BAL_' + line).value = (left < 0 ? '-' : '') + text;
}
function payerChanged() {
  var results = document.getElementById('payerSearchResults');
  if (results) results.innerHTML = '';
  byName('POLICY_INFO_ID').value = '';
}
function searchTerms() {
  var payer = byName('SEC_PAYER_ID').value, last = byName('SEARCH_LAST_NAME').value;
  if (!payer) { alert('Select a secondary payer first.'); return null; }
  if (!last) { alert('Enter the last name of the patient.'); return null; }
  return '&SEC_PAYER_ID=' + encodeURIComponent(payer) + '&SEARCH_LAST_NAME=' + encodeURIComponent(last) +
    '&CLAIM_ID=' + encodeURIComponent(byName('CLAIM_ID').value);
}
function ask(query, done) {
  var request = new XMLHttpRequest();
  request.open('GET', '/electronic/pm/action.do?' + query, true);
  request.onreadystatechange = function () {
    if (request.readyState === 4) done(request);
  };
  request.send(null);
}
function searchInline() {
  var terms = searchTerms(), results = document.getElementById('payerSearchResults');
  if (!terms) return;
  results.innerHTML = 'Searching...';
  ask('ACTION_NAME=SECONDARY_PAYER_SEARCH&MODE=inline' + terms, function (request) {
    results.innerHTML = request.status === 200 ? request.responseText
      : '<span class="errorText">The search could not be completed.</span>';
  });
}
function searchPopup() {
  var terms = searchTerms();
  if (terms) {
    window.open('/electronic/pm/action.do?ACTION_NAME=SECONDARY_PAYER_SEARCH&MODE=popup' + terms, 'payerSearch',
      'width=760,height=480,scrollbars=yes');
  }
}
function searchReload() {
  if (!searchTerms()) return;
  byName('ACTION_NAME').value = 'SECONDARY_PAYER_SEARCH';
  HTMLFormElement.prototype.submit.call(document.forms['secondary_claim_form']);
}
function fillProfile(policy) {
  var form = document.forms['secondary_claim_form'];
  ask('ACTION_NAME=INSURANCE_PROFILE_DATA&POLICY_INFO_ID=' + policy + '&CLAIM_ID=' + byName('CLAIM_ID').value,
    function (request) {
      if (request.status !== 200) { alert('The profile could not be loaded.'); return; }
      var values, name, i, box;
      try { values = JSON.parse(request.responseText); } catch (e) { alert('The profile could not be loaded.'); return; }
      for (name in values) {
        box = form.elements[name];
        if (!box) continue;
        if (box.length && !box.options) {
          for (i = 0; i < box.length; i++) box[i].checked = box[i].value === values[name];
        } else {
          box.value = values[name];
        }
      }
    });
}
function pickProfile(policy) {
  if (window.opener) { window.opener.fillProfile(policy); window.close(); }
}
function confirmClaim() { return confirm('Create this claim and send it to the secondary payer?'); }
function confirmPosting() { return confirm('Save the changes to this posting?'); }
function confirmInsurance() { return confirm('Save the changes to this insurance profile?'); }
`;

/** The pictures, drawn: a grey one where the action is not allowed. */
export function button(label: string, allowed: boolean): string {
  const [fill, ink] = allowed ? ['#2b5797', '#fff'] : ['#e4e4e4', '#aaa'];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="38" height="16"><rect width="38" height="16" rx="3" fill="${fill}"/><text x="19" y="12" font-family="Verdana" font-size="10" font-weight="bold" fill="${ink}" text-anchor="middle">${label}</text></svg>`;
}
