import { describe, expect, test } from 'vitest';
import { product, withoutComments } from './files';

/** What may not stand in the product's code, why, and where it may all the same. */
const FORBIDDEN: { what: RegExp; why: string; except?: string[] }[] = [
  { what: /\bparseFloat\b/, why: 'only lib/claim/money.ts makes money of text, in whole cents' },
  { what: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/, why: 'page text is shown as text' },
  { what: /\bdocument\.write(ln)?\b/, why: 'page text is shown as text' },
  { what: /\bcreateContextualFragment\b|\bsetHTMLUnsafe\b/, why: 'page text is shown as text' },
  { what: /\bconsole\s*\./, why: 'nothing of a patient may end in a log' },
  { what: /\beval\s*\(|\bnew Function\b/, why: 'no code from text' },
  { what: /@ts-(ignore|nocheck|expect-error)\b/, why: 'types that make wrong states impossible' },
  { what: /:\s*any\b|\bas any\b|<any>/, why: 'types that make wrong states impossible' },
  { what: /\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b/, why: 'the page can read them' },
  { what: /\bnavigator\.sendBeacon\b|\bXMLHttpRequest\b|\bnew WebSocket\b/, why: 'nothing leaves the browser' },
  { what: /\bfetch\s*\(/, why: "the only request is a GET of the PM's own page", except: ['lib/content/ledger.ts'] },
  { what: /\bperformance\.(mark|measure)\b/, why: 'the page can read their names' },
  { what: /\bMath\.random\b/, why: 'the same in, the same out' },
  { what: /\.(submit|requestSubmit)\s*\(\s*\)/, why: 'the extension never submits' },
];

describe('words of the code', () => {
  test.each(FORBIDDEN)('$what does not stand in the product: $why', ({ what, except = [] }) => {
    const found = product()
      .filter((file) => !except.includes(file.path) && what.test(withoutComments(file.text)))
      .map((file) => file.path);
    expect(found).toEqual([]);
  });

  test('suppressing comments do not hide what the compiler says', () => {
    const found = product().filter((file) => /@ts-(ignore|nocheck|expect-error)/.test(file.text));
    expect(found.map((file) => file.path)).toEqual([]);
  });

  test("a name of the PM's stands in a profile", () => {
    const words = /healthfusionclaims|pgTitle|patientInfo|datacell|errorText|ACTION_NAME/;
    const allowed = /^lib\/pages\/profiles\/|^entrypoints\/pm(-press)?\.content\.ts$/;
    const found = product().filter((file) => !allowed.test(file.path) && words.test(withoutComments(file.text)));
    expect(found.map((file) => file.path)).toEqual([]);
  });
});
