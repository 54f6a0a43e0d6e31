import { describe, expect, it } from 'vitest';
import {
  boxesNotOnPage,
  boxName,
  boxNumbers,
  dateIn,
  emptyBoxes,
  isYes,
  missingBox,
  moneyIn,
  shownIn,
  transmissionOf,
} from '../../../lib/checks/form';
import type { Case } from '../../../lib/claim/case';
import type { ClaimForm, FormBox } from '../../../lib/claim/form';
import { aForm, aFormCase, aLedger, aLine, aSecondLine, is, smudged } from './build';
import { checkOf } from './table';

const boxAs = (id: string, changes: Partial<FormBox>): ClaimForm => {
  const form = aForm();
  return { ...form, boxes: form.boxes.map((box) => (box.box === id ? { ...box, ...changes } : box)) };
};

describe('what stands in a box', () => {
  it('is the text of a text box and the words of an option, trimmed', () => {
    expect(shownIn(boxAs('23', { control: 'text', value: ' A1 ', shown: 'else' }), '23')).toBe('A1');
    expect(shownIn(boxAs('6', { control: 'select', value: '18', shown: ' Self ' }), '6')).toBe('Self');
    expect(shownIn(boxAs('6', { control: 'radio', value: '18', shown: 'Self' }), '6')).toBe('Self');
    expect(shownIn(aForm({}, ['23']), '23')).toBe('');
  });

  it('is nothing in an unticked check box, and what is ticked in another', () => {
    const ticked = (value: string, shown: string) => shownIn(boxAs('27', { control: 'checkbox', value, shown }), '27');
    expect([ticked('no', 'YES'), ticked('yes', ' YES '), ticked('yes', ' ')]).toEqual(['', 'YES', 'yes']);
  });

  it.each([
    ['Y', 'Y', true],
    ['y', 'yes', true],
    ['1', 'YES', true],
    ['yes', 'tick', true],
    ['N', 'NO', false],
    ['', '', false],
    ['1', 'YESTERDAY', false],
    ['1', 'not yes', false],
    ['1', 'ye', false],
  ])('is yes for %j shown as %j: %s', (value, shown, yes) => {
    expect(isYes(boxAs('27', { control: 'radio', value, shown }), '27')).toBe(yes);
  });

  it('is not yes where the form has no such box', () => {
    expect(isYes(aForm({}, ['27']), '27')).toBe(false);
  });

  it('is a date as the paper form writes it too, and nothing that only holds one', () => {
    const held = (text: string) => dateIn(aForm({ '3': text }), '3');
    expect(held('04 12 1958')).toEqual({ is: 'value', value: '1958-04-12' });
    expect(held('04/12/1958')).toEqual({ is: 'value', value: '1958-04-12' });
    for (const text of ['104 12 1958', '04 12 19581', '4 12 1958 x']) expect(held(text).is).toBe('missing');
    expect(held(' ')).toEqual({ is: 'blank' });
  });

  it('is lacking with its text and why where it cannot be read, and by its number where the page has no such box', () => {
    expect(moneyIn(aForm({ '29': '12.3.4' }), '29')).toEqual({
      is: 'missing',
      missing: {
        what: 'box 29 of the form',
        source: 'claim-form',
        place: expect.objectContaining({ page: 'claim-form' }),
        raw: '12.3.4',
        why: '"12.3.4" is not an amount',
      },
    });
    const bare = { what: 'box 29 of the form', source: 'claim-form' };
    expect(moneyIn(aForm({}, ['29']), '29')).toEqual({ is: 'missing', missing: bare });
    expect(missingBox(aForm(), '29')).toEqual(bare);
    expect(missingBox(aForm({}, ['29']), '29', 'why')).toEqual(bare);
    expect(boxesNotOnPage(aForm({}, ['29']), ['29', '28'])).toEqual([bare]);
    expect(emptyBoxes(aForm({ '29': '' }, ['28']), ['28', '29', '26']).map(({ box }) => box)).toEqual(['29']);
  });

  it('is called by number and name', () => {
    expect(boxName('9a')).toBe('box 9a (Other policy or group)');
    expect(boxName('99')).toBe('box 99 (99)');
    const boxes = (...ids: string[]) => aForm().boxes.filter(({ box }) => ids.includes(box));
    expect([boxNumbers(boxes('13')), boxNumbers(boxes('9', '9a', '9d'))]).toEqual([
      'Box 13 is',
      'Boxes 9, 9a and 9d are',
    ]);
  });

  it('is sent the way that is chosen', () => {
    expect(transmissionOf(aForm())).toBe('electronic');
    expect(transmissionOf(aForm({ transmission: 'none such' }))).toBe('unknown');
    expect(transmissionOf(undefined)).toBe('unknown');
  });
});

describe('how a line differs from the ledger', () => {
  const titleOf = (c: Case): string => {
    const outcome = checkOf('C112').run(c);
    return outcome.is === 'raised' ? (outcome.raised[0]?.title ?? '') : outcome.is;
  };
  const differs = (what: string) => `The lines differ from the ledger: ${what}`;

  it('is told by modifiers, also where one side has none', () => {
    expect(titleOf(aFormCase({ '24.1.mod1': '' }))).toBe(differs('line 1 has modifiers none instead of 25'));
    expect(titleOf(aFormCase({ '24.2.mod1': '59' }))).toBe(differs('line 2 has modifiers 59 instead of none'));
  });

  it('is told by units, whole or in parts', () => {
    expect(titleOf(aFormCase({ '24.2.G': '' }))).toBe(differs('line 2 has no units instead of 1'));
    expect(titleOf(aFormCase({ '24.2.G': '1x' }))).toBe(differs('line 2 has 1x units instead of 1'));
    for (const text of ['x1', '1.', '.1']) expect(titleOf(aFormCase({ '24.2.G': text }))).toContain('instead of 1');
    const units = (posted: number, typed: string) =>
      titleOf(
        aFormCase({ '24.2.G': typed }, [], {
          ledger: aLedger({ lines: [aLine(), aSecondLine({ units: is(posted) })] }),
        }),
      );
    expect([units(12, '12'), units(1.25, '1.25'), units(1, '1.0')]).toEqual(['pass', 'pass', 'pass']);
  });

  it('is told by the day, which may be written as on paper', () => {
    expect(titleOf(aFormCase({ '24.1.A.from': '02 24 2026' }))).toBe('pass');
    expect(titleOf(aFormCase({ '24.1.A.from': '02/25/2026' }))).toBe(differs('line 1 has another date of service'));
    expect(
      titleOf(aFormCase({}, [], { ledger: aLedger({ lines: [aLine({ dos: smudged('2/2?') }), aSecondLine()] }) })),
    ).toBe('unknown');
  });

  it('is in the list by the line where it is one', () => {
    const outcome = checkOf('C112').run(aFormCase({ '24.2.G': '2' }));
    expect(outcome.is === 'raised' && outcome.raised[0]?.short).toBe('Line 2 differs from the ledger');
  });
});
