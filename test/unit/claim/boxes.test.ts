import { describe, expect, it } from 'vitest';
import { BOXES, FORM_ADJUSTMENTS, FORM_LINES, lineOf, printedNumber } from '../../../lib/claim/boxes';

const idsOf = (line: number) => [...BOXES.keys()].filter((id) => lineOf(id) === line);

describe('the boxes of the CMS-1500', () => {
  it('are those of six lines, each with all of its parts', () => {
    expect(FORM_LINES).toBe(6);
    const first = idsOf(1);
    for (let n = 1; n <= FORM_LINES; n += 1) {
      expect(idsOf(n)).toEqual(first.map((id) => id.replace('24.1.', `24.${n}.`)));
    }
    expect([0, 7].flatMap(idsOf)).toEqual([]);
    for (const part of ['A.from', 'A.to', 'D', 'mod1', 'mod4', 'F', 'G', 'paid', 'adjDate', 'eaf']) {
      expect(first).toContain(`24.1.${part}`);
    }
    expect(first).not.toContain('24.1.mod5');
  });

  it('have room for six adjustments a line, counted from one', () => {
    expect(FORM_ADJUSTMENTS).toBe(6);
    const adjustments = idsOf(2).filter((id) => id.includes('.adj') && !id.endsWith('adjDate'));
    expect(adjustments).toEqual(
      [1, 2, 3, 4, 5, 6].flatMap((k) => ['group', 'reason', 'amount'].map((part) => `24.2.adj${k}.${part}`)),
    );
  });

  it('know their kind: what is compared as money, as a date, as an id', () => {
    const kindOf = (id: string) => BOXES.get(id)?.kind;
    expect(['29', '24.3.paid', '24.3.adj6.amount', '24.6.eaf'].map(kindOf)).toEqual(Array(4).fill('money'));
    expect(['3', '11a', '24.1.A.to', '24.6.adjDate'].map(kindOf)).toEqual(Array(4).fill('date'));
    expect(['1a', '11', '23'].map(kindOf)).toEqual(Array(3).fill('id'));
  });

  it('tell their line and the number that is printed beside them', () => {
    expect(['24.2.paid', '24.10.F', '24.mod', '124.2.paid', '29', '5.zip'].map(lineOf)).toEqual([
      2,
      10,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['24.2.paid', '3.sex', '29', '11d'].map(printedNumber)).toEqual(['24', '3', '29', '11d']);
  });
});
