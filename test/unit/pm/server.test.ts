import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOXES, lineBoxes } from '../../pm/form';
import { SCENES } from '../../pm/scenes';
import { type Pm, startPm } from '../../pm/server';
import { accountBalances, claimsOf, residual, totalsOf } from '../../pm/truth';
import { CANONICAL, CHOICES, parseVariant, VARIANTS, type Variant } from '../../pm/variants';
import { type Client, goodForm, login, sceneClaim } from './client';

const E = SCENES.electronic;
const MEMBER = { MEMBER_ID: String(E.memberId) };
const CLAIM = { CLAIM_ID: E.claims.main };
const LOGIN_PAGE = 'name="login_form"';
const rows = (html: string) => html.match(/<tr class="datacell2?"/g)?.length ?? 0;

let pm: Pm;
let biller: Client;

beforeEach(async () => {
  pm = await startPm();
  biller = await login(pm);
});
afterEach(() => pm.close());

const search = (mode = 'inline', name = 'garcia') =>
  biller.page('SECONDARY_PAYER_SEARCH', { ...CLAIM, MODE: mode, SEC_PAYER_ID: '212', SEARCH_LAST_NAME: name });

describe('login', () => {
  it('refuses a wrong password', async () => {
    const body = new URLSearchParams({ j_username: 'biller', j_password: 'guess' });
    const answer = await fetch(`${pm.origin}/electronic/j_security_check`, { method: 'POST', body });
    expect(await answer.text()).toContain('<span class="errorText">');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('answers every page with the login page when there is no session, with status 200', async () => {
    const answer = await fetch(`${pm.origin}/electronic/pm/patient_chart.jsp?MEMBER_ID=1001`);
    expect([answer.status, (await answer.text()).includes(LOGIN_PAGE)]).toEqual([200, true]);
  });

  it('answers with the login page when the sessions have run out', async () => {
    expect(await biller.page('CLAIM_HISTORY', MEMBER)).toContain(E.claims.main);
    pm.expireSessions();
    expect(await biller.page('CLAIM_HISTORY', MEMBER)).toContain(LOGIN_PAGE);
  });

  it('ends a session at Log Out', async () => {
    await biller.page('LOGOUT', {});
    expect(await biller.page('CLAIM_HISTORY', MEMBER)).toContain(LOGIN_PAGE);
  });
});

describe('pages', () => {
  it('find patients by name, with the documented columns, 25 a page', async () => {
    const found = await (await biller.post('PATIENT_SEARCH', { SEARCH_TEXT: 'garcia', SEARCH_TYPE: 'Patient' })).text();
    for (const words of ['Home Phone', 'Insured ID', 'HF7001001', 'GARCIA, MARTIN']) expect(found).toContain(words);
    const all = await (await biller.post('PATIENT_SEARCH', { SEARCH_TEXT: 'HF', SEARCH_TYPE: 'Patient' })).text();
    expect([rows(all), all.includes('id="next"')]).toEqual([25, true]);
  });

  it('show the chart with the balances in a frame, and its insurance rows', async () => {
    const chart = await (await biller.get(`/electronic/pm/patient_chart.jsp?MEMBER_ID=${E.memberId}`)).text();
    expect(chart).toContain('<iframe id="balances" name="balances"');
    expect(chart).toMatch(/id="tr_Primary"[\s\S]*AETNA[\s\S]*id="tr_Secondary"[\s\S]*CIGNA/);
    const frame = await (await biller.get(`/electronic/pm/patient_balances.jsp?MEMBER_ID=${E.memberId}`)).text();
    expect(frame).toMatch(/Guarantor Balance<\/td><td class="dataTotal">\$/);
  });

  it('show an archived profile as archived, and never as the row of the secondary', async () => {
    const id = SCENES.archivedSecondary.memberId;
    const chart = await (await biller.get(`/electronic/pm/patient_chart.jsp?MEMBER_ID=${id}`)).text();
    expect(chart).toContain('Secondary (Archived)');
    expect(chart).not.toContain('id="tr_Secondary"');
  });

  it('save an insurance profile', async () => {
    const policy = pm.truth.policies.find((p) => p.patientId === E.memberId && p.rank === 'Secondary');
    const typed = { ...MEMBER, POLICY_INFO_ID: String(policy?.id), INSURANCE_ID: 'H1', INSURANCE_TYPE: 'Ancillary' };
    const saved = await (await biller.post('INSURANCE_SAVE', typed)).text();
    expect(saved).toContain('Insurance profile saved.');
    expect(policy).toMatchObject({ insuranceId: 'H1', rank: 'Ancillary', payerId: '212' });
  });

  it('answer a POST with the page itself', async () => {
    const answer = await biller.post('CLAIM_HISTORY', MEMBER);
    expect([answer.status, answer.redirected]).toEqual([200, false]);
    expect(await answer.text()).toContain('<div id="pgTitle">Claim History</div>');
  });

  it('list all claims of a patient, 204 of one of them', async () => {
    expect(rows(await biller.page('CLAIM_HISTORY', MEMBER))).toBe(13);
    const many = await biller.page('CLAIM_HISTORY', { MEMBER_ID: String(SCENES.manyClaims.memberId) });
    expect(rows(many)).toBe(204);
  });

  it('offer COB for a finalized claim only', async () => {
    const history = await biller.page('CLAIM_HISTORY', MEMBER);
    expect(history.match(/create_cob/g)).toHaveLength(3);
    expect(history.match(/class="disabledLink">COB/g)).toHaveLength(10);
    const refused = await biller.page('SECONDARY_CLAIM', { CLAIM_ID: E.claims.other });
    expect(refused).toContain('is not finalized');
    expect(refused).not.toContain('secondary_claim_form');
  });

  it('carry every control of the form under its name', async () => {
    const form = await biller.page('SECONDARY_CLAIM', CLAIM);
    const names = [...Object.keys(BOXES), ...[1, 2, 3, 4, 5, 6].flatMap((n) => Object.keys(lineBoxes(n)))];
    expect(names.filter((name) => !form.includes(`name="${name}"`))).toEqual([]);
  });

  it('are 404 for a patient, claim or action that does not exist', async () => {
    for (const [action, fields] of [
      ['CLAIM_HISTORY', { MEMBER_ID: '1' }],
      ['CHARGE_LEDGER', { CLAIM_ID: '1' }],
      ['toString', {}],
      ['NO_SUCH', {}],
    ] as const) {
      expect((await biller.post(action, fields)).status).toBe(404);
    }
  });

  it('escape a name that is markup', async () => {
    const fields = { MEMBER_ID: String(SCENES.hostileName.memberId) };
    const history = await biller.page('CLAIM_HISTORY', fields);
    expect(history).not.toContain('<IMG');
    expect(history).toContain('O&#39;NEIL &lt;IMG SRC=X ONERROR=ALERT(1)&gt;, &quot;TESS&quot; &amp;AMP;');
  });

  it('escape what was typed into a refused form', async () => {
    const form = { ...goodForm(pm.truth, 'electronic'), INSURED_ID: '', REF_NAME: '"><script>alert(1)</script>' };
    const refused = await (await biller.post('SECONDARY_CLAIM_SUBMIT', form)).text();
    expect(refused).not.toContain('<script>alert');
    expect(refused).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('the payer search', () => {
  it('finds every profile of that payer and last name, with its insurance ID as a link', async () => {
    const found = await search();
    expect(rows(found)).toBe(2);
    expect(found).toMatch(/href="javascript:fillProfile\(&#39;\d+&#39;\)|href="javascript:fillProfile\('\d+'\)/);
    expect(found).not.toContain('<html>');
  });

  it('finds nothing for another payer, and never an archived profile', async () => {
    expect(await search('inline', 'nobody')).toContain('No matching insurance profiles found.');
    const archived = { CLAIM_ID: SCENES.archivedSecondary.claims.main, MODE: 'inline', SEC_PAYER_ID: '201' };
    const found = await biller.page('SECONDARY_PAYER_SEARCH', { ...archived, SEARCH_LAST_NAME: 'KOWALSKI' });
    expect(found).toContain('No matching insurance profiles found.');
  });

  it('keeps what was typed when the page is reloaded', async () => {
    const typed = { ...CLAIM, SEC_PAYER_ID: '212', SEARCH_LAST_NAME: 'GARCIA', PRI_PAID_2: '12.34' };
    const form = await (await biller.post('SECONDARY_PAYER_SEARCH', typed)).text();
    expect(form).toMatch(/name="PRI_PAID_2"[^>]*value="12\.34"/);
    expect(form).toMatch(/<option value="212" selected>CIGNA/);
    expect(rows(form)).toBe(2);
  });

  it('opens in a window of its own whose links hand the profile back', async () => {
    const popup = await search('popup');
    expect(popup).toContain('<title>NextGen Office - Payer Search</title>');
    expect(popup.match(/javascript:pickProfile/g)).toHaveLength(2);
  });

  it('gives the boxes of a picked profile', async () => {
    const policy = pm.truth.policies.find((p) => p.patientId === E.memberId && p.rank === 'Secondary');
    const data = await biller.post('INSURANCE_PROFILE_DATA', { POLICY_INFO_ID: String(policy?.id) });
    expect(await data.json()).toMatchObject({ INSURED_ID: policy?.insuranceId, PAT_NAME: E.name, PAT_REL: 'SELF' });
  });
});

describe('Submit', () => {
  const submit = async (form: Record<string, string>) => (await biller.post('SECONDARY_CLAIM_SUBMIT', form)).text();

  it('accepts a good form: a new HF Accepted row, and the balance moved', async () => {
    const claim = sceneClaim(pm.truth, 'electronic');
    const owed = totalsOf(claim).patientBalance;
    const before = accountBalances(pm.truth, E.memberId);
    const history = await submit(goodForm(pm.truth, 'electronic'));
    const created = claimsOf(pm.truth, E.memberId).find((c) => c.secondaryOf === claim.id);
    expect(history).toContain(`Claim ${created?.id} was created. Status: HF Accepted.`);
    expect(rows(history)).toBe(14);
    const after = accountBalances(pm.truth, E.memberId);
    expect(after).toEqual({ insurance: before.insurance + owed, patient: before.patient - owed });
    expect(pm.truth.submissions).toMatchObject([{ claimId: claim.id, errors: [], created: created?.id }]);
  });

  it('makes a paper claim, which can be printed', async () => {
    const history = await submit(goodForm(pm.truth, 'paper'));
    expect(history).toContain('Status: Paper Accepted.');
    const id = pm.truth.submissions[0]?.created ?? '';
    expect(history).toContain(`ACTION_NAME=PRINT_CMS1500&amp;CLAIM_ID=${id}`);
    const print = await biller.page('PRINT_CMS1500', { CLAIM_ID: id });
    expect(print).toContain('NOWAK, PETER');
    expect(print).toContain('CO-45');
  });

  it('refuses with messages at the top, marked boxes, and what was typed', async () => {
    const refused = await submit({ ...goodForm(pm.truth, 'electronic'), PRI_ADJ_DATE_2: '', REF_NAME: 'DR KEPT' });
    expect(refused).toMatch(
      /<div id="errorMessage"><span class="errorText">Line 2: the adjudication date is required\.<\/span>/,
    );
    expect(refused).toMatch(/name="PRI_ADJ_DATE_2"[^>]*class="errorField"/);
    expect(refused).not.toMatch(/name="PRI_ADJ_DATE_1"[^>]*class="errorField"/);
    expect(refused).toMatch(/name="REF_NAME"[^>]*value="DR KEPT"/);
    expect(claimsOf(pm.truth, E.memberId)).toHaveLength(13);
  });

  it('warns of a crossover once, then takes it', async () => {
    const form = goodForm(pm.truth, 'crossover');
    const warned = await submit(form);
    expect(warned).toContain('<span class="warnText">Warning: MA18');
    expect(warned).toContain('name="CROSSOVER_CONFIRMED" value="Y"');
    expect(await submit({ ...form, CROSSOVER_CONFIRMED: 'Y' })).toContain('Status: HF Accepted.');
  });

  it('takes the form back to front only once', async () => {
    const form = goodForm(pm.truth, 'electronic');
    await submit(form);
    expect(await submit(form)).toContain('already exists for claim');
    expect(claimsOf(pm.truth, E.memberId)).toHaveLength(14);
  });
});

describe('the posting page', () => {
  const claimId = SCENES.centOff.claims.main;
  const save = async (typed: Record<string, string>) => {
    const answer = await biller.post('PAYMENT_POSTING_SAVE', { CLAIM_ID: claimId, LINE: '2', ...typed });
    return answer.text();
  };
  const right = () => {
    const posting = sceneClaim(pm.truth, 'centOff').lines[1]?.postings[0];
    const box = (cents = 0) => (cents / 100).toFixed(2);
    return {
      PAID: box(posting?.paid),
      CHECK_DATE: '02/25/2026',
      CHECK_NO: '1',
      ADJ_GROUP_1: 'CO',
      ADJ_REASON_1: '45',
      ADJ_AMOUNT_1: box(posting?.adjustments[0]?.amount),
      ADJ_GROUP_2: 'PR',
      ADJ_REASON_2: '2',
      ADJ_AMOUNT_2: box((posting?.adjustments[1]?.amount ?? 0) + 1),
    };
  };

  it('mends the cent, and then the claim is accepted', async () => {
    expect(await biller.page('PAYMENT_POSTING', { CLAIM_ID: claimId, LINE: '2' })).toContain('name="ADJ_AMOUNT_2"');
    expect(await save(right())).toContain('Posting of line 2 saved.');
    expect(sceneClaim(pm.truth, 'centOff').lines.map(residual)).toEqual([0, 0]);
    const answer = await biller.post('SECONDARY_CLAIM_SUBMIT', goodForm(pm.truth, 'centOff'));
    expect(await answer.text()).toContain('Status: HF Accepted.');
  });

  it.each([
    ['PAID', 'x', 'Insurance Paid must be an amount.'],
    ['CHECK_DATE', '02/30/2026', 'Check Date must be a date'],
    ['CHECK_DATE', '03/21/2026', 'Check Date is in the future.'],
    ['ADJ_REASON_2', '', 'Adjustment 2 needs a group, a reason and an amount.'],
  ])('refuses %s = "%s" and leaves the posting as it was', async (field, typed, message) => {
    expect(await save({ ...right(), [field]: typed })).toContain(message);
    expect(sceneClaim(pm.truth, 'centOff').lines.map(residual)).toEqual([0, 1]);
  });
});

describe('variants', () => {
  it.each(VARIANTS)('$name serves history, ledger and form', async ({ variant }) => {
    pm.setVariant(variant);
    const history = await biller.page('CLAIM_HISTORY', MEMBER);
    const ledger = await (await biller.post('CHARGE_LEDGER', CLAIM)).text();
    const form = await biller.page('SECONDARY_CLAIM', CLAIM);
    expect(rows(history)).toBe(13);
    expect(ledger).toContain('Charge Ledger');
    expect(form).toContain(`value="${variant.button}"`);
  });

  const shown: [string, Partial<Variant>, 'history' | 'ledger' | 'form', RegExp][] = [
    ['status in upper case', { status: 'upper' }, 'history', />FINALIZED</],
    [
      'status with a word before it',
      { status: 'claim' },
      'history',
      />Claim Finalized<[\s\S]*HealthFusion Rejected|HealthFusion Rejected[\s\S]*Claim Finalized/,
    ],
    ['status with a day under it', { status: 'dated' }, 'history', /<div>Finalized<\/div><div>\d\d\/\d\d\/\d{4}/],
    ['COB as an image, greyed where not allowed', { cob: 'image' }, 'history', /cob_off\.gif[\s\S]*images\/cob\.gif/],
    ['COB as a button, disabled where not allowed', { cob: 'button' }, 'history', /value="COB"[^>]*disabled>/],
    ['terse headings', { wording: 'terse' }, 'history', /<th ?>Claim #<\/th>/],
    ['older headings', { wording: 'legacy' }, 'history', /HF Claim ID/],
    ['one adjustment below the other', { adjustments: 'one-cell' }, 'ledger', /<div>CO-45 \d+\.\d\d<\/div><div>PR-1 /],
    ['adjustments in a list', { adjustments: 'one-cell-list' }, 'ledger', /CO 45 \$\d+\.\d\d; PR-1 \d+\.\d\d; PR 2 \$/],
    [
      'adjustments in three cells',
      { adjustments: 'three-cells' },
      'ledger',
      /<td>CO<\/td><td>45<\/td><td class="money">\d/,
    ],
    ['search inline', { search: 'inline' }, 'form', /onclick="searchInline\(\)"/],
    ['search in a window', { search: 'popup' }, 'form', /onclick="searchPopup\(\)"/],
    ['search by reload', { search: 'reload' }, 'form', /onclick="searchReload\(\)"/],
    ['transmission as a select', { transmission: 'select' }, 'form', /<select name="CLAIM_TRANSMISSION"/],
    ['payment boxes left empty', { prefill: 'partial' }, 'form', /name="PRI_PAID_1"[^>]*value=""/],
    ['payment boxes filled', { prefill: 'full' }, 'form', /name="PRI_PAID_1"[^>]*value="\d+\.\d\d"/],
  ];
  it.each(shown)('%s', async (_says, variant, where, pattern) => {
    pm.setVariant(variant);
    const pages = {
      history: () => biller.page('CLAIM_HISTORY', MEMBER),
      ledger: () => biller.page('CHARGE_LEDGER', CLAIM),
      form: () => biller.page('SECONDARY_CLAIM', CLAIM),
    };
    expect(await pages[where]()).toMatch(pattern);
  });

  it('shuffles the columns, heading and cells together', async () => {
    const first = (html: string) =>
      /<th[^>]*>([^<]*)<[\s\S]*?<tr class="datacell"><TD[^>]*>([\s\S]*?)<\/TD>/.exec(html)?.slice(1);
    expect(first(await biller.page('CLAIM_HISTORY', MEMBER))).toEqual(['Claim ID', E.claims.other]);
    pm.setVariant({ columns: 'shuffled' });
    expect(first(await biller.page('CLAIM_HISTORY', MEMBER))?.[0]).not.toBe('Claim ID');
  });

  it('reaches the ledger by GET only in the plain variant', async () => {
    expect(
      (await biller.get(`/electronic/pm/action.do?ACTION_NAME=CHARGE_LEDGER&CLAIM_ID=${E.claims.main}`)).status,
    ).toBe(200);
    pm.setVariant({ ledger: 'form' });
    expect(
      (await biller.get(`/electronic/pm/action.do?ACTION_NAME=CHARGE_LEDGER&CLAIM_ID=${E.claims.main}`)).status,
    ).toBe(404);
    expect(await biller.page('CLAIM_HISTORY', MEMBER)).toContain(`javascript:open_ledger`);
    expect((await biller.post('CHARGE_LEDGER', CLAIM)).status).toBe(200);
  });

  it('leaves the payment boxes of an unbalanced charge empty even when it promises to fill them', async () => {
    pm.setVariant({ prefill: 'full' });
    const form = await biller.page('SECONDARY_CLAIM', { CLAIM_ID: SCENES.centOff.claims.main });
    expect(form).toMatch(/name="PRI_PAID_1"[^>]*value=""/);
  });

  it('is remembered for one session when asked for in an address', async () => {
    const other = await login(pm, 'status:upper,cob:button');
    expect(await other.page('CLAIM_HISTORY', MEMBER)).toMatch(
      /FINALIZED[\s\S]*type="button" class="button" value="COB"/,
    );
    expect(await biller.page('CLAIM_HISTORY', MEMBER)).not.toContain('FINALIZED');
  });

  it('takes known words only', () => {
    expect(parseVariant('search:popup,cob:image', CANONICAL)).toEqual({ ...CANONICAL, search: 'popup', cob: 'image' });
    expect(parseVariant('search:magic,__proto__:x,toString:y', CANONICAL)).toEqual(CANONICAL);
    expect(parseVariant('older', CANONICAL)).toEqual(VARIANTS.find((v) => v.name === 'older')?.variant);
  });

  it('are all used by at least one whole variant', () => {
    for (const [key, choices] of Object.entries(CHOICES)) {
      const used = new Set(VARIANTS.map((v) => v.variant[key as keyof Variant]));
      expect([key, choices.filter((choice) => !used.has(choice as never))]).toEqual([key, []]);
    }
  });
});

describe('faults', () => {
  it('500, for as many requests as asked, then all is well', async () => {
    pm.setFault({ kind: '500', action: 'CLAIM_HISTORY', count: 2 });
    const status = async () => (await biller.post('CLAIM_HISTORY', MEMBER)).status;
    expect([await status(), await status(), await status()]).toEqual([500, 500, 200]);
  });

  it('hits only what it is aimed at', async () => {
    pm.setFault({ kind: '500', path: 'patient_chart.jsp' });
    expect((await biller.post('CLAIM_HISTORY', MEMBER)).status).toBe(200);
    expect((await biller.get(`/electronic/pm/patient_chart.jsp?MEMBER_ID=${E.memberId}`)).status).toBe(500);
  });

  it('can be taken away', async () => {
    pm.setFault({ kind: '500' });
    pm.setFault(undefined);
    expect((await biller.post('CLAIM_HISTORY', MEMBER)).status).toBe(200);
  });

  it('slow: the answer comes after the wait and not before', async () => {
    pm.setFault({ kind: 'slow', ms: 120 });
    const started = performance.now();
    await biller.post('CLAIM_HISTORY', MEMBER);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });

  it('expired: the login page instead, and the session is gone', async () => {
    pm.setFault({ kind: 'expired', action: 'SECONDARY_PAYER_SEARCH' });
    expect(await biller.page('CLAIM_HISTORY', MEMBER)).not.toContain(LOGIN_PAGE);
    expect(await search()).toContain(LOGIN_PAGE);
    expect(await biller.page('CLAIM_HISTORY', MEMBER)).toContain(LOGIN_PAGE);
  });

  it('cut: the page ends in the middle of the row asked for', async () => {
    const whole = await biller.page('CLAIM_HISTORY', MEMBER);
    pm.setFault({ kind: 'cut', row: 4 });
    const cut = await biller.page('CLAIM_HISTORY', MEMBER);
    expect(rows(cut)).toBe(4);
    expect(whole.startsWith(cut)).toBe(true);
    expect(cut.slice(cut.lastIndexOf('<tr class="datacell'))).not.toContain('</tr>');
  });

  it('empty and doubled search results', async () => {
    pm.setFault({ kind: 'empty-search' });
    await biller.page('CLAIM_HISTORY', MEMBER);
    expect(rows(await search())).toBe(0);
    pm.setFault({ kind: 'doubled-search' });
    expect(rows(await search())).toBe(4);
    expect(rows(await search())).toBe(2);
  });
});

describe('the truth over HTTP', () => {
  it('is refused without the key, and with a wrong one', async () => {
    for (const headers of [{}, { 'x-truth-key': 'guess' }]) {
      const answer = await fetch(`${pm.origin}/__truth/all`, { headers });
      expect([answer.status, await answer.text()]).toEqual([403, 'Forbidden']);
    }
  });

  it('is told with the key', async () => {
    const headers = { 'x-truth-key': pm.truthKey };
    const claim = await fetch(`${pm.origin}/__truth/claims/${E.claims.main}`, { headers });
    expect(await claim.json()).toMatchObject({
      id: E.claims.main,
      status: 'Finalized',
      totals: { insuranceBalance: 0 },
    });
    expect((await fetch(`${pm.origin}/__truth/claims/1`, { headers })).status).toBe(404);
    expect((await fetch(`${pm.origin}/__truth/patients/1001`, { headers })).status).toBe(200);
  });

  it('keeps its key out of every page', async () => {
    const pages = [await biller.page('CLAIM_HISTORY', MEMBER), await biller.page('SECONDARY_CLAIM', CLAIM)];
    expect(pages.join('').includes(pm.truthKey)).toBe(false);
  });
});
