import { computeAccessibleName } from 'dom-accessibility-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../lib/claim/money';
import { controlName, pressName } from '../../../lib/pages/look';
import { brief, show } from './page';

// The slow way: what the browser itself says is shown in a cell, and the name that assistive technology is told.
const HEADS = ['Claim ID', 'DOS', 'Status', 'Primary Payer', 'Charge', 'Ins Bal', 'Pt Bal'];
const money = fc
  .integer({ min: -999_999, max: 9_999_999 })
  .map((cents) => `${cents < 0 ? '-' : ''}$${(Math.abs(cents) / 100).toFixed(2)}`);
const noise = fc.constantFrom('', ' ', '\n   ', '&nbsp;', '\u200b');
const wrap = fc.constantFrom(
  (text: string) => text,
  (text: string) => `<span>${text}</span>`,
  (text: string) => `<div><b>${text}</b></div>`,
  (text: string) => `<span style="display:none">9</span>${text}`,
  (text: string) => `<font color="red">${text}</font><br>`,
  (text: string) => `<a href="javascript:x()">${text}</a>`,
  (text: string) => `<script>9</script>${text}`,
  (text: string) => `<table><tr><td>${text}</td></tr></table>`,
  (text: string) => `<span hidden>1,</span><span>${text}</span>`,
  (text: string) => `${text}<span>7</span>`,
  (text: string) => `${text}<div>8.00</div>`,
);
const cell = fc
  .tuple(money, noise, wrap, noise)
  .map(([text, before, around, after]) => `${before}${around(text)}${after}`);

describe('against slow oracles', () => {
  it('reads the amount that the cell shows, or none', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const html = `<table id="t"><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr>\n${rows.map((cells, i) => `<tr><td>${1000 + i}</td><td>02/24/2026</td><td>Finalized</td><td>AETNA</td>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
        const claims = show(html, 'claim-history').claims ?? [];
        const shown = [...document.querySelectorAll<HTMLTableRowElement>('#t > tbody > tr')].slice(1);
        expect(claims.length).toBe(rows.length);
        claims.forEach((claim, i) => {
          [claim.charge, claim.insuranceBalance, claim.patientBalance].forEach((reading, k) => {
            const text = shown[i]!.cells[4 + k]!.innerText.replace(/\u200b/g, '').trim();
            const wanted = parseMoney(text);
            expect([text, brief(reading)]).toEqual([text, wanted.ok ? wanted.value : text === '' ? '-' : '?']);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('names controls and buttons as assistive technology does', () => {
    document.body.innerHTML = `<span id="a">Insured's</span><span id="b">ID</span>
      <input aria-labelledby="a b"><input aria-label="Amount paid"><label for="c">City</label><input id="c"><label>State <select><option>TX</option></select></label>
      <label for="d">One</label><label for="d">Two</label><input id="d"><label>Self <input type="radio"></label><textarea aria-label="Notes"></textarea>
      <button>Search</button><a href="#">COB</a><input type="submit" value="Submit"><input type="image" alt="Create COB" src="data:,"><a href="#"><img alt="Ledger" src="data:,"></a><button aria-label="Look up"><i></i></button><a href="#" title="Open"></a>`;
    for (const el of document.querySelectorAll('input:not([type=submit],[type=image]),select,textarea'))
      expect(controlName(el)).toBe(computeAccessibleName(el).replace(/ TX$/, ''));
    for (const el of document.querySelectorAll('button,a,input[type=submit],input[type=image]'))
      expect(pressName(el)).toBe(computeAccessibleName(el));
  });
});
