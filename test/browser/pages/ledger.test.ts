import { describe, expect, it } from 'vitest';
import type { Ledger, Posting } from '../../../lib/claim/claim';
import { brief, handles, show } from './page';

const ledger = (html: string): Ledger => show(html, 'ledger').ledger as Ledger;
const posting = (p: Posting | undefined) =>
  p && {
    payer: brief(p.payer),
    level: brief(p.level),
    paid: brief(p.paid),
    date: brief(p.date),
    adj:
      p.adjustments.kind === 'read'
        ? p.adjustments.value.map((a) => `${a.group}${a.carc}:${a.amount}`)
        : brief(p.adjustments),
  };
const row = (...cells: string[]) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>\n`;
const head = (...cells: string[]) => `<tr>${cells.map((c) => `<th>${c}</th>`).join('')}</tr>\n`;

describe('the charge ledger', () => {
  it('reads lines with adjustments in one cell', () => {
    const html = `<h1>Charge Ledger - Claim 8841207</h1><table>
      ${head('Line', 'DOS', 'CPT', 'Mod', 'Units', 'Charge', 'Payer', 'Ins Paid', 'Adjustments', 'Posted', 'Pt Resp', 'Balance', 'Remarks')}
      ${row('1', '02/24/2026', '99214', '25', '1', '185.00', 'BRIGHTWATER', '118.40', 'CO-45 42.00<br>PR-2 24.60', '03/10/2026', '24.60', '0.00', 'MA18')}
      ${row('2', '02/24/2026', '93000', '', '1', '100.00', 'BRIGHTWATER', '43.49', 'CO 45 $56.50', '03/10/2026', '0.00', '0.01', '')}
      ${row('Total', '', '', '', '', '285.00', '', '', '', '', '24.60', '0.01', '')}</table>`;
    const read = ledger(html);
    expect([read.claimId, read.totalCharge, read.totalBalance].map(brief)).toEqual(['8841207', 28500, 1]);
    expect(
      read.lines.map((l) => [
        l.n,
        brief(l.procedure),
        brief(l.modifiers),
        brief(l.units),
        brief(l.charge),
        brief(l.balance),
        brief(l.dos),
      ]),
    ).toEqual([
      [1, '99214', ['25'], 1, 18500, 0, '2026-02-24'],
      [2, '93000', [], 1, 10000, 1, '2026-02-24'],
    ]);
    expect(posting(read.lines[0]?.postings[0])).toEqual({
      payer: 'BRIGHTWATER',
      level: '-',
      paid: 11840,
      date: '2026-03-10',
      adj: ['CO45:4200', 'PR2:2460'],
    });
    expect(read.crossover).toMatchObject([{ says: 'forwarded', code: 'MA18' }]);
    expect(handles.get('ledger/8841207/2/balance')?.textContent).toBe('0.01');
  });

  it('reads group, reason and amount in three cells, further ones in rows beneath', () => {
    const html = `<div>Claim ID: <b>77001</b></div><table>
      ${head('Line', 'Service Date', 'Procedure', 'Billed', 'Paid', 'Group', 'Reason', 'Amount', 'Balance')}
      ${row('1', '02/24/2026', '99214-25', '185.00', '118.40', 'CO', '45', '42.00', '0.00')}
      ${row('', '', '', '', '', 'PR', '2', '24.60', '')}
      ${row('2', '02/24/2026', '93000', '100.00', '0.00', '', '', '', '100.00')}</table>`;
    const read = ledger(html);
    expect(brief(read.claimId)).toBe('77001');
    expect(read.lines.map((l) => l.postings.map(posting))).toEqual([
      [{ payer: '-', level: '-', paid: 11840, date: '-', adj: ['CO45:4200', 'PR2:2460'] }],
      [],
    ]);
    expect(brief(read.lines[0]?.modifiers)).toEqual(['25']);
  });

  it('reads cells that span the rows of their adjustments', () => {
    const html = `<table>
      ${head('Ln', 'Proc', 'Charge', 'Ins Paid', 'Group', 'CARC', 'Adj Amt', 'Balance')}
      <tr><td rowspan="2">1</td><td rowspan="2">99214</td><td rowspan="2">185.00</td><td rowspan="2">118.40</td><td>CO</td><td>45</td><td>42.00</td><td rowspan="2">0.00</td></tr>
      <tr><td>PR</td><td>2</td><td>24.60</td></tr>
      <tr><td>2</td><td>93000</td><td>100.00</td><td>100.00</td><td></td><td></td><td></td><td>0.00</td></tr></table>`;
    const read = ledger(html);
    expect(read.lines.map((l) => l.postings.map((p) => [posting(p)?.paid, posting(p)?.adj]))).toEqual([
      [[11840, ['CO45:4200', 'PR2:2460']]],
      [[10000, []]],
    ]);
  });

  it('reads postings in rows beneath a line once, not again as the sum in the line', () => {
    const html = `<table>
      ${head('Line', 'DOS', 'CPT', 'Charge', 'Payer', 'Level', 'Ins Paid', 'Adjustments', 'Check Date', 'Balance')}
      ${row('1', '02/24/2026', '99214', '185.00', '', '', '118.40', '', '', '0.00')}
      ${row('', '', '', '', 'BRIGHTWATER', 'Primary', '100.00', 'CO-45 42.00; PR-2 24.60', '03/10/2026', '')}
      ${row('', '', '', '', 'LARKSPUR', 'Secondary', '18.40', '', '04/10/2026', '')}</table>`;
    expect(ledger(html).lines[0]?.postings.map(posting)).toEqual([
      { payer: 'BRIGHTWATER', level: 'P', paid: 10000, date: '2026-03-10', adj: ['CO45:4200', 'PR2:2460'] },
      { payer: 'LARKSPUR', level: 'S', paid: 1840, date: '2026-04-10', adj: [] },
    ]);
  });

  it('reads a table of postings inside a row beneath', () => {
    const html = `<table>${head('Line', 'DOS', 'CPT', 'Charge', 'Ins Paid', 'Balance')}
      ${row('1', '02/24/2026', '99214', '185.00', '118.40', '0.00')}
      <tr><td colspan="6"><table>${head('Payer', 'Posted', 'Paid', 'Adjustments')}${row('BRIGHTWATER', '03/10/2026', '118.40', 'CO-45 42.00<br>PR-2 24.60')}</table></td></tr>
      ${row('2', '02/24/2026', '93000', '100.00', '0.00', '100.00')}</table>`;
    const read = ledger(html);
    expect(read.lines.map((l) => l.postings.map(posting))).toEqual([
      [{ payer: 'BRIGHTWATER', level: '-', paid: 11840, date: '2026-03-10', adj: ['CO45:4200', 'PR2:2460'] }],
      [],
    ]);
  });

  it('does not know the adjustments of a line whose rows are folded', () => {
    const html = `<table>${head('Line', 'DOS', 'CPT', 'Charge', 'Ins Paid', 'Adjustments', 'Balance')}
      ${row('1', '02/24/2026', '99214', '185.00', '118.40', '', '0.00')}
      <tr style="display:none"><td colspan="7">CO-45 42.00</td></tr></table>`;
    expect(ledger(html).lines[0]?.postings[0]?.adjustments.kind).toBe('unreadable');
  });

  it.each(['CO-45', 'CO-45 12.3.4', '42.00 of 66.60', 'see EOB'])('never makes an adjustment of "%s"', (cell) => {
    const html = `<table>${head('Line', 'DOS', 'CPT', 'Charge', 'Ins Paid', 'Adjustments', 'Balance')}${row('1', '02/24/2026', '99214', '185.00', '118.40', cell, '0.00')}</table>`;
    expect(ledger(html).lines[0]?.postings[0]?.adjustments).toMatchObject({ kind: 'unreadable' });
  });

  it('does not take the balance of a ledger of two claims for one', () => {
    const html = `<table>${head('Claim', 'DOS', 'CPT', 'Charge', 'Balance')}${row('100', '02/24/2026', '99214', '1.00', '0.00')}${row('200', '02/24/2026', '99214', '1.00', '0.00')}</table>`;
    const read = ledger(html);
    expect([read.claimId.kind, read.lines.length]).toEqual(['unreadable', 0]);
  });

  it('leaves the last line out where the page was cut off', () => {
    const html = `<table>${head('Line', 'DOS', 'CPT', 'Charge', 'Balance')}${row('1', '02/24/2026', '99214', '1.00', '0.00')}<tr><td>2</td><td>02/24/2026</td><td>93000</td><td>10`;
    const snapshot = show(html, 'ledger');
    expect([snapshot.complete, snapshot.ledger?.lines.length, snapshot.problems[0]?.text]).toEqual([
      false,
      1,
      'The page ended in the middle of line 2. 1 line was read, the rest is not known.',
    ]);
  });

  it('keeps a description apart from modifiers', () => {
    const line = (code: string) =>
      ledger(
        `<table>${head('Line', 'DOS', 'Procedure', 'Charge', 'Balance')}${row('1', '02/24/2026', code, '1.00', '0.00')}</table>`,
      ).lines[0];
    const both = (code: string) => [brief(line(code)?.procedure), brief(line(code)?.modifiers)];
    expect(both('99214')).toEqual(['99214', []]);
    expect(both('99214-25-59')).toEqual(['99214', ['25', '59']]);
    expect(both('99214 25 59')).toEqual(['99214', ['25', '59']]);
    expect(both('J1100:JW')).toEqual(['J1100', ['JW']]);
    expect(both('99214 OFFICE VISIT')).toEqual(['99214', []]);
    expect(both('99214 25 OFFICE VISIT')).toEqual(['99214', '?']);
    expect(both('VISIT')[0]).toBe('?');
  });

  it('reads totals, statement and write-off from labels', () => {
    const read =
      ledger(`<table><tr><td>Insurance Balance:</td><td>$0.00</td><td>Patient Balance:</td><td>$24.60</td></tr><tr><td>Statement Sent</td><td>No</td><td>Written off</td><td>No</td></tr></table>
      <table>${head('Line', 'DOS', 'CPT', 'Charge', 'Balance')}${row('1', '02/24/2026', '99214', '1.00', '0.00')}</table>`);
    expect([read.insuranceBalance, read.patientBalance, read.statementSent, read.writtenOff].map(brief)).toEqual([
      0,
      2460,
      false,
      false,
    ]);
  });
});

describe('words of the ledger page', () => {
  it('takes neither a label nor its value for something the PM says', () => {
    const html = `<h1>Charge Ledger - Claim 8841207</h1><p>Claim 8841299 was created.</p>
      <table><tr><td>Claim Created:</td><td>02/24/2026</td><td>Status:</td><td>Claim HF Accepted</td></tr></table>`;
    expect(show(html, 'ledger').messages.map(({ text }) => text)).toEqual(['Claim 8841299 was created.']);
  });
});

describe('payments listed beside the lines', () => {
  const lines = (...rows: string[]) =>
    `<h1>Charge Ledger - Claim 8841207</h1><table>
      ${head('Balance', 'Line', 'CPT', 'Charge', 'Ins Paid', 'Adjustments')}${rows.join('')}
      ${row('0.00', 'Total', '', '285.00', '161.89', '123.11')}</table>`;
  const first = row('0.00', '1', '99214', '185.00', '118.40', 'CO-45 42.00<br>PR-2 24.60');
  const second = row('0.00', '2', '93000', '100.00', '43.49', 'CO-45 56.51');
  const list = (...rows: string[]) =>
    `<table>${head('Line', 'Payer', 'Level', 'Check Date', 'Posting Date', 'Paid', 'Remarks')}${rows.join('')}</table><p>end</p>`;
  const paid = (n: string, amount: string, date: string, level = 'Primary', payer = 'BRIGHTWATER') =>
    row(n, payer, level, date, '03/12/2026', amount, '');

  it('gives each line its payer, level and check date, not the day of posting', () => {
    const read = ledger(
      lines(first, second) + list(paid('1', '118.40', '03/10/2026'), paid('2', '43.49', '03/11/2026')),
    );
    expect(read.lines.map((line) => line.postings.map(posting))).toEqual([
      [{ payer: 'BRIGHTWATER', level: 'P', paid: 11840, date: '2026-03-10', adj: ['CO45:4200', 'PR2:2460'] }],
      [{ payer: 'BRIGHTWATER', level: 'P', paid: 4349, date: '2026-03-11', adj: ['CO45:5651'] }],
    ]);
    expect(brief(read.totalBalance)).toBe(0);
  });

  it('nets what one payer took back and paid again, with the last date', () => {
    const read = ledger(
      lines(first) +
        list(paid('1', '118.40', '03/10/2026'), paid('1', '(118.40)', '03/14/2026'), paid('1', '118.40', '03/14/2026')),
    );
    expect(read.lines[0]?.postings.map(posting)).toEqual([
      { payer: 'BRIGHTWATER', level: 'P', paid: 11840, date: '2026-03-14', adj: ['CO45:4200', 'PR2:2460'] },
    ]);
  });

  it('does not choose whose the adjustments are where two payers paid', () => {
    const two = list(paid('1', '100.00', '03/10/2026'), paid('1', '18.40', '03/16/2026', 'Secondary', 'OLIVE MUTUAL'));
    const read = ledger(lines(first) + two);
    expect(read.lines[0]?.postings.map(posting)).toEqual([
      { payer: 'BRIGHTWATER', level: 'P', paid: 10000, date: '2026-03-10', adj: '?' },
      { payer: 'OLIVE MUTUAL', level: 'S', paid: 1840, date: '2026-03-16', adj: '?' },
    ]);
  });

  it('believes neither where line and list differ', () => {
    const read = ledger(lines(first) + list(paid('1', '118.41', '03/10/2026')));
    expect(posting(read.lines[0]?.postings[0])).toMatchObject({ paid: '?', date: '2026-03-10' });
  });

  it('is not whole where the page ends inside the list', () => {
    const html = `${lines(first)}<table>${head('Line', 'Payer', 'Level', 'Check Date', 'Paid', 'Remarks')}<tr><td>1</td><td>BRIGHT`;
    const snapshot = show(html, 'ledger');
    expect(snapshot.complete).toBe(false);
    expect(snapshot.problems.map(({ kind }) => kind)).toContain('cut-off');
  });
});
