import type { FormValues } from '../form';
import { BOXES, LINE_ADJUSTMENTS, LINES } from '../form';
import { type Claim, patientOf, type Truth } from '../truth';
import { type Html, html, NOTHING, page } from './layout';

const PRINTED = Object.entries(BOXES).filter(([, box]) => box !== '');

function lineRow(values: FormValues, n: number): Html {
  const v = (name: string) => values[`${name}_${n}`] ?? '';
  if (!v('CPT')) return NOTHING;
  const adjustments = Array.from({ length: LINE_ADJUSTMENTS }, (_, i) => i + 1)
    .map((k) => [values[`ADJ_GRP_${n}_${k}`], values[`ADJ_RSN_${n}_${k}`], values[`ADJ_AMT_${n}_${k}`]])
    .filter(([group]) => group)
    .map(([group, reason, amount]) => `${group}-${reason} ${amount}`);
  return html`<tr><td>${n}</td><td>${v('DOS_FROM')} ${v('DOS_TO')}</td><td>${v('POS')}</td><td>${v('CPT')} ${v('MOD1')} ${v('MOD2')}</td>
<td>${v('DIAG_PTR')}</td><td>${v('CHARGE')}</td><td>${v('UNITS')}</td><td>${v('REND_NPI')}</td><td>${v('PRI_PAID')}</td><td>${adjustments.join(', ')}</td></tr>`;
}

/** A paper claim, to be printed on the red form and sent with a copy of the primary's EOB. */
export function printPage(truth: Truth, claim: Claim, values: FormValues): Html {
  const byBox = new Map<string, string[]>();
  for (const [name, box] of PRINTED) {
    const text = values[name];
    if (text) byBox.set(box, [...(byBox.get(box) ?? []), text]);
  }
  const boxes = [...byBox];
  const rows = Array.from({ length: Math.ceil(boxes.length / 3) }, (_, i) => boxes.slice(i * 3, i * 3 + 3));
  return page({
    title: 'Print CMS-1500',
    patient: patientOf(truth, claim.patientId),
    body: html`<p class="noPrint"><input type="button" value="Print" onclick="window.print()"> Print on the red CMS-1500 (02/12) and attach a copy of the primary EOB.</p>
<table class="hcfa"><tbody>${rows.map(
      (row) =>
        html`<tr>${row.map(([box, words]) => html`<td><span class="boxLabel">${box}.</span>${words.join(' ')}</td>`)}</tr>`,
    )}</tbody></table>
<table class="hcfaLines"><tr><th>24.</th><th>A. From / To</th><th>B.</th><th>D.</th><th>E.</th><th>F.</th><th>G.</th><th>J.</th><th>Primary Paid</th><th>Adjustments</th></tr>
${Array.from({ length: LINES }, (_, i) => lineRow(values, i + 1))}</table>`,
  });
}
