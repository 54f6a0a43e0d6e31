import { describe, expect, it } from 'vitest';
import { withHosts } from '../../../lib/pages/profile';
import { isCutOff } from '../../../lib/pages/read';
import { recognise } from '../../../lib/pages/recognise';
import { HOST, pageOf, parse, profile, show } from './page';

const table = (...heads: string[]) =>
  `<table><tr>${heads.map((h) => `<td>${h}</td>`).join('')}</tr><tr>${heads.map(() => '<td>x</td>').join('')}</tr></table>`;
const CLAIMS = table('Claim ID', 'DOS', 'Status', 'Primary Payer', 'Charge', 'Patient Balance');
const LEDGER = table('Line', 'DOS', 'CPT', 'Charge', 'Ins Paid', 'Adjustments', 'Balance');
const BOXES = [
  '1a. Insured',
  '2. Patient',
  '9a. Other',
  '9d. Plan',
  '10a. Work',
  '10b. Auto',
  '11. Group',
  '11a. DOB',
  '11c. Plan',
  '11d. Another',
  '24A. Dates',
  '28. Total',
  '29. Paid',
]
  .map((l) => `<label>${l} <input></label>`)
  .join('');

describe('recognising a page', () => {
  it.each([
    [
      'a Claim History by heading and columns',
      `<div id="pgTitle">Claim History</div>${CLAIMS}`,
      undefined,
      'claim-history',
    ],
    ['a Claim History by address and columns', CLAIMS, '/action.do?ACTION_NAME=CLAIM_HISTORY', 'claim-history'],
    [
      'an empty Claim History',
      '<h1>Claim History</h1><p>No claims.</p>',
      '/action.do?ACTION_NAME=PATIENT_CLAIM_HISTORY_DISPLAY',
      'claim-history',
    ],
    ['a ledger', `<h2>Charge Ledger</h2>${LEDGER}`, undefined, 'ledger'],
    [
      "a payment posting, though it has the ledger's columns",
      `<h2>Payment Posting</h2><form>${LEDGER}<input name="PAID_1"></form>`,
      '/action.do?ACTION_NAME=PAYMENT_POSTING',
      'posting',
    ],
    [
      'a chart',
      `<h1>Patient Chart</h1>${table('Rank', 'Payer', 'Member ID', 'Group')}`,
      '/patient_chart.jsp?MEMBER_ID=1',
      'chart',
    ],
    [
      'an insurance page',
      `<h1>Insurance Information</h1>${table('Rank', 'Payer', 'Member ID', 'Group')}`,
      '/insurance_information.jsp',
      'insurance',
    ],
    [
      'a claim form',
      `<h1>Secondary Claim</h1><form>${BOXES}<input type="submit" value="Submit"></form>`,
      undefined,
      'claim-form',
    ],
    [
      'a claim form of the other name',
      `<h1>Create Claim</h1><p>Claim Transmission</p><form>${BOXES}</form>`,
      undefined,
      'claim-form',
    ],
    [
      'a popup of the payer search',
      `<h1>Insurance Search</h1>${table('Insurance ID', 'Name', 'DOB', 'Payer')}`,
      '/action.do?ACTION_NAME=INSURANCE_SEARCH',
      'payer-search',
    ],
    [
      'a sign-in page',
      '<form action="j_security_check"><input name="j_username"><input type="password" name="j_password"></form>',
      '/action.do?ACTION_NAME=CLAIM_HISTORY',
      'login',
    ],
    [
      'a sign-in page with the words of a session that ended',
      '<p>Your session has expired. Sign in again.</p><a href="/login">Sign in</a>',
      undefined,
      'login',
    ],
    ['a worklist with the same columns as none it knows', `<h1>Secondary Billing</h1>${CLAIMS}`, undefined, 'unknown'],
    ['a schedule', "<h1>Today's Appointments</h1><table><tr><td>9:00</td></tr></table>", undefined, 'unknown'],
    ['columns alone', table('Claim ID', 'DOS', 'Status', 'Charge'), undefined, 'unknown'],
    ['a heading alone', '<h1>Claim History</h1>', '/x.jsp', 'unknown'],
  ] as const)('knows %s', (_, html, path, page) => {
    expect(pageOf(html, path)).toBe(page);
  });

  it('does not look at pages of other hosts', () => {
    const doc = parse(`<h1>Claim History</h1>${CLAIMS}`);
    for (const url of [
      'https://example.com/action.do?ACTION_NAME=CLAIM_HISTORY',
      'https://healthfusionclaims.com.evil.example/claim_history',
      'https://evilhealthfusionclaims.com/claim_history',
      'ftp://txn2.healthfusionclaims.com/',
      'about:blank',
    ]) {
      expect(recognise(doc, url, [profile])).toBeUndefined();
    }
    expect(recognise(doc, 'http://127.0.0.1:4010/claim_history', [profile])).toBeUndefined();
    expect(recognise(doc, 'http://127.0.0.1:4010/claim_history', [withHosts(profile, ['127.0.0.1'])])?.page).toBe(
      'claim-history',
    );
  });

  it('knows no page of 5,000 elements within the time of a blink', () => {
    const doc = parse(`<h1>Schedule</h1>${'<div><span>9:00</span></div>'.repeat(2500)}`);
    expect(recognise(doc, HOST, [profile])?.page).toBe('unknown');
  });

  it('tells a page that was cut off by its end', () => {
    expect([
      isCutOff('<html><body><table></table></body></html>\n'),
      isCutOff('<html><body></body></html><!-- 12 ms -->'),
      isCutOff('<html><body><table><tr><td>1'),
    ]).toEqual([false, false, true]);
  });
});

it('an answer of a server that failed is known as such, however its words stand', () => {
  const broken = show('<h1>HTTP Status 500</h1><pre>Internal error</pre>', 'unknown');
  expect([broken.complete, broken.problems.map(({ kind }) => kind)]).toEqual([false, ['server-error']]);
});
