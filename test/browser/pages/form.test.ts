import { describe, expect, it } from 'vitest';
import type { ClaimForm } from '../../../lib/claim/form';
import type { PageSnapshot } from '../../../lib/claim/page';
import { FORM_PATHS } from '../../../lib/pages/form';
import { handles, show } from './page';

const snap = (html: string): PageSnapshot => show(`<form>${html}</form>`, 'claim-form');
const form = (html: string): ClaimForm => snap(html).form as ClaimForm;
const values = (f: ClaimForm) => Object.fromEntries(f.boxes.map((b) => [b.box, b.value]));
const box = (f: ClaimForm, id: string) => f.boxes.find((b) => b.box === id);

/** The upper part of a CMS-1500 as a table: label above the control, in one cell. */
const UPPER = `<table>
  <tr><td>1. MEDICARE <input type="checkbox" name="T" value="MCARE"> MEDICAID <input type="checkbox" name="T" value="MCAID"> GROUP <input type="checkbox" name="T" value="GROUP" checked></td>
  <td>1a. INSURED'S I.D. NUMBER<br><input name="INS_ID" value="LM44108221" maxlength="29"></td></tr>
  <tr><td>2. PATIENT'S NAME (Last Name, First Name, Middle Initial)<br><input name="PAT_NAME" value="OKAFOR, DENISE M"></td>
  <td>3. PATIENT'S BIRTH DATE<br><input name="M" size="2" maxlength="2" value="03"><input name="D" maxlength="2" value="04"><input name="Y" maxlength="4" value="1950">
    SEX M<input type="radio" name="SEX" value="M"> F<input type="radio" name="SEX" value="F" checked></td>
  <td>4. INSURED'S NAME<br><input name="INSURED_NAME" value=""></td></tr>
  <tr><td>5. PATIENT'S ADDRESS (No., Street)<br><input name="PAT_STREET" value="12 ELM ST"></td>
  <td>6. PATIENT RELATIONSHIP TO INSURED<br><label><input type="radio" name="REL" value="18">Self</label><label><input type="radio" name="REL" value="01" checked>Spouse</label><label><input type="radio" name="REL" value="19">Child</label></td>
  <td>7. INSURED'S ADDRESS (No., Street)<br><input name="INS_STREET" value="12 ELM STREET"></td></tr>
  <tr><td>CITY<input name="PAT_CITY" value="AUSTIN"> STATE <input name="PAT_STATE" value="TX"></td><td>8. RESERVED FOR NUCC USE</td><td>CITY<input name="INSURED_CITY" value="DALLAS"> STATE <select name="INSURED_STATE"><option></option><option selected>TX</option></select></td></tr>
  <tr><td>9. OTHER INSURED'S NAME<br><input value="X"></td><td>10. IS PATIENT'S CONDITION RELATED TO:</td><td>11. INSURED'S POLICY GROUP OR FECA NUMBER<br><input value="G7"></td></tr>
  <tr><td>9a. OTHER INSURED'S POLICY OR GROUP NUMBER<br><input value="P9"></td><td>10a. EMPLOYMENT? <input type="radio" name="E" value="Y">YES <input type="radio" name="E" value="N" checked>NO</td>
  <td>11a. INSURED'S DATE OF BIRTH<br><input value="01/02/1949"> SEX <input type="radio" name="ISEX" value="M">M <input type="radio" name="ISEX" value="F">F</td></tr>
  <tr><td>9d. INSURANCE PLAN NAME OR PROGRAM NAME<br><input value="PLAN A"></td><td>10b. AUTO ACCIDENT? <input type="checkbox" name="AY">YES <input type="checkbox" name="AN" checked>NO PLACE (State) <input name="AST" value=""></td>
  <td>11c. INSURANCE PLAN NAME OR PROGRAM NAME<br><input value="PLAN B"></td></tr>
  <tr><td colspan="2">12. PATIENT'S OR AUTHORIZED PERSON'S SIGNATURE <input value="SOF"></td><td>11d. IS THERE ANOTHER HEALTH BENEFIT PLAN?<br><input type="radio" name="D11" value="Y">YES <input type="radio" name="D11" value="N">NO</td></tr></table>`;

const line = (
  n: number,
) => `<tr><td>${n}</td><td><input value="02/24/2026"></td><td><input value="02/24/2026"></td><td><input value="11"></td>
  <td><input value="9921${n}"><input value="25"><input></td><td><input value="A"></td><td><input value="${n}00.00"></td><td><input value="1"></td></tr>`;
const LINES = `<table><tr><td></td><td colspan="2">24A. DATE(S) OF SERVICE</td><td>24B</td><td>24D. PROCEDURES, SERVICES, OR SUPPLIES CPT/HCPCS | MODIFIER</td><td>24E. DIAGNOSIS POINTER</td><td>24F. $ CHARGES</td><td>24G. DAYS OR UNITS</td></tr>
  <tr><td></td><td>From</td><td>To</td><td></td><td></td><td></td><td></td><td></td></tr>${line(1)}${line(2)}</table>`;
const PRIMARY = `<table><tr><th>Line</th><th>Primary Paid</th><th>Adjudication Date</th><th>Grp</th><th>Rsn</th><th>Amt</th><th>Grp</th><th>Rsn</th><th>Amt</th></tr>
  <tr><td>1</td><td><input value="80.00"></td><td><input value="03/10/2026"></td><td><select><option>CO</option></select></td><td><input value="45"></td><td><input value="20.00"></td><td><select><option></option></select></td><td><input></td><td><input></td></tr>
  <tr><td>2</td><td><input></td><td><input></td><td><select><option></option></select></td><td><input></td><td><input></td><td><select><option></option></select></td><td><input></td><td><input></td></tr></table>`;
const SEARCH = `<div><label for="p">Secondary Payer</label><select id="p"><option value="">Select</option><option value="7" selected>LARKSPUR MUTUAL</option></select>
  <label>Patient Last Name <input name="LAST_NAME" value="OKAFOR"></label><input type="button" value="Search"></div>`;
const SEND = `<div>Claim Transmission <input type="radio" name="TX" value="E" checked>Electronic <input type="radio" name="TX" value="P">Print Locally on CMS-1500</div><input type="submit" value="Submit">`;

describe('the claim form', () => {
  it('gives each control its box by the printed number', () => {
    const f = form(SEARCH + UPPER + LINES + PRIMARY + SEND);
    expect(values(f)).toEqual({
      payer: '7',
      '1': 'GROUP',
      '1a': 'LM44108221',
      '2': 'OKAFOR, DENISE M',
      '3': '03/04/1950',
      '3.sex': 'F',
      '4': '',
      '5.street': '12 ELM ST',
      '6': '01',
      '7.street': '12 ELM STREET',
      '5.city': 'AUSTIN',
      '5.state': 'TX',
      '7.city': 'DALLAS',
      '7.state': 'TX',
      '9': 'X',
      '11': 'G7',
      '9a': 'P9',
      '10a': 'N',
      '11a': '01/02/1949',
      '11a.sex': '',
      '9d': 'PLAN A',
      '10b': 'no',
      '10b.state': '',
      '11c': 'PLAN B',
      '12': 'SOF',
      '11d': '',
      transmission: 'E',
      ...Object.fromEntries(
        [1, 2].flatMap((n) => [
          [`24.${n}.A.from`, '02/24/2026'],
          [`24.${n}.A.to`, '02/24/2026'],
          [`24.${n}.B`, '11'],
          [`24.${n}.D`, `9921${n}`],
          [`24.${n}.mod1`, '25'],
          [`24.${n}.mod2`, ''],
          [`24.${n}.E`, 'A'],
          [`24.${n}.F`, `${n}00.00`],
          [`24.${n}.G`, '1'],
        ]),
      ),
      '24.1.paid': '80.00',
      '24.1.adjDate': '03/10/2026',
      '24.1.adj1.group': 'CO',
      '24.1.adj1.reason': '45',
      '24.1.adj1.amount': '20.00',
      '24.1.adj2.group': '',
      '24.1.adj2.reason': '',
      '24.1.adj2.amount': '',
      '24.2.paid': '',
      '24.2.adjDate': '',
      '24.2.adj1.group': '',
      '24.2.adj1.reason': '',
      '24.2.adj1.amount': '',
      '24.2.adj2.group': '',
      '24.2.adj2.reason': '',
      '24.2.adj2.amount': '',
    });
  });

  it('makes one box of a choice and of a date in three parts, and registers their parts', () => {
    const f = form(UPPER);
    expect(box(f, '6')).toMatchObject({
      control: 'radio',
      value: '01',
      shown: 'Spouse',
      options: [
        { value: '18', label: 'Self' },
        { value: '01', label: 'Spouse' },
        { value: '19', label: 'Child' },
      ],
    });
    expect(handles.get('form/6/19')).toBe(document.querySelector('[name=REL][value="19"]'));
    expect(handles.get('form/6')).toBe(document.querySelector('[name=REL]'));
    expect(box(f, '10b')).toMatchObject({
      control: 'checkbox',
      value: 'no',
      shown: 'NO',
      options: [
        { value: 'yes', label: 'YES' },
        { value: 'no', label: 'NO' },
      ],
    });
    expect(box(f, '3')).toMatchObject({ control: 'text', value: '03/04/1950' });
    expect(['mm', 'dd', 'yy'].map((part) => handles.get(`form/3#${part}`)?.getAttribute('name'))).toEqual([
      'M',
      'D',
      'Y',
    ]);
    expect(box(f, '1a')).toMatchObject({ maxLength: 29, place: { path: 'form/1a', label: 'Box 1a' } });
  });

  it('reads labels in a row above, in a cell to the left, and in the markup', () => {
    const above = form(
      `<table><tr><td>1a. INSURED'S I.D. NUMBER</td><td>2. PATIENT'S NAME</td></tr><tr><td><input value="a"></td><td><input value="b"></td></tr></table>`,
    );
    const left = form(
      `<table><tr><td>1a. Insured's ID</td><td><input value="a"></td><td>2. Patient's name</td><td><input value="b"></td></tr></table>`,
    );
    const markup = form(
      `<label for="x">1a. Insured's I.D.</label><input id="x" value="a"><input aria-label="Box 2 Patient's name" value="b">`,
    );
    const spans = form(
      `<div class="box"><span>1a</span><span>Insured's ID</span><input value="a"></div><div class="box"><span>2</span><span>Patient's name</span><input value="b"></div>`,
    );
    for (const f of [above, left, markup, spans]) expect(values(f)).toEqual({ '1a': 'a', '2': 'b' });
  });

  it('falls back on the words of a label where no number is printed', () => {
    const f = form(
      `<label>Insured's ID number <input value="a"></label><p>Other insured's name <input value="b"></p><label>Amount paid <input value="1.00"></label><label>City <input value="?"></label>`,
    );
    expect(values(f)).toEqual({ '1a': 'a', '9': 'b', '29': '1.00' });
  });

  it('shares a label over several controls by its parts', () => {
    const cell = (label: string, inside: string) => `<td><span>${label}</span>${inside}</td>`;
    const f = form(`<table><tr>
      ${cell("3. PATIENT'S BIRTH DATE / SEX", '<input maxlength="10" value="03/04/1950"> <input type="radio" name="S" value="M">M<input type="radio" name="S" value="F" checked>F')}
      ${cell('10b. AUTO ACCIDENT? / PLACE (State)', '<input type="radio" name="A" value="YES">YES<input type="radio" name="A" value="NO" checked>NO<input maxlength="2" value="TX">')}
      ${cell('15. OTHER DATE / QUAL.', '<input maxlength="3" value="454"> <input maxlength="10" value="02/01/2026">')}
      ${cell('17a. / 17b. NPI', '<input maxlength="14" value="OB1"> <input maxlength="10" value="1234567893">')}
      ${cell('31. SIGNATURE OF PHYSICIAN OR SUPPLIER / DATE', '<input value="HAYES"> <input maxlength="10" value="03/20/2026">')}
      ${cell('32. SERVICE FACILITY LOCATION INFORMATION', '<input value="LAKESIDE"><br><input value="400 HARBOR RD"><br>a. <input maxlength="10" value="1234567893"> b. <input>')}
      ${cell('22. RESUBMISSION CODE / ORIGINAL REF. NO.', '<input maxlength="1" value="7"> <input value="ICN9"><br><span>23. PRIOR AUTHORIZATION NUMBER</span><input value="PA1">')}
      ${cell('1.', '<span><input type="radio" name="T" value="MC">MEDICARE</span> <span><input type="radio" name="T" value="GR" checked>GROUP HEALTH PLAN</span>')}
      </tr></table>`);
    expect(values(f)).toEqual({
      '3': '03/04/1950',
      '3.sex': 'F',
      '10b': 'NO',
      '10b.state': 'TX',
      '15': '02/01/2026',
      '17a': 'OB1',
      '17b': '1234567893',
      '31': 'HAYES',
      '31.date': '03/20/2026',
      '32': 'LAKESIDE',
      '32a': '1234567893',
      '22': '7',
      '22.ref': 'ICN9',
      '23': 'PA1',
      '1': 'GR',
    });
  });

  it('takes no list for an amount where adjustments stand behind one label', () => {
    const group = '<select><option></option><option>CO</option><option>PR</option></select>';
    const adjustments = [1, 2].map((k) => `Adj ${k} ${group}<input maxlength="4"><input maxlength="12">`).join(' ');
    const f = form(
      `<table><tr><th>24.</th><th>F.<br>$ CHARGES</th><th>G. DAYS<br>OR UNITS</th></tr><tr><td>1</td><td><input value="100.00"></td><td><input value="1"></td></tr>
      <tr><td>&nbsp;</td><td colspan="2">Primary Paid <input value="80.00"> Adjudication Date <input value="03/10/2026"> ${adjustments} Balance <input readonly></td></tr></table>`,
    );
    expect(f.boxes.map(({ box: id, control }) => [id, control])).toEqual([
      ['24.1.F', 'text'],
      ['24.1.G', 'text'],
      ['24.1.paid', 'text'],
      ['24.1.adjDate', 'text'],
      ...[1, 2].flatMap((k) => [
        [`24.1.adj${k}.group`, 'select'],
        [`24.1.adj${k}.reason`, 'text'],
        [`24.1.adj${k}.amount`, 'text'],
      ]),
    ]);
  });

  it('reads what remains for the patient, and a date of the whole claim, where the form has them', () => {
    const f = form(
      `<div>Claim Adjudication Date <input value="03/10/2026"></div><div>Remaining Patient Liability <input value="37.27"></div>
      <table><tr><th>24.</th><th>F.<br>$ CHARGES</th><th>Adjudication Date</th><th>Remaining Patient Liability</th></tr>
      <tr><td>1</td><td><input value="100.00"></td><td><input value="03/11/2026"></td><td><input value="24.60"></td></tr>
      <tr><td>2</td><td><input value="50.00"></td><td><input value=""></td><td><input value=""></td></tr></table>`,
    );
    expect(values(f)).toMatchObject({
      adjDate: '03/10/2026',
      eaf: '37.27',
      '24.1.adjDate': '03/11/2026',
      '24.1.eaf': '24.60',
      '24.2.eaf': '',
    });
  });

  it('uses neither of two controls that claim one box, and says so', () => {
    const s = snap(
      `<label>1a. Insured's ID <input value="a"></label><label>1a. Insured's ID <input value="b"></label><label>2. Patient's name <input value="c"></label>`,
    );
    expect(values(s.form as ClaimForm)).toEqual({ '2': 'c' });
    expect(s.problems).toEqual([
      { kind: 'unreadable', text: 'Box 1a stands on the form twice. It is left alone.', path: 'form/1a' },
    ]);
  });

  it('uses no box whose number and words disagree', () => {
    expect(values(form(`<label>9a. Insured's ID <input value="a"></label>`))).toEqual({});
  });

  it('does not take other numbers for box numbers', () => {
    expect(
      values(
        form(
          '<p>12 visits left <input value="a"></p><p>2 of 3 <input value="b"></p><p>10/12/2026 <input value="c"></p>',
        ),
      ),
    ).toEqual({});
  });

  it.each([
    ['', 'open'],
    ['disabled', 'disabled'],
    ['readonly', 'read-only'],
    ['style="display:none"', 'hidden'],
    ['style="visibility:hidden"', 'hidden'],
    ['style="opacity:0.01"', 'hidden'],
    ['style="width:1px;height:1px;padding:0;border:0"', 'hidden'],
    ['style="position:absolute;left:-9999px"', 'off-screen'],
    ['aria-disabled="true"', 'disabled'],
  ])('knows that a box with %s is %s', (attribute, state) => {
    expect(box(form(`<label>1a. Insured's ID <input ${attribute} value="a"></label>`), '1a')?.state).toBe(state);
  });

  it('knows boxes of a disabled or folded part of the form', () => {
    expect(box(form(`<fieldset disabled><label>1a. Insured's ID <input></label></fieldset>`), '1a')?.state).toBe(
      'disabled',
    );
    expect(
      box(form(`<div style="height:0;overflow:hidden"><label>1a. Insured's ID <input></label></div>`), '1a')?.state,
    ).toBe('hidden');
    expect(box(form(`<div inert><label>1a. Insured's ID <input></label></div>`), '1a')?.state).toBe('hidden');
  });

  it('says which boxes the biller touched', () => {
    const html = `<form><label>1a. Insured's ID <input id="t"></label><label>2. Patient's name <input></label></form>`;
    const f = show(html, 'claim-form', { touched: (el) => el.getAttribute('id') === 't' }).form as ClaimForm;
    expect(f.boxes.map((b) => [b.box, b.touched])).toEqual([
      ['1a', true],
      ['2', false],
    ]);
  });

  it('finds the payer search, the transmission and the button that sends', () => {
    const f = form(SEARCH + UPPER + SEND);
    expect(f.search).toEqual({
      payers: [{ value: '7', label: 'LARKSPUR MUTUAL' }],
      payer: '7',
      lastName: 'OKAFOR',
      state: 'none',
      hits: [],
      message: '',
    });
    expect(f.transmission).toEqual({
      value: 'E',
      options: [
        { value: 'E', label: 'Electronic', means: 'electronic' },
        { value: 'P', label: 'Print Locally on CMS-1500', means: 'paper' },
      ],
    });
    expect(f.submitLabel).toBe('Submit');
    expect([
      handles.get(FORM_PATHS.payer)?.id,
      handles.get(FORM_PATHS.lastName)?.getAttribute('name'),
      handles.get(FORM_PATHS.search)?.getAttribute('value'),
      handles.get(FORM_PATHS.submit)?.getAttribute('value'),
    ]).toEqual(['p', 'LAST_NAME', 'Search', 'Submit']);
  });

  it('reads what the search found', () => {
    const hits = `<table><tr><th>Insurance ID</th><th>Name</th><th>DOB</th><th>Payer</th><th>Group</th></tr>
      <tr><td><a href="javascript:pick(1)">LM44108221</a></td><td>OKAFOR, DENISE M</td><td>03/04/1950</td><td>LARKSPUR MUTUAL</td><td>G7</td></tr>
      <tr><td><a href="javascript:pick(2)">LM44108222</a></td><td>OKAFOR, PAUL</td><td>13/04/1950</td><td>LARKSPUR MUTUAL</td><td></td></tr></table>`;
    const { search } = form(SEARCH + hits + UPPER);
    expect(search.state).toBe('done');
    expect(search.hits).toEqual([
      {
        insuranceId: 'LM44108221',
        name: 'OKAFOR, DENISE M',
        dob: '1950-03-04',
        payer: 'LARKSPUR MUTUAL',
        group: 'G7',
        path: 'search/hit/LM44108221',
      },
      { insuranceId: 'LM44108222', name: 'OKAFOR, PAUL', payer: 'LARKSPUR MUTUAL', path: 'search/hit/LM44108222' },
    ]);
    expect(handles.get('search/hit/LM44108222')?.textContent).toBe('LM44108222');
    const none = form(`${SEARCH}<p>No records found for OKAFOR.</p>${UPPER}`).search;
    expect([none.state, none.message]).toEqual(['done', 'No records found for OKAFOR.']);
    expect(form(`${SEARCH}<p>Searching...</p>`).search.state).toBe('busy');
    expect(form(`${SEARCH}<p>No matching insurance profiles found.</p>`).search.state).toBe('done');
    for (const words of ['The search could not be completed.', 'Your session has expired. Please log in again.'])
      expect(form(`${SEARCH}<p>${words}</p>`).search).toMatchObject({ state: 'failed', message: words });
  });

  it('reads the result in a popup, as a table or a list', () => {
    const list = show(
      '<h1>Insurance Search</h1><ul><li><a href="#">W100200300</a> OKAFOR, DENISE 03/04/1950</li><li><a href="#">W100200300</a> OKAFOR, PAUL 01/02/1949</li></ul>',
      'payer-search',
    ).search;
    expect(list?.hits.map((h) => [h.insuranceId, h.name, h.dob, h.path])).toEqual([
      ['W100200300', 'OKAFOR, DENISE', '1950-03-04', 'search/hit/W100200300'],
      ['W100200300', 'OKAFOR, PAUL', '1949-01-02', 'search/hit/W100200300#2'],
    ]);
  });

  it('reads refusals with the boxes they name', () => {
    const html = `<div id="errorMessage"><ul><li>Box 11d: answer Yes or No.</li><li>Insured's ID is required</li><li>Line 2: adjudication date is missing</li></ul></div>${UPPER}${LINES}`;
    const s = snap(html);
    expect(s.form?.messages.map((m) => [m.text, m.box])).toEqual([
      ['Box 11d: answer Yes or No.', '11d'],
      ["Insured's ID is required", '1a'],
      ['Line 2: adjudication date is missing', '24.2.adjDate'],
    ]);
    expect(s.messages).toEqual(s.form?.messages);
    expect(handles.get('messages/1')).toBeDefined();
  });

  it('reads an error beside its box, an alert, and red text', () => {
    const beside = form(
      `<table><tr><td>1a. Insured's ID <input><span class="errorText">Required</span></td></tr></table><div role="alert">The claim was not created.</div><p style="color:#c00">Select a secondary payer first.</p>`,
    );
    expect(beside.messages.map((m) => [m.text, m.box])).toEqual([
      ['Required', '1a'],
      ['The claim was not created.', undefined],
      ['Select a secondary payer first.', 'payer'],
    ]);
  });

  it('does not take a form printed in red for errors', () => {
    expect(form(UPPER.replace('<table>', '<table style="color:#c00">')).messages).toEqual([]);
  });

  it("survives inputs that hide the form's own properties", () => {
    const clobber = [
      'id',
      'elements',
      'submit',
      'parentElement',
      'parentNode',
      'textContent',
      'firstChild',
      'nodeName',
      'length',
      'children',
      'closest',
      'querySelectorAll',
      'contains',
      'getAttribute',
      '__proto__',
      'constructor',
    ];
    const s = snap(clobber.map((name) => `<input name="${name}" value="x">`).join('') + UPPER + SEND);
    expect(values(s.form as ClaimForm)['1a']).toBe('LM44108221');
    expect(s.form?.submitLabel).toBe('Submit');
  });

  it('reads 5,000 inputs up to the cap and says so', () => {
    const s = snap(`<label>1a. Insured's ID <input value="a"></label>${'<input>'.repeat(5000)}`);
    expect([values(s.form as ClaimForm)['1a'], s.problems[0]?.kind]).toEqual(['a', 'too-large']);
  });
});
