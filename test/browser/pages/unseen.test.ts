import { describe, expect, it } from 'vitest';
import type { ClaimRow, Ledger } from '../../../lib/claim/claim';
import type { ClaimForm } from '../../../lib/claim/form';
import type { PageKind } from '../../../lib/claim/reading';
import { brief, pageOf, show as showIn } from './page';

/**
 * Pages as other programmers would have written them. What a person reads there must come out to the cent, or as unread.
 */
const tr = (...cells: string[]) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>\n`;
const heads = (...cells: string[]) =>
  `<tr class="hdr">${cells.map((c) => `<td class="bold">${c}</td>`).join('')}</tr>\n`;

/** Something comes after everything, as in any page. */
const show = (html: string, page: PageKind) => showIn(`${html}\n<div>(c) 2026</div>\n`, page);

const claims = (html: string) => (show(html, 'claim-history').claims ?? []).map(claim);
const claim = (row: ClaimRow) => ({
  id: brief(row.id),
  dos: row.dos.kind === 'read' ? row.dos.value.from : brief(row.dos),
  status: brief(row.status),
  payers: [row.primaryPayer, row.secondaryPayer].map(brief),
  money: [row.charge, row.insurancePaid, row.patientPaid, row.adjusted, row.insuranceBalance, row.patientBalance].map(
    brief,
  ),
  cob: row.actions.filter(({ kind }) => kind === 'cob').map(({ enabled }) => enabled),
});
const READ = {
  id: '8841207',
  dos: '2026-02-24',
  status: 'finalized',
  payers: ['BRIGHTWATER HEALTH', 'LARKSPUR MUTUAL'],
  money: [28500, 16189, 0, 9851, 0, 2460],
  cob: [true],
};
const OTHER = {
  id: '8841355',
  dos: '2026-03-02',
  status: 'sent',
  payers: ['BRIGHTWATER HEALTH', '-'],
  money: [12000, 0, 0, 0, 12000, 0],
  cob: [false],
};

const lines = (html: string) => ledgerOf(html).lines.map(lineOf);
const ledgerOf = (html: string): Ledger => show(html, 'ledger').ledger as Ledger;
const lineOf = (line: Ledger['lines'][number]) => ({
  code: brief(line.procedure),
  money: [line.charge, line.patientResponsibility, line.balance].map(brief),
  postings: line.postings.map((p) => ({
    payer: brief(p.payer),
    date: brief(p.date),
    paid: brief(p.paid),
    adj:
      p.adjustments.kind === 'read'
        ? p.adjustments.value.map((a) => `${a.group}${a.carc}:${a.amount}`).join(' ')
        : brief(p.adjustments),
  })),
});
const AETNA = { payer: 'AETNA', date: '2026-03-10', paid: 11840, adj: 'CO45:4200 PR2:2460' };

const formOf = (html: string): ClaimForm => show(`<form>${html}</form>`, 'claim-form').form as ClaimForm;
const boxes = (html: string) => Object.fromEntries(formOf(html).boxes.map((b) => [b.box, b.value]));

describe('Claim History as a stranger wrote it', () => {
  it('in a layout of tables in tables, with a menu, a filter and totals, heads in bold cells, the columns in another order', () => {
    const html = `<table width="100%"><tr><td>
      <table class="menu"><tr><td><a href="home.jsp">Home</a></td><td><a href="x.jsp">Patients</a></td><td><a href="b.jsp">Billing</a></td></tr></table>
      <table><tr><td width="150"><table><tr><td>Quick links</td></tr><tr><td><a href="#">Chart</a></td></tr></table></td>
      <td><table><tr><td>Status <select><option>All</option><option>Finalized</option></select></td><td>DOS from <input size="8"> to <input size="8"></td><td><input type="button" value="Go"></td></tr></table>
        <table cellpadding="2">${heads('&nbsp;', 'Bal', 'Prim. Ins', 'Svc Date', 'Claim #', 'Chg', 'Ins Pd', 'Pt Pd', 'Adj', 'Ins Bal', 'Pt Bal', 'Sec. Ins', 'Claim Status')}
        ${tr('<input type="image" src="data:," alt="Create COB" onclick="cob(1)">', '24.60', 'BRIGHTWATER HEALTH', '02/24/2026', '8841207', '285.00', '161.89', '0.00', '98.51', '0.00', '24.60', 'LARKSPUR MUTUAL', 'Finalized 03/10/2026')}
        ${tr('<input type="image" src="data:," alt="Create COB" disabled>', '120.00', 'BRIGHTWATER HEALTH', '03/02/2026', '8841355', '120.00', '0.00', '0.00', '0.00', '120.00', '0.00', '', 'Sent to Payer')}
        <tr><td colspan="5" align="right"><b>Totals:</b></td><td>405.00</td><td>161.89</td><td>0.00</td><td>98.51</td><td>120.00</td><td>24.60</td><td></td><td></td></tr></table>
        <table><tr><td>Account balance</td><td>144.60</td></tr></table></td></tr></table></td></tr></table>`;
    expect(claims(html)).toEqual([READ, OTHER]);
    expect(pageOf(`<div id="pgTitle">Claim History</div>${html}`)).toBe('claim-history');
  });

  it('with heads in two rows', () => {
    const html = `<table border="1"><tr><th rowspan="2">HF Claim ID</th><th rowspan="2">Date(s) of Service</th><th rowspan="2">Billed</th><th colspan="2">Insurance</th><th colspan="2">Patient</th><th rowspan="2">Adj.</th><th colspan="2">Payer</th><th rowspan="2">Status</th><th rowspan="2"></th></tr>
      <tr><th>Paid</th><th>Balance</th><th>Paid</th><th>Balance</th><th>Primary</th><th>Secondary</th></tr>
      ${tr('8841207', '2/24/26 - 2/24/26', '285.00', '161.89', '0.00', '0.00', '24.60', '98.51', 'BRIGHTWATER HEALTH', 'LARKSPUR MUTUAL', '<img src="data:," alt="Finalized">', '<span onclick="cob(1)" title="Create COB"><img src="data:,"></span>')}
      ${tr('8841355', '3/2/26', '120.00', '0.00', '120.00', '0.00', '0.00', '0.00', 'BRIGHTWATER HEALTH', '--', '<img src="data:," title="Sent to Payer">', '<button disabled>COB</button>')}</table>`;
    expect(claims(html)).toEqual([READ, { ...OTHER, payers: ['BRIGHTWATER HEALTH', expect.toBeOneOf(['-', '?'])] }]);
  });

  it('with a row of details beneath each claim', () => {
    const html = `<table>${heads('', 'DOS', 'Claim #', 'Ins 1', 'Ins 2', 'Billed', 'Ins Pd', 'Pt Pd', 'Adjs', 'Ins Bal', 'Pt Resp', 'Status', 'Action')}
      ${tr('<a href="#">-</a>', '02/24/2026', '8841207', 'BRIGHTWATER HEALTH', 'LARKSPUR MUTUAL', '$285.00', '$161.89', '$0.00', '$98.51', '$0.00', '$24.60', 'FINALIZED', '<a href="javascript:cob(1)">COB</a>')}
      ${tr('', 'CPT', 'Units', 'Charge')}
      ${tr('', '99214', '1', '185.00')}
      ${tr('', '93000', '1', '100.00')}
      ${tr('<a href="#">-</a>', '03/02/2026', '8841355', 'BRIGHTWATER HEALTH', '', '$120.00', '$0.00', '$0.00', '$0.00', '$120.00', '$0.00', 'SENT TO PAYER', '<a class="disabled" href="#">COB</a>')}
      <tr><td></td><td colspan="12"><table>${heads('CPT', 'Units', 'Charge')}${tr('99213', '1', '120.00')}</table></td></tr></table>`;
    expect(claims(html)).toEqual([READ, OTHER]);
  });

  it('with two rows for the two payers of a claim', () => {
    const html = `<table>${heads('Claim ID', 'DOS', 'Payer Level', 'Payer', 'Status', 'Billed', 'Ins Paid', 'Pt Paid', 'Adj', 'Ins Balance', 'Pt Balance', 'Action')}
      <tr><td rowspan="2">8841207</td><td rowspan="2">02/24/2026</td><td>Primary</td><td>BRIGHTWATER HEALTH</td><td>Finalized</td><td>285.00</td><td>161.89</td><td rowspan="2">0.00</td><td>98.51</td><td>0.00</td><td rowspan="2">24.60</td><td><a href="#" onclick="cob()">COB</a></td></tr>
      <tr><td>Secondary</td><td>LARKSPUR MUTUAL</td><td>User Hold</td><td>24.60</td><td>0.00</td><td>0.00</td><td>24.60</td><td></td></tr></table>`;
    const page = show(html, 'claim-history');
    // One number with two sets of values: used by neither, and said.
    const read = (page.claims ?? []).map(claim);
    if (read.length) expect(read).toEqual([READ]);
    else expect(page.problems.map(({ kind }) => kind)).toContain('duplicate-claim');
  });

  it('as an ARIA grid of blocks, with hidden columns and a hidden row', () => {
    const cell = (text: string, more = '') => `<div role="gridcell" ${more}>${text}</div>`;
    const row = (...cells: string[]) => `<div role="row">${cells.join('')}</div>`;
    const head = (...names: string[]) =>
      `<div role="row">${names.map((n) => `<div role="columnheader">${n}</div>`).join('')}</div>`;
    const hide = 'style="display:none"';
    const html = `<div role="grid"><div role="rowgroup">${head('Claim No.', 'Service Dt', 'Primary Ins.', 'Secondary Ins.', 'Internal Id', 'Charges', 'Ins. Payments', 'Pt. Payments', 'Adjustments', 'Ins. Balance', 'Pt. Balance', 'Status', 'Actions')}</div>
      <div role="rowgroup">${row(cell('8841207'), cell('02/24/2026'), cell('BRIGHTWATER HEALTH'), cell('LARKSPUR MUTUAL'), cell('99', hide), cell('$ 285.00'), cell('$ 161.89'), cell('$ 0.00'), cell('$ 98.51'), cell('$ 0.00'), cell('$ 24.60'), cell('<span class="dot"></span>Finalized'), cell('<div role="button" tabindex="0">COB</div>'))}
      <div role="row" style="display:none">${cell('8841207')}${cell('1')}${cell('2')}${cell('3')}</div>
      ${row(cell('8841355'), cell('03/02/2026'), cell('BRIGHTWATER HEALTH'), cell(''), cell('98', hide), cell('$ 120.00'), cell('$ 0.00'), cell('$ 0.00'), cell('$ 0.00'), cell('$ 120.00'), cell('$ 0.00'), cell('Sent to Payer'), cell('<div role="button" aria-disabled="true">COB</div>'))}</div></div>`;
    expect(claims(html)).toEqual([READ, OTHER]);
  });

  it('with both payers and pairs of amounts in one cell, amounts without cents signs, credits in parentheses', () => {
    const html = `<table>${heads('Claim', 'DOS / Status', 'Ins 1 / Ins 2', 'Billed', 'Paid (Ins / Pt)', 'Adj', 'Balance (Ins / Pt)', '')}
      ${tr('<b>8841207</b>', '02/24/2026<br>Finalized', 'BRIGHTWATER HEALTH<br>LARKSPUR MUTUAL', '285.00', '161.89<br>0.00', '98.51', '0.00<br>24.60', '<a href="javascript:cob(1)"><u>COB</u></a>')}
      ${tr('<b>8841355</b>', '03/02/2026<br>Sent to Payer', 'BRIGHTWATER HEALTH', '120.00', '(5.00)<br>0.00', '0.00', '120.00<br>0.00', '<font color="gray">COB</font>')}</table>`;
    const [a, b] = claims(html);
    expect(a).toEqual(READ);
    expect(b?.money).toEqual([12000, -500, 0, 0, 12000, 0]);
  });

  it('with a link beneath the number, responsibility beside the balance, and paid by each payer', () => {
    const html = `<table>${heads('Claim #', 'Svc Dt', 'Sts', 'Claim Status', 'Ins1', 'Ins2', 'Amt Billed', 'Prim Pd', 'Sec Pd', 'Pt Pd', 'Adj Amt', 'Ins Bal', 'Pt Resp', 'Pt Bal', '')}
      ${tr('8841207<br><a href="/electronic/pm/ledger.do?CLAIM_ID=8841207">View</a>', '2026-02-24', 'F', 'Finalized', 'BRIGHTWATER HEALTH', 'LARKSPUR MUTUAL', '285.00', '161.89', '10.00', '0.00', '98.51', '0.00', '34.60', '24.60', '<a href="#" onclick="f()">Create Secondary</a>')}</table>`;
    expect(claims(html)).toEqual([
      {
        ...READ,
        payers: READ.payers.map((p) => expect.toBeOneOf([p, '-', '?'])),
        money: [28500, '?', 0, 9851, 0, 2460],
      },
    ]);
  });

  it('with claims in a page that also lists payments and statements', () => {
    const html = `<table>${heads('Date', 'Payer', 'Check #', 'Amount', 'Claim #', 'Applied', 'Balance')}
      ${tr('03/10/2026', 'BRIGHTWATER HEALTH', '889123', '161.89', '8841207', '161.89', '0.00')}${tr('03/11/2026', 'BRIGHTWATER HEALTH', '889124', '5.00', '8841355', '5.00', '0.00')}</table>
      <table>${heads('Claim #', 'DOS', 'Status', 'Ins 1', 'Ins 2', 'Billed', 'Ins Pd', 'Pt Pd', 'Adj', 'Ins Bal', 'Pt Bal', '')}
      ${tr('8841207', '02/24/2026', '<span class="badge">Finalized</span>', 'BRIGHTWATER HEALTH', 'LARKSPUR MUTUAL', '285.00', '161.89', '0.00', '98.51', '0.00', '24.60', '<a href="#" onclick="f()"><img alt="COB" src="data:,"></a>')}</table>`;
    expect(claims(html)).toEqual([READ]);
  });

  it('with claims grouped under a row for each month and sums in between', () => {
    const row = (cells: string) => `<tr><td colspan="12"><b>${cells}</b></td></tr>`;
    const html = `<table>${heads('DOS', 'Claim #', 'Status', 'Prim Ins', 'Sec Ins', 'Chgs', 'Ins Pymts', 'Pt Pymts', 'Adjs', 'Ins Due', 'Pt Due', '')}
      ${row('February 2026')}${tr('02/24/2026', '8841207', 'Finalized', 'BRIGHTWATER HEALTH', 'LARKSPUR MUTUAL', '285.00', '161.89', '0.00', '98.51', '0.00', '24.60', '<button>COB</button>')}
      ${tr('', 'Subtotal', '', '', '', '285.00', '161.89', '0.00', '98.51', '0.00', '24.60', '')}
      ${row('March 2026')}${tr('03/02/2026', '8841355', 'Sent to Payer', 'BRIGHTWATER HEALTH', '', '120.00', '0.00', '0.00', '0.00', '120.00', '0.00', '<button disabled>COB</button>')}
      ${tr('', '1 claim', '', '', '', '120.00', '0.00', '0.00', '0.00', '120.00', '0.00', '')}
      ${tr('', '<b>2</b>', '', '', '', '405.00', '161.89', '0.00', '98.51', '120.00', '24.60', '')}</table>`;
    const read = claims(html);
    expect(read.slice(0, 2)).toEqual([READ, OTHER]);
    // A number of claims is not the number of a claim.
    expect(read.slice(2).map(({ id }) => id)).not.toContain('2');
  });

  it('with the payer this row was billed to, and the other one named by its rank', () => {
    const html = `<table>${heads('Claim #', 'DOS', 'Billed To', 'Payer', 'Status', 'Billed', 'Ins Paid')}
      ${tr('8841207', '02/24/2026', 'P', 'BRIGHTWATER HEALTH', 'Finalized', '285.00', '161.89')}${tr('8841208', '02/24/2026', 'S', 'LARKSPUR MUTUAL', 'HF Accepted', '285.00', '0.00')}</table>`;
    expect(claims(html).map(({ id, payers }) => [id, payers])).toEqual([
      ['8841207', ['BRIGHTWATER HEALTH', expect.toBeOneOf(['-', '?'])]],
      ['8841208', [expect.toBeOneOf(['-', '?']), 'LARKSPUR MUTUAL']],
    ]);
  });
});

describe('a ledger as a stranger wrote it', () => {
  it('with a reversal beneath the first payment', () => {
    const html = `<table>${heads('Ln', 'CPT', 'Charge', 'Payer', 'Check Date', 'Ins Paid', 'Adjustments', 'Balance')}
      ${tr('1', '99214', '185.00', 'AETNA', '03/10/2026', '118.40', 'CO-45 42.00; PR-2 24.60', '0.00')}
      ${tr('', '', '', 'AETNA', '03/20/2026', '(118.40)', 'CO-45 (42.00); PR-2 (24.60)', '')}
      ${tr('', '', '', 'AETNA', '03/21/2026', '100.00', 'CO-45 60.40; PR-2 24.60', '')}</table>`;
    const [line] = lines(html);
    expect(line?.postings.map(({ paid, adj }) => [paid, adj])).toEqual([
      [11840, AETNA.adj],
      [-11840, 'CO45:-4200 PR2:-2460'],
      [10000, 'CO45:6040 PR2:2460'],
    ]);
  });

  it('with units and amounts that look alike, a column of allowed amounts and one of what was expected', () => {
    const html = `<table>${heads('Seq', 'Srv Dt', 'HCPCS', 'M1', 'Qty', 'Chg Amt', 'Allowed', 'Expected', 'Carrier', 'Pd Amt', 'Pd Dt', 'CAS', 'Pt Portion', 'Ln Bal')}
      ${tr('1', '02/24/2026', 'J1100', 'JW', '4', '185', '143', '150', 'AETNA', '118.4', '3/10/26', 'CO 45 42.00 PR 2 24.60', '24.60', '0')}</table>`;
    const [line] = lines(html);
    expect(line).toEqual({
      code: 'J1100',
      money: [18500, 2460, expect.toBeOneOf([0, '-'])],
      postings: [{ payer: 'AETNA', date: '2026-03-10', paid: '?', adj: expect.toBeOneOf([AETNA.adj, '?']) }],
    });
  });

  it('as blocks of labels for each line, or not at all', () => {
    const block = (n: number) =>
      `<fieldset><legend>Line ${n}</legend><div>Procedure: 9921${n}</div><div>Charge: $185.00</div><div>Insurance Paid: $118.40</div><div>Balance: $0.0${n}</div></fieldset>`;
    const read = ledgerOf(block(1) + block(2));
    expect(read.lines).toEqual([]);
    expect([brief(read.totalCharge), brief(read.totalBalance)]).toEqual([
      expect.toBeOneOf(['-', '?']),
      expect.toBeOneOf(['-', '?']),
    ]);
  });
  it.each([
    ['Group 1|Reason 1|Amount 1|Group 2|Reason 2|Amount 2', 'CO|45|42.00|PR|2|24.60', true],
    ['Adj Code 1|Adj Amt 1|Adj Code 2|Adj Amt 2', 'CO-45|42.00|PR-2|24.60', true],
    ['Group|Reason|Value', 'CO<br>PR|45<br>2|42.00<br>24.60', false],
    ['Grp/Rsn|Amount', 'CO-45<br>PR-2|42.00<br>24.60', true],
    ['Adj Reason|Adj Amt', 'CO45<br>PR2|42.00<br>24.60', true],
    ['Adj|Reason', '42.00<br>24.60|CO-45<br>PR-2', false],
    ['Amt|Grp|Rsn', '42.00<br>24.60|CO<br>PR|45<br>2', false],
    ['Write-Off|Deduct|Coins', '42.00|0.00|24.60', false],
  ])('with adjustments under %s', (names, texts, isRead) => {
    const html = `<table>${heads('Ln', 'CPT', 'Charge', 'Payer', 'Ins Paid', 'Check Date', ...names.split('|'), 'Balance')}
      ${tr('1', '99214', '185.00', 'AETNA', '118.40', '03/10/2026', ...texts.split('|'), '0.00')}</table>`;
    const [line] = lines(html);
    expect(line?.money).toEqual([18500, '-', 0]);
    expect(line?.postings).toEqual([{ ...AETNA, adj: isRead ? AETNA.adj : expect.toBeOneOf([AETNA.adj, '?', '-']) }]);
  });

  it('with what the patient paid in a row beneath the line', () => {
    const html = `<table>${heads('Date', 'Code', 'Description', 'Charges', 'Payments', 'Adjustments', 'Balance')}
      ${tr('02/24/2026', '99214', 'OFFICE VISIT', '185.00', '', '', '')}
      ${tr('03/10/2026', '', 'AETNA Payment', '', '118.40', '', '')}
      ${tr('03/10/2026', '', 'AETNA Adj CO-45', '', '', '42.00', '')}
      ${tr('03/20/2026', '', 'Patient Payment - Visa', '', '24.60', '', '0.00')}</table>`;
    const [line] = ledgerOf(html).lines;
    expect([brief(line?.patientPaid), line?.postings.map(({ paid }) => brief(paid))]).toEqual([2460, [11840]]);
    expect(lines(html)[0]?.postings[0]?.adj).toBe('CO45:4200');
  });

  it('with payments of two payers in columns of numbered insurances', () => {
    const html = `<table>${heads('Line', 'Proc', 'Chg', 'Ins 1 Pd', 'Ins 2 Pd', 'Pt Pd', 'Pt Resp', 'Bal')}
      ${tr('1', '99214', '185.00', '118.40', '24.60', '0.00', '24.60', '42.00')}</table>`;
    const [line] = lines(html);
    expect(line?.money).toEqual([18500, 2460, 4200]);
    const paid = line?.postings.map((p) => p.paid);
    expect(paid).toBeOneOf([[11840, 2460], ['?'], []]);
  });

  it('with totals at the foot and a row for the claim itself', () => {
    const html = `<table>${heads('CPT', 'Svc Date', 'Billed', 'Allowed', 'Ins Pd', 'Adj', 'Pt Resp', 'Bal')}
      <tr><td colspan="8">Claim 8841207 - BRIGHTWATER HEALTH - Finalized</td></tr>
      ${tr('99214', '02/24/2026', '185.00', '143.00', '118.40', '42.00', '24.60', '0.00')}
      ${tr('93000', '02/24/2026', '100.00', '43.49', '43.49', '56.50', '0.00', '0.01')}
      ${tr('Claim Totals', '', '285.00', '186.49', '161.89', '98.50', '24.60', '0.01')}</table>`;
    const read = ledgerOf(html);
    expect(read.lines.map(lineOf).map(({ code, money, postings }) => [code, money, postings[0]?.paid])).toEqual([
      ['99214', [18500, 2460, 0], 11840],
      ['93000', [10000, 0, 1], 4349],
    ]);
    expect([brief(read.totalCharge), brief(read.totalBalance)]).toEqual([28500, 1]);
  });
  it.each([
    ['with a slash', 'CO-45: $42.00 / PR-2: $24.60'],
    ['in words', 'Contractual (CO45) 42.00<br>Coinsurance (PR2) 24.60'],
    ['in words before the code', 'Contractual adjustment CO-45 $42.00; Coinsurance PR-2 $24.60'],
    ['as a list', '<ul><li>CO 45 - 42.00</li><li>PR 2 - 24.60</li></ul>'],
    ['as a small table', `<table>${tr('CO', '45', '42.00')}${tr('PR', '2', '24.60')}</table>`],
    ['with commas', 'CO45 42.00, PR2 24.60'],
    ['the amount first', '42.00 (CO-45)<br>24.60 (PR-2)'],
  ])('with the adjustments in a cell, %s', (_, text) => {
    const html = `<table>${heads('#', 'Svc Date', 'CPT', 'Billed', 'Payer', 'Pd', 'Adjustments', 'Check # / Date', 'Pt Resp', 'Bal')}
      ${tr('1', '02/24/2026', '99214', '185.00', 'AETNA', '118.40', text, '889123 03/10/2026', '24.60', '0.00')}</table>`;
    const [line] = lines(html);
    expect(line).toMatchObject({ code: '99214', money: [18500, 2460, 0] });
    expect(line?.postings).toEqual([
      { ...AETNA, date: expect.toBeOneOf(['2026-03-10', '-', '?']), adj: expect.toBeOneOf([AETNA.adj, '?']) },
    ]);
    expect(line?.postings[0]?.adj).toBe(AETNA.adj);
  });

  it('with columns of group, reason and amount three times, credits in parentheses', () => {
    const html = `<table>${heads('Ln', 'Code', 'Charge', 'Insurance', 'Ins Pmt', 'Check Date', 'Grp', 'Rsn', 'Amt', 'Grp', 'Rsn', 'Amt', 'Grp', 'Rsn', 'Amt', 'Balance')}
      ${tr('1', '99214', '185.00', 'AETNA', '118.40', '03/10/2026', 'CO', '45', '42.00', 'PR', '2', '24.60', '', '', '', '0.00')}
      ${tr('2', '93000', '100.00', 'AETNA', '(10.00)', '03/10/2026', 'CO', '45', '110.00', '', '', '', '', '', '', '0.00')}</table>`;
    expect(lines(html)).toEqual([
      { code: '99214', money: [18500, '-', 0], postings: [AETNA] },
      { code: '93000', money: [10000, '-', 0], postings: [{ ...AETNA, paid: -1000, adj: 'CO45:11000' }] },
    ]);
  });

  it('with payments and adjustments as rows beneath their line', () => {
    const html = `<table>${heads('Date', 'Code', 'Description', 'Charges', 'Payments', 'Adjustments', 'Balance')}
      ${tr('02/24/2026', '99214', 'OFFICE VISIT', '185.00', '', '', '185.00')}
      ${tr('03/10/2026', '', 'AETNA Payment', '', '118.40', '', '66.60')}
      ${tr('03/10/2026', '', 'Adjustment CO-45', '', '', '42.00', '24.60')}
      ${tr('02/24/2026', '93000', 'ECG', '100.00', '', '', '124.60')}
      ${tr('03/10/2026', '', 'AETNA Payment', '', '100.00', '', '24.60')}</table>`;
    const read = lines(html);
    expect(read.map(({ code, money }) => [code, money[0]])).toEqual([
      ['99214', 18500],
      ['93000', 10000],
    ]);
    expect(read[0]?.postings[0]?.paid).toBe(11840);
    // The balance of a row with payments beneath it runs on.
    expect(read[0]?.money[2]).toBeOneOf([2460, '?']);
    expect(read[1]?.money[2]).toBeOneOf([0, '?']);
    expect(read[0]?.postings.at(-1)?.adj).toBeOneOf(['CO45:4200', '?']);
    expect(read[0]?.postings[0]?.payer).toBeOneOf(['AETNA', 'AETNA Payment', '-']);
  });

  it('with payments and adjustments as sentences beneath their line', () => {
    const html = `<table>${heads('Line', 'DOS', 'CPT', 'Charge', 'Balance')}
      ${tr('1', '02/24/2026', '99214', '185.00', '0.00')}
      <tr><td colspan="5">03/10/2026 AETNA Payment 118.40</td></tr>
      <tr><td colspan="5">Adjustment CO-45 42.00</td></tr>
      <tr><td colspan="5">Adjustment PR-2 24.60</td></tr>
      ${tr('2', '02/24/2026', '93000', '100.00', '100.00')}</table>`;
    const [one, two] = lines(html);
    expect(two?.postings).toEqual([]);
    expect(one?.postings).toHaveLength(1);
    const [posting] = one?.postings ?? [];
    expect(posting?.paid).toBeOneOf([11840, '?']);
    expect(posting?.adj).toBeOneOf([AETNA.adj, '?']);
  });

  it('with everything that lowers the balance as a negative amount', () => {
    const html = `<table>${heads('Line', 'CPT', 'Charge', 'Payer', 'Ins Paid', 'Adjustments', 'Check Date', 'Balance')}
      ${tr('1', '99214', '185.00', 'AETNA', '(118.40)', 'CO-45 (42.00)', '03/10/2026', '24.60')}
      ${tr('2', '93000', '100.00', 'AETNA', '(100.00)', '', '03/10/2026', '0.00')}</table>`;
    expect(lines(html).map(({ postings }) => [postings[0]?.paid, postings[0]?.adj])).toEqual([
      [11840, 'CO45:4200'],
      [10000, ''],
    ]);
  });

  it('with two payers in rows of their own and the check with its date in one cell', () => {
    const html = `<table>${heads('Ln', 'Procedure', 'Mods', 'Qty', 'Fee', 'Pt Resp', 'Line Bal')}
      ${tr('1', '99214', '25', '1', '185.00', '24.60', '0.00')}
      <tr><td></td><td colspan="6"><table>${heads('Insurance', 'Check # / Date', 'Paid', 'Group', 'Reason', 'Amount')}
        ${tr('AETNA', '889123<br>03/10/2026', '118.40', 'CO<br>PR', '45<br>2', '42.00<br>24.60')}
        ${tr('LARKSPUR MUTUAL', '77<br>04/02/2026', '24.60', '', '', '')}</table></td></tr></table>`;
    const [line] = lines(html);
    expect(line?.money).toEqual([18500, 2460, 0]);
    expect(line?.postings.map(({ payer, paid, adj }) => [payer, paid, adj])).toEqual([
      ['AETNA', 11840, AETNA.adj],
      ['LARKSPUR MUTUAL', 2460, ''],
    ]);
    expect(line?.postings.map(({ date }) => date)).toEqual(['2026-03-10', '2026-04-02']);
  });
});

describe('a claim form as a stranger wrote it', () => {
  it('as labels with for', () => {
    const field = (id: string, label: string, control: string) =>
      `<div class="f"><label for="${id}">${label}</label>${control.replace('<input', `<input id="${id}"`)}</div>`;
    const html = [
      field('a', "Insured's ID Number (1a)", '<input value="LM4">'),
      field('b', "Other Insured's Policy or Group Number", '<input value="P9">'),
      field('c', "Insured's Policy Group or FECA Number", '<input value="G7">'),
      field('d', 'Amount Paid', '<input value="161.89">'),
      field('e', 'Total Charge', '<input value="285.00">'),
      field('f', "Insured's Name", '<input value="OKAFOR, PAUL">'),
      field('g', '9d. Insurance Plan Name', '<input value="PLAN A">'),
    ].join('');
    expect(boxes(html)).toEqual({
      '1a': 'LM4',
      '9a': 'P9',
      '11': 'G7',
      '29': '161.89',
      '28': '285.00',
      '4': 'OKAFOR, PAUL',
      '9d': 'PLAN A',
    });
  });

  it('as terms and definitions', () => {
    const html = `<dl><dt>1a. Insured's I.D. Number</dt><dd><input value="LM4"></dd><dt>9a. Other insured's policy or group number</dt><dd><input value="P9"></dd>
      <dt>11d. Is there another health benefit plan?</dt><dd><input type="checkbox" name="y" value="Y" checked> YES <input type="checkbox" name="n" value="N"> NO</dd>
      <dt>29. Amount Paid</dt><dd>$ <input value="161.89"></dd><dt>25. Federal Tax I.D. Number</dt><dd><input value="741234567"> <input type="checkbox" value="S"> SSN <input type="checkbox" value="E" checked> EIN</dd></dl>`;
    expect(boxes(html)).toEqual({
      '1a': 'LM4',
      '9a': 'P9',
      '11d': 'Y',
      '29': '161.89',
      '25': '741234567',
      '25.type': 'E',
    });
  });

  it('as a table with the numbers in cells of their own', () => {
    const row = (n: string, label: string, control: string) => tr(n, label, control);
    const html = `<table>${row('1a', "INSURED'S ID NUMBER", '<input value="LM4">')}${row('3', "PATIENT'S BIRTH DATE", '<input size="2" maxlength="2" value="03">/<input size="2" maxlength="2" value="04">/<input size="4" maxlength="4" value="1950">')}
      ${row('9', "OTHER INSURED'S NAME", '<input value="OKAFOR, DENISE">')}${row('9a', 'OTHER INSURED POLICY', '<input value="P9">')}
      ${row('9d', 'INSURANCE PLAN NAME', '<input value="PLAN A">')}${row('10a', 'EMPLOYMENT?', '<input type="checkbox" name="EY"> YES <input type="checkbox" name="EN" checked> NO')}
      ${row('11', "INSURED'S POLICY GROUP", '<input value="G7">')}${row('11c', 'INSURANCE PLAN NAME', '<input value="PLAN B">')}
      ${row('28', 'TOTAL CHARGE', '<input value="285.00">')}${row('29', 'AMOUNT PAID', '<input value="161.89">')}</table>`;
    expect(boxes(html)).toEqual({
      '1a': 'LM4',
      '3': '03/04/1950',
      '9': 'OKAFOR, DENISE',
      '9a': 'P9',
      '9d': 'PLAN A',
      '10a': 'no',
      '11': 'G7',
      '11c': 'PLAN B',
      '28': '285.00',
      '29': '161.89',
    });
  });

  it('with each service line a block of its own', () => {
    const block = (n: number) => `<fieldset><legend>Service Line ${n}</legend>
      <label>Date of Service <input value="02/24/2026"></label> <label>Procedure <input value="9921${n}"></label> <label>Charges <input value="${n}85.00"></label>
      <label>Units <input value="1"></label><br><label>Primary Paid <input value="${n}18.40"></label> <label>Adjudication Date <input value="03/10/2026"></label>
      <label>Group <select><option>CO</option></select></label> <label>Reason <input value="45"></label> <label>Amount <input value="42.00"></label>
      <label>Group <select><option>PR</option></select></label> <label>Reason <input value="2"></label> <label>Amount <input value="24.60"></label></fieldset>`;
    const read = boxes([1, 2, 3].map(block).join(''));
    for (const n of [1, 2, 3])
      expect(read).toMatchObject({
        [`24.${n}.D`]: `9921${n}`,
        [`24.${n}.F`]: `${n}85.00`,
        [`24.${n}.paid`]: `${n}18.40`,
        [`24.${n}.adjDate`]: '03/10/2026',
        [`24.${n}.adj1.group`]: 'CO',
        [`24.${n}.adj1.amount`]: '42.00',
        [`24.${n}.adj2.reason`]: '2',
        [`24.${n}.adj2.amount`]: '24.60',
      });
  });

  it('with dollars and cents in boxes of their own', () => {
    const html = `<table><tr><td>28. TOTAL CHARGE<br>$ <input value="285" maxlength="8"> <input value="00" maxlength="2"></td>
      <td>29. AMOUNT PAID<br>$ <input value="161" maxlength="6"> | <input value="89" size="2" maxlength="2"></td></tr></table>`;
    const read = boxes(html);
    expect([read['28'], read['29']]).toEqual([undefined, undefined]);
  });

  it('with the choices of the number in the cell before, in whatever order', () => {
    const html = `<table>${tr('10a', 'EMPLOYMENT', 'NO <input type="checkbox" name="EN" value="1" checked> YES <input type="checkbox" name="EY" value="1">')}
      ${tr('11d', 'ANOTHER HEALTH BENEFIT PLAN', '<input type="radio" name="D" value="0"> NO <input type="radio" name="D" value="1" checked> YES')}
      ${tr('6', 'PATIENT RELATIONSHIP TO INSURED', '<input type="checkbox"> SELF <input type="checkbox" checked> SPOUSE <input type="checkbox"> CHILD <input type="checkbox"> OTHER')}</table>`;
    const shown = Object.fromEntries(formOf(html).boxes.map((b) => [b.box, b.shown.toUpperCase()]));
    expect(shown).toEqual({ '10a': 'NO', '11d': 'YES', '6': 'SPOUSE' });
  });

  it('with the adjustments of a line under heads in two rows', () => {
    const html = `<table><tr><th rowspan="2">Line</th><th rowspan="2">CPT</th><th colspan="2">Primary Payer</th><th colspan="3">Adjustment 1</th><th colspan="3">Adjustment 2</th></tr>
      <tr><th>Paid Amt</th><th>Adjudication Dt</th><th>Group</th><th>Reason</th><th>Amt</th><th>Group</th><th>Reason</th><th>Amt</th></tr>
      ${[1, 2].map((n) => tr(`${n}`, `9921${n}`, `<input value="${n}18.40">`, '<input value="03/10/2026">', '<input value="CO">', '<input value="45">', `<input value="${n}2.00">`, '<input value="PR">', '<input value="2">', '<input value="24.60">')).join('')}</table>`;
    const read = boxes(html);
    for (const n of [1, 2])
      expect(read).toMatchObject({
        [`24.${n}.paid`]: `${n}18.40`,
        [`24.${n}.adjDate`]: '03/10/2026',
        [`24.${n}.adj1.group`]: 'CO',
        [`24.${n}.adj1.reason`]: '45',
        [`24.${n}.adj1.amount`]: `${n}2.00`,
        [`24.${n}.adj2.reason`]: '2',
        [`24.${n}.adj2.amount`]: '24.60',
      });
  });

  it('with a heading over the boxes of each line', () => {
    const block = (n: number) => `<tr><td colspan="4"><b>Line ${n}</b></td></tr>
      ${tr('Procedure', `<input value="9921${n}">`, 'Primary Paid', `<input value="${n}18.40">`)}
      ${tr('Adj Group', '<input value="CO">', 'Adj Reason', '<input value="45">')}`;
    const read = boxes(`<table>${block(1)}${block(2)}</table><p>Amount Paid <input value="336.80"></p>`);
    for (const n of [1, 2])
      expect([read[`24.${n}.D`], read[`24.${n}.paid`]]).toBeOneOf([
        [`9921${n}`, `${n}18.40`],
        [undefined, undefined],
      ]);
    expect(read['29']).toBe('336.80');
  });

  it('with labels in the row above and their numbers only in some', () => {
    const html = `<table>${tr("9. Other Insured's Name", "11. Insured's Policy Group", '11a. Insured DOB')}${tr('<input value="A, B">', '<input value="G7">', '<input value="01/02/1949">')}
      ${tr('29. Amt Paid', '28. Total Chg', 'Balance Due')}${tr('<input value="161.89">', '<input value="285.00">', '<input value="123.11">')}</table>`;
    expect(boxes(html)).toMatchObject({
      '9': 'A, B',
      '11': 'G7',
      '11a': '01/02/1949',
      '29': '161.89',
      '28': '285.00',
    });
  });

  it('with placeholders and titles alone', () => {
    const html = `<div><input title="Amount Paid" value="161.89"> <input placeholder="Insured's ID" value="LM4"> <input title="Other Insured's Name" value="A, B"></div>`;
    const read = boxes(html);
    expect([read['29'] ?? '161.89', read['1a'] ?? 'LM4', read['9'] ?? 'A, B']).toEqual(['161.89', 'LM4', 'A, B']);
  });

  it('with a summary of the claim beside the boxes', () => {
    const html = `<table>${heads('Claim', 'Charge', 'Amount Paid', 'Primary Paid')}${tr('8841207', '285.00', '161.89', '<input value="7.77">')}</table><label>29. Amount Paid <input value="161.89"></label>`;
    expect(boxes(html)['29']).toBe('161.89');
  });
});

describe('the payer search and the messages as a stranger wrote them', () => {
  const SEARCH = `<form><p>Secondary Payer: <select><option value="">--</option><option value="7">LARKSPUR MUTUAL</option></select></p><p>Last Name: <input value="OKAFOR"> <button type="button">Find</button></p>`;
  const hits = (html: string) =>
    (show(`${SEARCH}${html}</form>`, 'claim-form').form?.search.hits ?? []).map(({ insuranceId, name, dob }) => [
      insuranceId,
      name,
      dob,
    ]);
  it('finds the search', () => {
    const search = show(`${SEARCH}</form>`, 'claim-form').form?.search;
    expect([search?.payers.length, search?.lastName]).toEqual([1, 'OKAFOR']);
  });

  it.each([
    [
      'as rows with a link',
      `<table>${heads('Insured ID', 'Member Name', 'Birth Dt')}${tr('<a href="javascript:pick(1)">LM44108221</a>', 'OKAFOR, DENISE', '03/04/1950')}</table>`,
    ],
    [
      'as rows with a button',
      `<table>${heads('Name', 'DOB', 'Insured ID', 'Plan', '')}${tr('OKAFOR, DENISE', '03/04/1950', 'LM44108221', 'PPO', '<input type="button" value="Select">')}</table>`,
    ],
    [
      'as rows with a radio button',
      `<table>${heads('', 'Name', 'DOB', 'Insured ID')}${tr('<input type="radio" name="pick" value="1">', 'OKAFOR, DENISE', '03/04/1950', 'LM44108221')}</table>`,
    ],
    ['as links', `<div><a href="javascript:pick(1)">LM44108221</a> OKAFOR, DENISE 03/04/1950</div>`],
    [
      'as links that name everything',
      `<ul><li><a href="javascript:pick(1)">OKAFOR, DENISE - LM44108221 - 03/04/1950</a></li></ul>`,
    ],
    [
      'as a drop-down',
      `<select name="PROFILE"><option value="">Select insurance profile</option><option value="1">OKAFOR, DENISE - LM44108221 - 03/04/1950</option></select>`,
    ],
  ])('reads its result %s, or nothing', (how, html) => {
    const found = hits(html);
    expect([how, found.length]).toEqual([how, how.startsWith('as rows') ? 1 : 0]);
    if (found.length)
      expect(found).toEqual([['LM44108221', 'OKAFOR, DENISE', expect.toBeOneOf(['1950-03-04', undefined])]]);
  });

  it.each([
    ['a list', '<ul class="errors"><li>Box 11d is required.</li></ul>'],
    ['an alert', '<div class="alert alert-danger">Box 11d is required.</div>'],
    ['red text', '<font color="red">Box 11d is required.</font>'],
    ['a row', '<table><tr><td class="errMsg"><b>Error:</b> Box 11d is required.</td></tr></table>'],
    ['a live region', '<div role="alert"><p>Box 11d is required.</p></div>'],
  ])('reads a refusal as %s', (_, html) => {
    const { messages } = show(`${html}<form><label>29. Amount Paid <input value="1.00"></label></form>`, 'claim-form');
    expect(messages.map(({ text, box }) => [text.replace(/^Error: /, ''), box])).toEqual([
      ['Box 11d is required.', '11d'],
    ]);
  });
});

describe('a chart as a stranger wrote it', () => {
  it('as lists of terms', () => {
    const html = `<h3>Primary Insurance</h3><dl><dt>Carrier</dt><dd>BRIGHTWATER HEALTH</dd><dt>Subscriber ID</dt><dd>BW1</dd><dt>Group #</dt><dd>G1</dd><dt>Eff. Date</dt><dd>01/01/2025</dd></dl>
      <h3>Secondary Insurance</h3><dl><dt>Carrier</dt><dd>LARKSPUR MUTUAL</dd><dt>Subscriber ID</dt><dd>LM44108221</dd><dt>Relation to subscriber</dt><dd>Spouse</dd></dl>`;
    const policies = show(html, 'chart').chart?.policies ?? [];
    expect(policies.map((p) => [p.rank, p.payer, p.memberId, p.group, p.effective, p.relationship].map(brief))).toEqual(
      [
        ['primary', 'BRIGHTWATER HEALTH', 'BW1', 'G1', '2025-01-01', '-'],
        ['secondary', 'LARKSPUR MUTUAL', 'LM44108221', '-', '-', 'spouse'],
      ],
    );
  });

  it('with the payer, its number and its dates in one text', () => {
    const html = `<table>${tr('Primary Insurance:', 'BRIGHTWATER HEALTH (ID: BW1, Group: G1)')}${tr('Secondary Insurance:', 'LARKSPUR MUTUAL (ID: LM44108221)')}</table>`;
    for (const policy of show(html, 'chart').chart?.policies ?? [])
      expect([brief(policy.rank), brief(policy.payer)]).toBeOneOf([
        ['primary', 'BRIGHTWATER HEALTH'],
        ['secondary', 'LARKSPUR MUTUAL'],
      ]);
  });

  it('with a block for each profile in cells side by side', () => {
    const block = (payer: string, id: string) =>
      `<dl><dt>Payer</dt><dd>${payer}</dd><dt>Policy #</dt><dd>${id}</dd></dl>`;
    const html = `<table><tr><td><h4>Primary Insurance</h4></td><td><h4>Secondary Insurance</h4></td></tr>
      <tr><td>${block('BRIGHTWATER HEALTH', 'BW1')}</td><td>${block('LARKSPUR MUTUAL', 'LM44108221')}</td></tr></table>`;
    for (const policy of show(html, 'chart').chart?.policies ?? [])
      expect([brief(policy.rank), brief(policy.payer)]).toBeOneOf([
        ['primary', 'BRIGHTWATER HEALTH'],
        ['secondary', 'LARKSPUR MUTUAL'],
      ]);
  });

  it('with the profiles side by side', () => {
    const html = `<table>${heads('', 'Primary', 'Secondary')}${tr('Payer', 'BRIGHTWATER HEALTH', 'LARKSPUR MUTUAL')}${tr('Member ID', 'BW1', 'LM44108221')}${tr('Group', 'G1', '')}</table>`;
    const policies = show(html, 'chart').chart?.policies ?? [];
    for (const policy of policies) {
      const rank = brief(policy.rank);
      expect([rank, brief(policy.payer), brief(policy.memberId)]).toBeOneOf([
        ['primary', 'BRIGHTWATER HEALTH', 'BW1'],
        ['secondary', 'LARKSPUR MUTUAL', 'LM44108221'],
      ]);
    }
  });
});

describe('recognising what a stranger wrote', () => {
  it.each([
    [
      'claim-history',
      `<table><tr><td><font size="4">Claims for this patient</font></td></tr></table><h2>Patient Claims</h2><table>${heads('Claim #', 'Svc Dt', 'Claim Status', 'Prim Ins', 'Chg', 'Pt Bal')}${tr('1', '2', '3', '4', '5', '6')}</table>`,
    ],
    [
      'ledger',
      `<h3>Charge Details - Claim 8841207</h3><table>${heads('Ln', 'CPT', 'Mod', 'Chg', 'Ins Pd', 'Adj', 'Bal')}${tr('1', '99214', '25', '185.00', '118.40', '66.60', '0.00')}</table>`,
    ],
    [
      'unknown',
      `<h3>Fee Schedule</h3><table>${heads('CPT', 'Description', 'Fee')}${tr('99214', 'OFFICE VISIT', '185.00')}</table>`,
    ],
    [
      'unknown',
      `<h3>Secondary Billing</h3><table>${heads('', 'Claim #', 'Svc Dt', 'Claim Status', 'Prim Ins', 'Chg', 'Pt Bal')}${tr('', '1', '2', '3', '4', '5', '6')}</table>`,
    ],
  ])('knows %s', (page, html) => {
    expect(pageOf(html)).toBe(page);
  });
});
