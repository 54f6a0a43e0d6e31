import { amount, usDate } from '../format';
import { type RemitFile, totalOf } from '../remittance';
import type { Truth } from '../truth';
import { type Html, html, page, stripe } from './layout';

const downloadHref = (file: RemitFile) =>
  `/electronic/pm/action.do?${new URLSearchParams({ ACTION_NAME: 'ERA_DOWNLOAD', FILE: file.name })}`;

function row(file: RemitFile, index: number): Html {
  const [first] = file.payments;
  const claims = file.payments.reduce((count, payment) => count + payment.claims.length, 0);
  const total = file.payments.reduce((sum, payment) => sum + totalOf(payment), 0);
  const check = file.payments.length === 1 ? first?.check : `${file.payments.length} checks`;
  return html`<tr class="${stripe(index)}"><td>${usDate(file.created)}</td><td>${first?.payer.name}</td><td>${check}</td>
<td class="money">${claims}</td><td class="money">${amount(total)}</td><td>${file.test ? 'Test' : ''}</td>
<td><a href="${downloadHref(file)}">${file.name}</a></td></tr>
`;
}

/** The remittance files that the clearinghouse has delivered, newest first, each to be downloaded. */
export function eraListPage(truth: Truth): Html {
  const files = truth.remittances.toSorted((a, b) => b.created.localeCompare(a.created));
  return page({
    title: 'ERA Files',
    body: html`<table class="dataTable" style="width:860px"><tr><th>Received</th><th>Payer</th><th>Check / EFT</th>
<th class="money">Claims</th><th class="money">Amount</th><th>Mode</th><th>File</th></tr>
${files.map(row)}</table>
<p>${files.length} files</p>`,
  });
}
