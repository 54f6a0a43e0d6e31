import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../../../lib/claim/claim';
import type { PageSnapshot } from '../../../lib/claim/page';
import { brief, fetched, handles, show } from './page';

const HEADS = [
  'Claim ID',
  'Date of Service',
  'Status',
  'Primary Payer',
  'Secondary Payer',
  'Charge',
  'Ins Paid',
  'Pt Paid',
  'Adj',
  'Ins Bal',
  'Pt Bal',
  'Notes',
  'Action',
];
const ROW = [
  '8841207',
  '02/24/2026',
  'Finalized',
  'BRIGHTWATER HEALTH',
  'LARKSPUR MUTUAL',
  '$285.00',
  '161.89',
  '0.00',
  '98.51',
  '0.00',
  '24.60',
  '',
  '<a href="javascript:cob(8841207)">COB</a>',
];
const table = (heads: string[], ...rows: string[][]) =>
  `<table><tr>${heads.map((h) => `<th>${h}</th>`).join('')}</tr>
  ${rows.map((row) => `<tr class="datacell">${row.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('\n')}
  </table>`;
const claims = (snapshot: PageSnapshot): ClaimRow[] => snapshot.claims ?? [];
const first = (html: string): ClaimRow => claims(show(html, 'claim-history'))[0] as ClaimRow;
const withCell = (at: number, cell: string): ClaimRow => first(table(HEADS, ROW.with(at, cell)));

describe('Claim History', () => {
  it('reads each value of a row', () => {
    const row = first(table(HEADS, ROW));
    expect(
      Object.fromEntries(Object.entries(row).map(([k, v]) => [k, Array.isArray(v) ? v.length : brief(v)])),
    ).toEqual({
      id: '8841207',
      pcn: '-',
      dos: { from: '2026-02-24', to: '2026-02-24' },
      status: 'finalized',
      level: '-',
      primaryPayer: 'BRIGHTWATER HEALTH',
      secondaryPayer: 'LARKSPUR MUTUAL',
      charge: 28500,
      insurancePaid: 16189,
      patientPaid: 0,
      adjusted: 9851,
      insuranceBalance: 0,
      patientBalance: 2460,
      notes: '-',
      appeal: '-',
      excluded: '-',
      writtenOff: '-',
      crossover: 0,
      actions: 1,
    });
    expect(row.actions[0]).toEqual({ kind: 'cob', label: 'COB', enabled: true, path: 'claims/8841207/action/cob' });
  });

  it('does not care for the order of the columns', () => {
    const order = [12, 3, 0, 7, 5, 1, 10, 2, 4, 6, 8, 9, 11];
    const row = first(
      table(
        order.map((i) => HEADS[i]!),
        order.map((i) => ROW[i]!),
      ),
    );
    expect([brief(row.id), brief(row.charge), brief(row.patientBalance), row.actions[0]?.kind]).toEqual([
      '8841207',
      28500,
      2460,
      'cob',
    ]);
  });

  it.each([
    [
      'Claim #',
      'DOS',
      'Claim Status',
      'Primary Insurance',
      'Secondary Insurance',
      'Billed Amount',
      'Insurance Payments',
      'Patient Payments',
      'Adjustments',
      'Insurance Balance',
      'Patient Balance',
      'Remarks',
      '',
    ],
    [
      'HF Claim ID',
      'Service Date',
      'Current Status',
      'Pri. Payer',
      'Sec. Payer',
      'Total Charges',
      'Ins. Pmts',
      'Pat. Pmts',
      'Adjustment Amt',
      'Balance (Ins)',
      'Balance (Pt)',
      'Comments',
      'Options',
    ],
    [
      'Claim No.',
      'Dates of Service',
      'Status',
      'Payer 1',
      'Payer 2',
      'Amount Billed',
      'Insurance Paid Amount',
      'Paid by Patient',
      'Total Adj.',
      'Due from Insurance',
      'Patient Responsibility',
      'Note',
      'Tasks',
    ],
  ])('reads other words for the same columns: %s, %s', (...heads) => {
    const row = first(table(heads, ROW));
    expect(
      [
        'id',
        'dos',
        'status',
        'primaryPayer',
        'secondaryPayer',
        'charge',
        'insurancePaid',
        'patientPaid',
        'adjusted',
        'insuranceBalance',
        'patientBalance',
      ].map((f) => (row as any)[f].kind),
    ).toEqual(Array(11).fill('read'));
  });

  it('reads a head of td cells with a title row above, and two rows of heads', () => {
    const html = `<table><tr><td colspan="6"><b>Claim History</b></td></tr>
      <tr><td rowspan="2">Claim</td><td rowspan="2">DOS</td><td rowspan="2">Status</td><td colspan="2">Balance</td><td rowspan="2">Charge</td></tr>
      <tr><td>Ins</td><td>Patient</td></tr>
      <tr><td>123456</td><td>02/24/2026</td><td>Finalized</td><td>0.00</td><td>24.60</td><td>100.00</td></tr></table>`;
    const row = first(html);
    expect([row.id, row.insuranceBalance, row.patientBalance, row.charge].map(brief)).toEqual([
      '123456',
      0,
      2460,
      10000,
    ]);
  });

  it('reads an ARIA grid', () => {
    const cell = (role: string) => (text: string) => `<div role="${role}">${text}</div>`;
    const html = `<div role="grid"><div role="rowgroup"><div role="row">${HEADS.map(cell('columnheader')).join('')}</div></div>
      <div role="rowgroup"><div role="row">${ROW.map(cell('gridcell')).join('')}</div></div></div>`;
    expect(brief(first(html).patientBalance)).toBe(2460);
  });

  it('reads both payers and both balances from merged cells', () => {
    const html = table(
      ['Claim ID', 'DOS', 'Status', 'Primary / Secondary', 'Ins / Pt Balance', 'Charge'],
      ['1234567', '02/24/2026', 'Finalized', 'AETNA<br>LARKSPUR MUTUAL', '0.00 / 24.60', '50.00'],
      ['1234568', '02/24/2026', 'Finalized', 'AETNA', '0.00', '50.00'],
    );
    const [a, b] = claims(show(html, 'claim-history'));
    expect([a?.primaryPayer, a?.secondaryPayer, a?.insuranceBalance, a?.patientBalance].map(brief)).toEqual([
      'AETNA',
      'LARKSPUR MUTUAL',
      0,
      2460,
    ]);
    expect([b?.primaryPayer, b?.secondaryPayer, b?.insuranceBalance].map(brief)).toEqual(['AETNA', '-', '?']);
  });

  it('leaves a field unread that two columns could be', () => {
    const html = table([...HEADS.slice(0, 6), 'Ins Paid', 'Insurance Payments', ...HEADS.slice(8)], ROW);
    const row = first(html);
    expect(row.insurancePaid).toMatchObject({
      kind: 'unreadable',
      why: 'The columns "Ins Paid" and "Insurance Payments" could both be it.',
    });
  });

  it.each([
    [2, 'status', 'RSLVD'],
    [2, 'status', 'Not Finalized'],
    [2, 'status', 'Finalized - Reopened'],
    [5, 'charge', '12.3.4'],
    [5, 'charge', '285.0'],
    [5, 'charge', '2 85.00'],
    [1, 'dos', '02/30/2026'],
    [1, 'dos', '24/02/2026'],
    [10, 'patientBalance', '24.60 / 0.00'],
    [10, 'patientBalance', 'see EOB'],
    [0, 'id', '__proto__'],
  ] as const)('never makes a value of column %i, %s "%s"', (at, field, cell) => {
    expect(withCell(at, cell)[field].kind).toBe('unreadable');
  });

  it('names the unknown status as the biller reads it', () => {
    expect(withCell(2, 'RSLVD').status).toMatchObject({
      raw: 'RSLVD',
      why: 'The panel does not know the status "RSLVD". It does not count as Finalized.',
      place: { path: 'claims/8841207/status' },
    });
  });

  it.each([
    ['Finalized 03/10/2026', 'finalized'],
    ['FINALIZED', 'finalized'],
    ['HF Accepted', 'accepted'],
    ['Paper Accepted', 'paper-accepted'],
    ['HF Rejected', 'rejected'],
    ['HealthFusion Rejected', 'rejected'],
    ['Payer Rejected', 'payer-rejected'],
    ['Sent to Payer', 'sent'],
    ['Acknowledged / Received', 'received'],
    ['User Hold', 'user-hold'],
    ['Claim User Hold', 'user-hold'],
    ['Claim Finalized 03/10/2026', 'finalized'],
    ['Finalized<br>(03/10/2026)', 'finalized'],
  ])('knows the status "%s"', (text, status) => expect(brief(withCell(2, text).status)).toBe(status));

  it('keeps an empty cell absent, not zero', () => {
    expect([brief(withCell(5, '').charge), brief(withCell(5, '&nbsp;').charge)]).toEqual(['-', '-']);
  });

  it('reads what is shown, not what a cell hides', () => {
    expect(brief(withCell(5, '<span style="display:none">1</span>285.00').charge)).toBe(28500);
    expect(brief(withCell(5, '<script>1</script><span>285.00</span>').charge)).toBe(28500);
    expect(brief(withCell(1, '02/24/2026<br>02/26/2026').dos)).toEqual({ from: '2026-02-24', to: '2026-02-26' });
    const style = '<style>.sort{display:none}</style>';
    expect(
      brief(first(style + table(HEADS, ROW.with(5, '<span class="sort">00028500</span><div>285.00</div>'))).charge),
    ).toBe(28500);
  });

  it('leaves hidden rows, totals and repeated heads out', () => {
    const html = `<table><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr>
      <tr style="display:none">${ROW.with(0, '1111111')
        .map((c) => `<td>${c}</td>`)
        .join('')}</tr>
      <tr>${ROW.map((c) => `<td>${c}</td>`).join('')}</tr>
      <tr>${HEADS.map((h) => `<td>${h}</td>`).join('')}</tr>
      <tr><td>Total</td>${ROW.slice(1)
        .map(() => '<td>9.00</td>')
        .join('')}</tr>
      </table>`;
    expect(claims(show(html, 'claim-history')).map(({ id }) => brief(id))).toEqual(['8841207']);
  });

  it.each([
    ['<a href="javascript:x()">COB</a>', 'COB', true],
    ['<button disabled>COB</button>', 'COB', false],
    ['<a href="javascript:x()" aria-disabled="true">COB</a>', 'COB', false],
    ['<a href="#" onclick="x()"><img src="data:," alt="COB"></a>', 'COB', true],
    [
      '<img src="data:," alt="COB not available" title="COB is not available until the claim is finalized">',
      'COB not available',
      false,
    ],
    ['<input type="button" value="COB">', 'COB', true],
    ['<input type="image" src="data:," alt="Create COB">', 'Create COB', true],
    ['<span style="color:gray">COB</span>', 'COB', false],
    ['<a class="off">COB</a>', 'COB', false],
  ])('finds the action in %s', (cell, label, enabled) => {
    expect(withCell(12, cell).actions).toEqual([expect.objectContaining({ kind: 'cob', label, enabled })]);
  });

  it.each(['link', 'wrapper', 'cell', 'row', 'block', 'table', 'around'])(
    'finds an action switched off that has %s switched off',
    (what) => {
      for (const mark of ['aria-disabled="true"', 'inert']) {
        const off = (part: string) => (part === what ? mark : '');
        const html = `<div ${off('around')}><table ${off('table')}>
          <thead><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr></thead>
          <tbody ${off('block')}><tr ${off('row')}>${ROW.slice(0, -1)
            .map((c) => `<td>${c}</td>`)
            .join('')}<td ${off('cell')}><span ${off('wrapper')}><a href="/cob" ${off('link')}>COB</a></span></td></tr>
          </tbody></table></div><p>(c) 2026</p>`;
        expect(first(html).actions).toEqual([expect.objectContaining({ kind: 'cob', enabled: false })]);
      }
    },
  );

  it('leaves an action on that hangs down into a row that is switched off', () => {
    const cells = ROW.slice(0, -1).map((c) => `<td>${c}</td>`);
    const html = `<table><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr>
      <tr>${cells.join('')}<td rowspan="2"><a href="/cob">COB</a></td></tr>
      <tr inert>${cells.with(0, '<td>8841355</td>').join('')}</tr></table><p>(c) 2026</p>`;
    expect(claims(show(html, 'claim-history')).map(({ actions }) => actions[0]?.enabled)).toEqual([true, true]);
  });

  it('lets no head hang down out of its block', () => {
    const heads = HEADS.map((h) => `<th rowspan="2">${h}</th>`).join('');
    const html = `<table><thead><tr>${heads}</tr></thead>
      <tbody><tr>${ROW.map((c) => `<td>${c}</td>`).join('')}</tr></tbody></table><p>(c) 2026</p>`;
    const row = first(html);
    expect([row.id, row.charge, row.patientBalance].map(brief)).toEqual(['8841207', 28500, 2460]);
  });

  it('gives an address only where it is plain and of the same origin', () => {
    const links = '<a href="/electronic/pm/ledger.jsp?CLAIM_ID=1">Ledger</a>';
    expect(withCell(12, links).actions[0]).toMatchObject({
      kind: 'ledger',
      href: 'https://txn2.healthfusionclaims.com/electronic/pm/ledger.jsp?CLAIM_ID=1',
    });
    for (const href of [
      'javascript:go()',
      'https://elsewhere.example/ledger',
      '#',
      'data:text/html,x',
      '//elsewhere.example/',
    ]) {
      expect(withCell(12, `<a href="${href}">Ledger</a>`).actions[0]).not.toHaveProperty('href');
    }
  });

  it.each([
    ['Marked for appeal', true],
    ['Appeal closed', false],
    ['No appeal', false],
    ['Called the payer', '-'],
  ])('reads the note "%s" about an appeal', (note, says) => expect(brief(withCell(11, note).appeal)).toBe(says));

  it('takes a flag column that is empty as no flag', () => {
    const heads = HEADS.with(11, 'Flags');
    expect(brief(first(table(heads, ROW)).appeal)).toBe(false);
    expect(brief(first(table(heads, ROW.with(11, 'Marked for appeal<br>Excluded'))).excluded)).toBe(true);
  });

  it('drops both where a claim is on the page twice with different amounts, and says so', () => {
    const snapshot = show(table(HEADS, ROW, ROW.with(5, '300.00'), ROW.with(0, '999')), 'claim-history');
    expect(claims(snapshot).map(({ id }) => brief(id))).toEqual(['999']);
    expect(snapshot.problems).toEqual([
      {
        kind: 'duplicate-claim',
        text: 'Claim 8841207 is on this page twice, with different amounts. Neither is used.',
        path: 'claims/8841207',
      },
    ]);
  });

  it('takes equal doubles once', () => {
    const snapshot = show(table(HEADS, ROW, ROW), 'claim-history');
    expect([claims(snapshot).length, snapshot.problems]).toEqual([1, []]);
  });

  it('does not use the last row of a page that was cut off', () => {
    const whole = `<html><body>${table(HEADS, ROW, ROW.with(0, '2'), ROW.with(0, '3'))}</body></html>`;
    const cut = whole.slice(0, whole.lastIndexOf('161.89') + 3);
    for (const snapshot of [
      fetched(cut, 'claim-history'),
      show(cut, 'claim-history'),
      fetched(cut, 'claim-history', { cut: true }),
    ]) {
      expect(claims(snapshot).map(({ id }) => brief(id))).toEqual(['8841207', '2']);
      expect(snapshot.complete).toBe(false);
      expect(snapshot.problems[0]).toEqual({
        kind: 'cut-off',
        text: 'The page ended in the middle of row 3. 2 claims were read, the rest is not known.',
      });
    }
  });

  it('says that a list with a next page is not the whole', () => {
    const snapshot = show(
      `${table(HEADS, ROW)}<a id="next" href="javascript:submit_next_page()">Next</a>`,
      'claim-history',
    );
    expect([snapshot.complete, snapshot.problems[0]?.kind]).toEqual([false, 'cut-off']);
  });

  it('does not use rows of another patient', () => {
    const strip = '<div id="patientInfo">Patient: OKAFOR, DENISE M &nbsp; Chart: HF204417 &nbsp; DOB: 03/04/1950</div>';
    const snapshot = show(
      strip + table(['Patient', ...HEADS], ['OKAFOR, DENISE', ...ROW], ['LINDQVIST, PER', ...ROW.with(0, '2')]),
      'claim-history',
    );
    expect(snapshot.patient).toMatchObject({
      name: { value: { last: 'OKAFOR', first: 'DENISE' } },
      chart: { value: 'HF204417' },
      dob: { value: '1950-03-04' },
    });
    expect(claims(snapshot).map(({ id }) => brief(id))).toEqual(['8841207']);
    expect(snapshot.problems[0]?.kind).toBe('other-patient');
  });

  it('finds rows and cells again by their paths', () => {
    show(table(HEADS, ROW, ROW.with(0, '2')), 'claim-history');
    expect(handles.get('claims/2')?.tagName).toBe('TR');
    expect(handles.get('claims/2/charge')?.textContent).toBe('$285.00');
    expect(handles.get('claims/2/action/cob')?.textContent).toBe('COB');
    expect(handles.get('claims/3')).toBeUndefined();
  });

  it('survives hostile texts', () => {
    const huge = 'x'.repeat(100_000);
    const row = first(
      table(
        HEADS,
        ROW.with(0, '\u202e\u200b8841207\u200d').with(11, huge).with(4, '<img src=x onerror="window.hit=1">😀 ꟻ'),
      ),
    );
    expect([brief(row.id), row.notes.kind === 'read' && row.notes.value.length, brief(row.secondaryPayer)]).toEqual([
      '8841207',
      300,
      '😀 ꟻ',
    ]);
    expect(({} as Record<string, unknown>).hit).toBeUndefined();
    const heads = table(HEADS.with(11, '__proto__').with(4, 'constructor'), ROW);
    expect(brief(first(heads).id)).toBe('8841207');
  });

  it('stops at the cap and says so', () => {
    const rows = Array.from({ length: 5003 }, (_, i) => ROW.with(0, String(100_000 + i)));
    const snapshot = fetched(table(HEADS, ...rows), 'claim-history');
    expect([claims(snapshot).length, snapshot.complete, snapshot.problems[0]?.kind]).toEqual([
      5000,
      false,
      'too-large',
    ]);
  });
});

describe('signs of crossover', () => {
  const says = (note: string) =>
    withCell(11, note).crossover.map((sign) => `${sign.says}${sign.code ? ` ${sign.code}` : ''}`);
  it.each([
    ['MA18', ['forwarded MA18']],
    ['Remarks: N89, MA01', ['forwarded N89']],
    ['MA07', ['forwarded MA07']],
    ['MA19', ['not-forwarded MA19']],
    ['N387 not forwarded', ['not-forwarded N387']],
    ['N177', ['no-more-money N177']],
    ['Forwarded to LARKSPUR MUTUAL', ['forwarded']],
    ['Claim was crossed over', ['forwarded']],
    ['Not crossed over', ['not-forwarded']],
    ['Claim was not forwarded to LARKSPUR', ['not-forwarded']],
    ["Medicare didn't forward to secondary. Bill it", ['not-forwarded']],
    ['No crossover', ['not-forwarded']],
    ['Crossover?', []],
    ['Check if crossed over', []],
    ['Forwarded to patient', []],
    ['MA180', []],
    ['XMA18', []],
    ['No MA18 on the remittance', []],
    ['Called payer', []],
  ])('reads "%s"', (note, wanted) => expect(says(note)).toEqual(wanted));

  it('reads a note in a row beneath', () => {
    const html = `<table><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr>
      <tr>${ROW.map((c) => `<td>${c}</td>`).join('')}</tr><tr><td colspan="13">Forwarded to AARP (MA18)</td></tr>
      </table>`;
    expect(first(html).crossover.map(({ code }) => code)).toEqual(['MA18']);
  });
});
