import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { FillOrder } from '../../../lib/prefill/plan';
import { undoFill } from '../../../lib/prefill/undo';
import { byPath, fill, input, order, page, show } from './stage';

afterEach(() => {
  document.body.innerHTML = '';
});

const YES_NO = [
  { value: 'Y', label: 'YES' },
  { value: 'N', label: 'NO' },
];

const fillThenUndo = async (orders: FillOrder[], between: () => void = () => undefined) => {
  const { results } = await fill(...orders);
  between();
  return { results, undone: await undoFill({ results }, page()) };
};

describe('undo', () => {
  it('puts every kind of box back as it was', async () => {
    show(`<input data-path="t" value="  Old text "><select data-path="s"><option value=""></option><option>CO</option></select>
      <input type="radio" name="r" value="Y" data-path="r/Y"><input type="radio" name="r" value="N" data-path="r/N" checked>
      <input type="radio" name="q" value="Y" data-path="q/Y"><input type="radio" name="q" value="N" data-path="q/N">
      <input type="checkbox" value="Y" data-path="x/Y"><input type="checkbox" value="N" data-path="x/N" checked>
      <input type="checkbox" data-path="c"><input data-path="d#mm" value="3"><input data-path="d#dd"><input data-path="d#yy" value="26">`);
    const { results, undone } = await fillThenUndo([
      order('t', 'text', 'NEW', 'Old text'),
      order('s', 'code', 'CO'),
      order('r', 'yes-no', 'yes', 'N', YES_NO),
      order('q', 'yes-no', 'yes', '', YES_NO),
      order('x', 'yes-no', 'yes', 'N', YES_NO),
      order('c', 'yes-no', 'yes', 'no'),
      order('d', 'date', '2026-03-10', '3//26'),
    ]);
    expect(results.map((r) => r.status)).toEqual(Array(7).fill('filled'));
    expect(undone).toEqual({ putBack: 7, stayed: [] });
    expect(input('t').value).toBe('  Old text ');
    expect((byPath('s') as HTMLSelectElement).value).toBe('');
    expect([input('r/Y').checked, input('r/N').checked]).toEqual([false, true]);
    expect([input('q/Y').checked, input('q/N').checked]).toEqual([false, false]);
    expect([input('x/Y').checked, input('x/N').checked]).toEqual([false, true]);
    expect(input('c').checked).toBe(false);
    expect(['d#mm', 'd#dd', 'd#yy'].map((path) => input(path).value)).toEqual(['3', '', '26']);
  });

  it('keeps what the biller changed since', async () => {
    show('<input data-path="a"><input data-path="b">');
    const { undone } = await fillThenUndo([order('a', 'text', 'A'), order('b', 'text', 'B')], () => {
      input('b').value = 'HERS';
    });
    expect(undone).toEqual({ putBack: 1, stayed: [{ box: 'b', why: 'The box was changed since.' }] });
    expect([input('a').value, input('b').value]).toEqual(['', 'HERS']);
  });

  it('goes backwards', async () => {
    show('<input data-path="a"><input data-path="b">');
    const seen: string[] = [];
    await fillThenUndo([order('a', 'text', 'A'), order('b', 'text', 'B')], () => {
      for (const path of ['a', 'b']) input(path).addEventListener('change', () => seen.push(path));
    });
    expect(seen).toEqual(['b', 'a']);
  });

  it('leaves boxes alone that were refused or already right', async () => {
    show('<input data-path="a" value="A"><input data-path="b" readonly value="Z">');
    const { undone } = await fillThenUndo([order('a', 'text', 'A', 'A'), order('b', 'text', 'B', 'Z')]);
    expect(undone).toEqual({ putBack: 0, stayed: [] });
  });

  it('says which boxes it could not reach', async () => {
    show('<input data-path="a"><input data-path="b">');
    const { undone } = await fillThenUndo([order('a', 'text', 'A'), order('b', 'text', 'B')], () => {
      input('a').remove();
      input('b').readOnly = true;
    });
    expect(undone).toEqual({
      putBack: 0,
      stayed: [
        { box: 'b', why: 'The box is read-only.' },
        { box: 'a', why: 'The box is no longer on the page.' },
      ],
    });
  });

  it('is byte for byte, also on a page that tidies amounts', async () => {
    show(
      `<input data-path="p" value="7.5" onchange="if (/^\\d+$|\\.\\d$/.test(this.value)) this.value = Number(this.value).toFixed(2)">`,
    );
    const { undone } = await fillThenUndo([order('p', 'money', '14400', '7.5')]);
    expect(undone.putBack).toBe(1);
    expect(input('p').value).toBe('7.5');
  });

  it('puts any text back byte for byte', async () => {
    const text = fc.string({ unit: 'binary-ascii', maxLength: 12 }).map((t) => t.replace(/[\r\n]/g, ''));
    await fc.assert(
      fc.asyncProperty(text, async (before) => {
        show('<input data-path="p">');
        input('p').value = before;
        const { undone } = await fillThenUndo([order('p', 'text', 'SOMETHING ELSE', before)]);
        expect(undone.stayed).toEqual([]);
        expect(input('p').value).toBe(before);
      }),
      { numRuns: 15 },
    );
  });
});
