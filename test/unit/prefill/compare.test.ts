import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoxKind } from '../../../lib/claim/boxes';
import { formatPlain } from '../../../lib/claim/money';
import { asTyped, keyOf, optionFor, sameValue, showValue } from '../../../lib/prefill/compare';

const KINDS: BoxKind[] = [
  'text',
  'id',
  'name',
  'money',
  'date',
  'sex',
  'relationship',
  'yes-no',
  'state',
  'phone',
  'code',
  'units',
  'choice',
];

describe('values of one box are compared by what they mean', () => {
  const same: [BoxKind, string, string][] = [
    ['money', '144', '14400'],
    ['money', '$144.00', '14400'],
    ['money', '1,208.44', '120844'],
    ['money', '0.00', '0'],
    ['money', '(12.00)', '-1200'],
    ['date', '3/10/2026', '2026-03-10'],
    ['date', '03-10-2026', '2026-03-10'],
    ['date', '2026-03-10', '2026-03-10'],
    ['date', '03/10/26', '2026-03-10'],
    ['name', 'OKAFOR DENISE M', 'OKAFOR, DENISE M'],
    ['name', "O'Brien-Smith, Ann", 'OBRIEN SMITH, ANN'],
    ['phone', '(512) 555-0117', '5125550117'],
    ['phone', '+1 512 555 0117', '5125550117'],
    ['yes-no', 'Yes', 'yes'],
    ['yes-no', 'N', 'no'],
    ['sex', 'Female', 'F'],
    ['relationship', 'SPOUSE', 'spouse'],
    ['text', '12 Elm  St.', '12 ELM ST'],
    ['units', '1.0', '1'],
    ['code', 'co', 'CO'],
  ];
  it.each(same)('%s: %j is %j', (kind, present, wanted) => expect(sameValue(kind, present, wanted)).toBe(true));

  const different: [BoxKind, string, string][] = [
    ['money', '', '0'],
    ['money', '14400', '14400'],
    ['money', '144.0', '14400'],
    ['money', '144.01', '14400'],
    ['date', '', '2026-03-10'],
    ['date', '10/03/2026', '2026-03-10'],
    ['date', '03/10/50', '1950-03-10'],
    ['id', '1EG4-TE5-MK73', '1EG4TE5MK73'],
    ['name', 'OKAFOR, DENISE', 'OKAFOR, DENISE M'],
    ['name', '', ''],
    ['phone', '512555011', '5125550117'],
    ['phone', '512-555-0117 x12', '5125550117'],
    ['yes-no', '1', 'yes'],
    ['text', '12 ELM ST', '12 ELM ST APT 4'],
  ];
  it.each(different)('%s: %j is not %j', (kind, present, wanted) =>
    expect(sameValue(kind, present, wanted)).toBe(false),
  );

  const texts = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('144', '144.00', '$144.00', '3/10/2026', '03/10/2026', '2026-03-10', 'YES', 'y', 'M', 'male', ' '),
    fc.integer({ min: -999999, max: 999999 }).map(formatPlain),
  );

  it('being the same is symmetric and transitive, and reflexive wherever the text can be read', () => {
    const alike = (kind: BoxKind, a: string, b: string) =>
      keyOf(kind, a) !== undefined && keyOf(kind, a) === keyOf(kind, b);
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), texts, texts, texts, (kind, a, b, c) => {
        expect(alike(kind, a, b)).toBe(alike(kind, b, a));
        if (alike(kind, a, b) && alike(kind, b, c)) expect(alike(kind, a, c)).toBe(true);
        if (keyOf(kind, a) !== undefined) expect(alike(kind, a, a)).toBe(true);
      }),
    );
  });

  it('no text ever equals two different amounts', () => {
    fc.assert(
      fc.property(texts, fc.integer(), fc.integer(), (text, a, b) => {
        fc.pre(a !== b);
        expect(sameValue('money', text, String(a)) && sameValue('money', text, String(b))).toBe(false);
      }),
    );
  });
});

describe('options are found by value, then by label, and only where one fits', () => {
  const yesNo = [
    { value: '1', label: 'YES' },
    { value: '2', label: 'NO' },
  ];
  it('finds yes by its label', () => expect(optionFor('yes-no', 'yes', yesNo)?.value).toBe('1'));
  it('lets the label of yes and no win over values that say the opposite', () => {
    const odd = [
      { value: 'N', label: 'YES' },
      { value: 'Y', label: 'NO' },
    ];
    expect(optionFor('yes-no', 'yes', odd)?.value).toBe('N');
  });
  it('finds a code at the start of a label', () => {
    const groups = [
      { value: '', label: '' },
      { value: '7', label: 'CO - Contractual' },
      { value: '8', label: 'PR - Patient' },
    ];
    expect(optionFor('code', 'PR', groups)?.value).toBe('8');
    expect(optionFor('code', 'P', groups)).toBeUndefined();
  });
  it('takes none of two that fit', () => {
    const twice = [
      { value: 'a', label: 'SELF' },
      { value: 'b', label: 'Self' },
    ];
    expect(optionFor('relationship', 'self', twice)).toBeUndefined();
  });
  it('compares the chosen option, not its text', () => {
    expect(sameValue('yes-no', '1', 'yes', yesNo)).toBe(true);
    expect(sameValue('yes-no', '2', 'yes', yesNo)).toBe(false);
    expect(sameValue('yes-no', '', 'yes', yesNo)).toBe(false);
  });
});

describe('what goes into a box', () => {
  it('is spelled as the PM does', () => {
    expect(asTyped('money', '120844')).toEqual({ ok: true, text: '1208.44' });
    expect(asTyped('date', '2026-03-10')).toEqual({ ok: true, text: '03/10/2026' });
    expect(asTyped('name', 'Okafor, Denise')).toEqual({ ok: true, text: 'OKAFOR, DENISE' });
  });
  it('takes a short year only where the century is clear', () => {
    expect(asTyped('date', '2026-03-10', { maxLength: 8 })).toEqual({ ok: true, text: '03/10/26' });
    expect(asTyped('date', '1950-03-10', { maxLength: 8 })).toEqual({
      ok: false,
      why: 'The box has room for 8 characters, "03/10/1950" has 10.',
    });
  });
  it('is refused where the list does not have it', () => {
    expect(asTyped('code', 'PI', { options: [{ value: 'CO', label: 'CO' }] })).toEqual({
      ok: false,
      why: 'The list has no "PI".',
    });
  });
  it('is never cut, and reads back as what was wanted', () => {
    const wanted = fc.oneof(
      fc.tuple(fc.constant<BoxKind>('money'), fc.integer({ min: -99_999_999, max: 99_999_999 }).map(String)),
      fc.tuple(
        fc.constant<BoxKind>('date'),
        fc
          .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((d) => d.toISOString().slice(0, 10)),
      ),
      fc.tuple(fc.constantFrom<BoxKind>('text', 'name', 'id'), fc.string({ maxLength: 30 })),
    );
    fc.assert(
      fc.property(
        wanted,
        fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
        ([kind, value], maxLength) => {
          const typed = asTyped(kind, value, { maxLength });
          if (!typed.ok) return;
          expect(typed.text.length).toBeLessThanOrEqual(maxLength ?? Number.POSITIVE_INFINITY);
          expect(sameValue(kind, typed.text, value)).toBe(true);
        },
      ),
    );
  });
  it('is shown as the panel writes amounts and dates', () => {
    expect(showValue('money', '120844')).toBe('1,208.44');
    expect(showValue('date', '2026-03-10')).toBe('03/10/2026');
    expect(showValue('yes-no', 'yes')).toBe('YES');
  });
});
