import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../lib/claim/claim';
import { brief, show } from './page';

const short = (p: Policy) => ({
  rank: brief(p.rank),
  active: brief(p.active),
  payer: brief(p.payer),
  memberId: brief(p.memberId),
  group: brief(p.group),
  insured: brief(p.insured),
  rel: brief(p.relationship),
  from: brief(p.effective),
  path: p.path,
});

describe('the chart', () => {
  it('reads insurance rows of a table', () => {
    const html = `<div id="patientInfo"><b>Patient:</b> OKAFOR, DENISE M <b>Chart #:</b> HF204417 <b>DOB:</b> 03/04/1950 <b>Sex:</b> F</div>
      <table><tr><th>Rank</th><th>Payer</th><th>Member ID</th><th>Group #</th><th>Insured</th><th>Relationship</th><th>Effective</th><th>Status</th></tr>
      <tr id="tr_Primary"><td>Primary</td><td>BRIGHTWATER HEALTH</td><td>BW1234567</td><td>G100</td><td>OKAFOR, DENISE M</td><td>Self</td><td>01/01/2025</td><td>Active</td></tr>
      <tr id="tr_Secondary"><td>Secondary</td><td>LARKSPUR MUTUAL</td><td>LM44108221</td><td></td><td>OKAFOR, PAUL</td><td>Spouse</td><td>01/01/2025</td><td>Active</td></tr>
      <tr><td>Archived</td><td>OLD PLAN</td><td>OP1</td><td></td><td></td><td></td><td></td><td>Inactive</td></tr></table>`;
    const { chart, patient } = show(html, 'chart');
    expect([brief(patient.name), brief(patient.chart), brief(patient.dob), brief(chart?.sex)]).toEqual([
      { last: 'OKAFOR', first: 'DENISE', middle: 'M' },
      'HF204417',
      '1950-03-04',
      'F',
    ]);
    expect(chart?.policies.map(short)).toEqual([
      {
        rank: 'primary',
        active: true,
        payer: 'BRIGHTWATER HEALTH',
        memberId: 'BW1234567',
        group: 'G100',
        insured: { last: 'OKAFOR', first: 'DENISE', middle: 'M' },
        rel: 'self',
        from: '2025-01-01',
        path: 'chart/primary',
      },
      {
        rank: 'secondary',
        active: true,
        payer: 'LARKSPUR MUTUAL',
        memberId: 'LM44108221',
        group: '-',
        insured: { last: 'OKAFOR', first: 'PAUL', middle: '' },
        rel: 'spouse',
        from: '2025-01-01',
        path: 'chart/secondary',
      },
      {
        rank: 'archived',
        active: false,
        payer: 'OLD PLAN',
        memberId: 'OP1',
        group: '-',
        insured: '-',
        rel: '?',
        from: '-',
        path: 'chart/archived',
      },
    ]);
  });

  it('reads labelled blocks under headings', () => {
    const block = (
      rank: string,
      payer: string,
      id: string,
    ) => `<h3>${rank} Insurance</h3><table><tr><td>Payer:</td><td>${payer}</td><td>Member ID:</td><td>${id}</td></tr>
      <tr><td>Group Number:</td><td></td><td>Relationship to Insured:</td><td>Self</td></tr><tr><td>Insured Address:</td><td>12 ELM ST<br>AUSTIN, TX 78701</td></tr></table>`;
    const { chart } = show(
      block('Primary', 'MEDICARE', '1EG4TE5MK73') + block('Secondary', 'AETNA <a href="#">Verify</a>', 'W100200300'),
      'chart',
    );
    expect(
      chart?.policies.map((p) => [
        brief(p.rank),
        brief(p.payer),
        brief(p.memberId),
        brief(p.group),
        brief(p.relationship),
      ]),
    ).toEqual([
      ['primary', 'MEDICARE', '1EG4TE5MK73', '-', 'self'],
      ['secondary', 'AETNA', 'W100200300', '-', 'self'],
    ]);
    expect(brief(chart?.policies[0]?.insuredAddress)).toEqual({
      line1: '12 ELM ST',
      city: 'AUSTIN',
      state: 'TX',
      zip: '78701',
      phone: '',
    });
  });

  it('reads a profile that stands in boxes to type in', () => {
    const html = `<h2>Secondary Insurance</h2><form><label>Payer <select name="PAYER_ID"><option value="1">AETNA</option><option value="2" selected>LARKSPUR MUTUAL</option></select></label>
      <label>Insurance ID <input name="INSURANCE_ID" value="LM44108221"></label><label>Group Number <input value="G7"></label></form>`;
    const { chart } = show(html, 'insurance');
    expect(chart?.policies.map((p) => [brief(p.rank), brief(p.payer), brief(p.memberId), brief(p.group)])).toEqual([
      ['secondary', 'LARKSPUR MUTUAL', 'LM44108221', 'G7'],
    ]);
  });

  it('reads one profile on a page of its own, with its rank, and what its payer takes', () => {
    const page = (more: string) =>
      show(
        `<form><input type="hidden" name="POLICY_INFO_ID" value="1"><table><tr><td>Payer:</td><td><select><option>AETNA</option><option selected>LARKSPUR MUTUAL</option></select></td><td>Electronic Payer ID:</td><td>LM001</td></tr>
      <tr><td>Electronic Secondary Claims:</td><td>No</td><td>Insurance Type:</td><td><select><option>Primary</option><option selected>Secondary</option></select></td></tr>
      <tr><td>Insured ID:</td><td><input value="LM44108221"></td><td>Insured Name:</td><td>OKAFOR, DENISE M</td></tr>
      <tr><td>Insured Address:</td><td>12 ELM ST, APT 4, AUSTIN TX 78701</td><td>Status:</td><td>${more}</td></tr></table></form>`,
        'insurance',
      ).chart?.policies;
    const [policy, ...others] = page('Active') ?? [];
    expect(others).toEqual([]);
    expect(
      [policy?.rank, policy?.payer, policy?.payerId, policy?.memberId, policy?.electronicSecondary].map(brief),
    ).toEqual(['secondary', 'LARKSPUR MUTUAL', 'LM001', 'LM44108221', false]);
    expect([brief(policy?.type), brief(policy?.active)]).toEqual(['-', true]);
    expect(brief(policy?.insuredAddress)).toMatchObject({ line1: '12 ELM ST, APT 4', city: 'AUSTIN', zip: '78701' });
    expect(page('Archived')?.map((one) => [brief(one.rank), brief(one.active)])).toEqual([['archived', false]]);
  });

  it('tells an empty cell from a thing that the chart does not have', () => {
    const html = `<table><tr><th>Type</th><th>Payer</th><th>Payer ID</th><th>Member ID</th><th>Relationship</th></tr>
      <tr><td>Secondary (Archived)</td><td>OLD PLAN</td><td>OP</td><td>OP1</td><td>Self</td></tr>
      <tr><td>Secondary</td><td>LARKSPUR MUTUAL</td><td></td><td>&nbsp;</td><td></td></tr></table>`;
    const [old, now] = show(html, 'chart').chart?.policies ?? [];
    expect(brief(old?.rank)).toBe('archived');
    expect([now?.rank, now?.payerId, now?.memberId, now?.relationship, now?.electronicSecondary].map(brief)).toEqual([
      'secondary',
      '',
      '',
      '?',
      '-',
    ]);
    expect(now?.memberId).toMatchObject({ place: { path: 'chart/secondary/memberId', page: 'chart' } });
    const without = show(
      `<table><tr><th>Rank</th><th>Payer</th><th>Group</th></tr><tr><td>Secondary</td><td>LARKSPUR MUTUAL</td><td></td></tr></table>`,
      'chart',
    ).chart?.policies[0];
    expect([without?.payerId, without?.memberId, without?.relationship].map(brief)).toEqual(['-', '-', '-']);
  });

  it('reads the balance in its frame', async () => {
    document.body.innerHTML = '<iframe name="balances" id="balances"></iframe>';
    const frame = document.querySelector('iframe')!;
    frame.contentDocument!.body.innerHTML =
      '<table><tr><td>Guarantor Balance</td><td class="dataTotal">$1,234.56</td></tr></table>';
    const html = document.body.innerHTML;
    expect(html).toContain('iframe');
    const { readPageSync } = await import('../../../lib/pages/read');
    const { profile, handles, HOST } = await import('./page');
    const { chart } = readPageSync(document, HOST, { profile, page: 'chart', now: 1, from: 'live', handles });
    expect(brief(chart?.patientBalance)).toBe(123456);
  });

  it('does not take one patient for another where the page names two', () => {
    const { patient } = show(
      '<div id="patientInfo"><b>Patient:</b> OKAFOR, DENISE<br><b>Patient:</b> LINDQVIST, PER</div>',
      'chart',
    );
    expect(patient.name.kind).toBe('unreadable');
  });

  it.each(['02/30/1950', '1950', 'unknown'])('does not read "%s" as a birth date', (dob) => {
    expect(
      show(`<div id="patientInfo"><b>Patient:</b> OKAFOR, DENISE <b>DOB:</b> ${dob}</div>`, 'chart').patient.dob.kind,
    ).not.toBe('read');
  });
});
