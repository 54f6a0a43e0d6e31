import { describe, expect, test } from 'vitest';
import { worthReading } from '../../../lib/content/gate';

const page = (body: string, title = '') =>
  new DOMParser().parseFromString(`<title>${title}</title><body>${body}</body>`, 'text/html');

describe('whether a page may have something to read', () => {
  test.each([
    ['a list of claims', page('<table><tr><th>Claim ID<th>Status</table>')],
    ['a ledger named in the title alone', page('<table><tr><td>1</table>', 'Charge Ledger')],
    ['a sign-in page', page('<form><input name=u><input type=password></form>')],
    ['a form of many boxes without a word', page(`<form>${'<input>'.repeat(12)}</form>`)],
    ['a chart', page('<p>Primary Insurance: none</p>')],
    ['an error page', page('<h1>Internal Server Error</h1>')],
  ])('yes: %s', (_name, doc) => {
    expect(worthReading(doc)).toBe(true);
  });

  test.each([
    ['an empty page', page('')],
    ['a schedule', page('<table><tr><th>Time<th>Room<tr><td>9:00<td>2</table><input name=q>', "Today's Appointments")],
    ['words only behind what is looked at', page(`${'x '.repeat(30_000)} claim`)],
  ])('no: %s', (_name, doc) => {
    expect(worthReading(doc)).toBe(false);
  });
});
