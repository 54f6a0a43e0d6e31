/** The twelve heads of the table. */
export const COLUMNS = [
  'Claim ID',
  'Date of Service',
  'Primary Payer',
  'Secondary Payer',
  'Billed To',
  'Charges',
  'Insurance Paid',
  'Adjustments',
  'Insurance Balance',
  'Patient Balance',
  'Status',
  'Action',
] as const;

const STATUSES = ['Finalized', 'HF Accepted', 'Sent to Payer', 'Received', 'Rejected'];
const PAYERS = ['AETNA', 'CIGNA', 'UNITEDHEALTHCARE', 'HUMANA', 'MEDICARE PART B'];

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const money = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const date = (n: number): string =>
  `${String(1 + (n % 12)).padStart(2, '0')}/${String(1 + (n % 28)).padStart(2, '0')}/2026`;

const row = (n: number): string => {
  const charge = 5_000 + ((n * 137) % 90_000);
  const paid = Math.floor(charge * 0.6);
  const adjusted = Math.floor(charge * 0.3);
  const cells = [
    5_000_000 + n,
    date(n),
    at(PAYERS, n),
    at(PAYERS, n + 1),
    'Primary',
    money(charge),
    money(paid),
    money(adjusted),
    money(0),
    money(charge - paid - adjusted),
    at(STATUSES, n),
    `<a href="/electronic/pm/action.do?ACTION_NAME=CHARGE_LEDGER&amp;CLAIM_ID=${5_000_000 + n}">Ledger</a> | <a href="javascript:create_cob('${5_000_000 + n}')">COB</a>`,
  ];
  return `<tr class="${n % 2 ? 'datacell' : 'datacell2'}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
};

/** A Claim History of `rows` claims with twelve columns, as a whole page. */
export const claimHistory = (
  rows: number,
): string => `<!DOCTYPE html><html><head><title>NextGen Office - Claim History</title></head><body>
<div id="pgTitle">Claim History</div>
<div id="patientInfo"><table><tr><td><b>Patient</b> GARCIA, MARIA L</td><td><b>Chart</b> HF7001001</td><td><b>DOB</b> 04/12/1961</td></tr></table></div>
<table class="dataTable" id="claims"><tr>${COLUMNS.map((name) => `<th>${name}</th>`).join('')}</tr>
${Array.from({ length: rows }, (_, n) => row(n + 1)).join('\n')}</table></body></html>`;

/** A page of the same size that is none of the PM's. */
export const otherPage = (
  rows: number,
): string => `<!DOCTYPE html><html><head><title>Stock list</title></head><body><h1>Stock list</h1>
<table>${Array.from({ length: rows }, (_, n) => `<tr><td>Part ${n}</td><td>${n * 3}</td><td>shelf ${n % 9}</td></tr>`).join('\n')}</table></body></html>`;
