import { cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fillBoxes } from '../../../lib/prefill/fill';
import type { FillOrder } from '../../../lib/prefill/plan';
import { byPath, events, fill, fillOne, input, order, page, show } from './stage';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

const YES_NO = [
  { value: 'Y', label: 'YES' },
  { value: 'N', label: 'NO' },
];

describe('every kind of box', () => {
  it('text: is filled and read back', async () => {
    show('<input data-path="p">');
    expect(await fillOne(order('p', 'name', 'Okafor, Denise'))).toMatchObject({
      status: 'filled',
      before: '',
      after: 'OKAFOR, DENISE',
    });
    expect(input('p').value).toBe('OKAFOR, DENISE');
  });

  it('text area', async () => {
    show('<textarea data-path="p"></textarea>');
    expect(await fillOne(order('p', 'text', 'eob attached'))).toMatchObject({
      after: 'EOB ATTACHED',
      status: 'filled',
    });
  });

  it('date and number inputs of the browser', async () => {
    show('<input type="date" data-path="d"><input type="number" step="0.01" data-path="m">');
    const { results } = await fill(order('d', 'date', '2026-03-10'), order('m', 'money', '9840'));
    expect(results.map((r) => [r.status, r.after])).toEqual([
      ['filled', '2026-03-10'],
      ['filled', '98.40'],
    ]);
  });

  it('a filled box is overwritten only where it still holds what the plan saw', async () => {
    show('<input data-path="p" value="180.00">');
    expect(await fillOne(order('p', 'money', '14400', '180.00'))).toMatchObject({ status: 'filled', before: '180.00' });
    show('<input data-path="p" value="181.00">');
    expect(await fillOne(order('p', 'money', '14400', '180.00'))).toMatchObject({
      status: 'refused',
      why: 'The box changed since the list was made.',
      after: '181.00',
    });
    expect(input('p').value).toBe('181.00');
  });

  it('a box that holds the value already gets no event at all', async () => {
    show('<input data-path="p" value="$144.00">');
    const seen = events(input('p'));
    expect(await fillOne(order('p', 'money', '14400', ''))).toMatchObject({ status: 'kept', after: '$144.00' });
    expect(seen).toEqual([]);
  });

  it('drop-down list: by the option itself, with input and change', async () => {
    show(`<select data-path="p"><option value=""></option><option value="7">CO - Contractual</option>
      <option value="8">PR - Patient</option></select>`);
    const seen = events(byPath('p')!);
    expect(await fillOne(order('p', 'code', 'PR'))).toMatchObject({ status: 'filled', after: '8' });
    expect(seen.filter((type) => type === 'change')).toEqual(['change']);
  });

  it('drop-down list without the value, or with it switched off: refused', async () => {
    show('<select data-path="p"><option value=""></option><option value="CO">CO</option></select>');
    expect(await fillOne(order('p', 'code', 'PI'))).toMatchObject({
      status: 'refused',
      why: 'The list has no "PI".',
      after: '',
    });
    show('<select data-path="p"><option value=""></option><option disabled value="PI">PI</option></select>');
    expect((await fillOne(order('p', 'code', 'PI'))).status).toBe('refused');
  });

  it('radios: a click on the wanted one, none where it is chosen', async () => {
    show(
      `<input type="radio" name="d" value="Y" data-path="p/Y"><input type="radio" name="d" value="N" data-path="p/N" checked>`,
    );
    const seen = events(input('p/Y'));
    expect(await fillOne(order('p', 'yes-no', 'yes', 'N', YES_NO))).toMatchObject({ status: 'filled', after: 'Y' });
    expect(seen).toContain('click');
    const again = events(input('p/Y'));
    expect(await fillOne(order('p', 'yes-no', 'yes', 'N', YES_NO))).toMatchObject({ status: 'kept' });
    expect(again).toEqual([]);
  });

  it('check boxes of which one is ticked: the other one goes', async () => {
    show(`<input type="checkbox" value="Y" data-path="p/Y"><input type="checkbox" value="N" data-path="p/N" checked>`);
    expect(await fillOne(order('p', 'yes-no', 'yes', 'N', YES_NO))).toMatchObject({ status: 'filled', after: 'Y' });
    expect(input('p/N').checked).toBe(false);
  });

  it('a lone check box', async () => {
    show('<input type="checkbox" data-path="p">');
    expect(await fillOne(order('p', 'yes-no', 'yes', 'no'))).toMatchObject({ status: 'filled', after: 'yes' });
    expect(await fillOne(order('p', 'yes-no', 'yes', 'no'))).toMatchObject({ status: 'kept' });
    expect(input('p').checked).toBe(true);
  });

  it('a date in three boxes', async () => {
    show(
      '<input data-path="p#mm" maxlength="2"><input data-path="p#dd" maxlength="2"><input data-path="p#yy" maxlength="4">',
    );
    expect(await fillOne(order('p', 'date', '2026-03-10'))).toMatchObject({ status: 'filled', after: '03/10/2026' });
    expect(input('p#dd').value).toBe('10');
  });

  it('a date in three boxes with a short year, where the century is clear', async () => {
    const html =
      '<input data-path="p#mm" maxlength="2"><input data-path="p#dd" maxlength="2"><input data-path="p#yy" maxlength="2">';
    show(html);
    expect(await fillOne(order('p', 'date', '2026-03-10'))).toMatchObject({ status: 'filled', after: '03/10/26' });
    show(html);
    expect(await fillOne(order('p', 'date', '1958-04-12'))).toMatchObject({ status: 'refused', after: '' });
    expect(input('p#mm').value).toBe('');
  });

  it('a text that does not fit is refused, never cut', async () => {
    show('<input data-path="p" maxlength="5">');
    expect(await fillOne(order('p', 'text', 'BRIGHTWATER'))).toMatchObject({ status: 'refused', after: '' });
  });

  it.each([
    '<button data-path="p">',
    '<input type="submit" data-path="p">',
    '<div data-path="p">',
    '<input type="file" data-path="p">',
  ])('never presses or fills %s', async (html) => {
    show(`<form>${html}</form>`);
    const seen = events(byPath('p')!);
    expect(await fillOne(order('p', 'text', 'X'))).toMatchObject({ status: 'refused' });
    expect(seen).toEqual([]);
  });

  it('a box that went away is refused', async () => {
    show('');
    expect(await fillOne(order('p', 'text', 'X'))).toMatchObject({ why: 'The box is no longer on the page.' });
    const loose = document.createElement('input');
    const { results } = await fillBoxes([order('p', 'text', 'X')], page({ element: () => loose }));
    expect(results[0]).toMatchObject({ status: 'refused', why: 'The box is no longer on the page.' });
    expect(loose.value).toBe('');
  });
});

describe('boxes that the biller cannot see or change are left alone', () => {
  const B = '<input data-path="p">';
  it.each([
    ['read-only', '<input data-path="p" readonly>', 'The box is read-only.'],
    ['disabled', '<input data-path="p" disabled>', 'The box is disabled.'],
    ['aria-disabled', `<div aria-disabled="true">${B}</div>`, 'The box is disabled.'],
    ['in a disabled fieldset', `<fieldset disabled>${B}</fieldset>`, 'The box is disabled.'],
    ['inert', `<div inert>${B}</div>`, 'The box is hidden.'],
    ['aria-hidden', `<div aria-hidden="true">${B}</div>`, 'The box is hidden.'],
    ['type hidden', '<input type="hidden" data-path="p">', 'The panel cannot fill this kind of box.'],
    ['display none', `<div style="display:none">${B}</div>`, 'The box is hidden.'],
    ['visibility hidden', `<div style="visibility:hidden">${B}</div>`, 'The box is hidden.'],
    ['opacity 0', `<div style="opacity:0">${B}</div>`, 'The box is hidden.'],
    ['opacity .01', `<div style="opacity:.01">${B}</div>`, 'The box is hidden.'],
    ['opacity of several layers', `<div style="opacity:.5"><p style="opacity:.5">${B}</p></div>`, 'The box is hidden.'],
    ['one pixel', '<input data-path="p" style="width:1px;height:1px;padding:0;border:0">', 'The box is hidden.'],
    ['in a parent of no size', `<div style="width:0;height:0;overflow:hidden">${B}</div>`, 'The box is hidden.'],
    ['clipped away', `<div style="clip-path:inset(50%)">${B}</div>`, 'The box is hidden.'],
    ['scaled to nothing', `<div style="transform:scale(0)">${B}</div>`, 'The box is hidden.'],
    ['off to the left', '<input data-path="p" style="position:absolute;left:-9999px">', 'The box is outside the page.'],
    ['off above', '<input data-path="p" style="position:absolute;top:-9999px">', 'The box is outside the page.'],
  ])('%s', async (_what, html, why) => {
    show(`<form>${html}</form>`);
    const seen = events(document.body);
    expect(await fillOne(order('p', 'text', 'X'))).toMatchObject({ status: 'refused', why, after: '' });
    expect(input('p').value).toBe('');
    expect(seen).toEqual([]);
  });

  it('a list, a radio and a check box too', async () => {
    show(`<div style="opacity:.01"><select data-path="s"><option value=""></option><option>CO</option></select>
      <input type="radio" name="r" value="Y" data-path="r/Y"><input type="radio" name="r" value="N" data-path="r/N">
      <input type="checkbox" data-path="c"></div>`);
    const { results } = await fill(
      order('s', 'code', 'CO'),
      order('r', 'yes-no', 'yes', '', YES_NO),
      order('c', 'yes-no', 'yes', 'no'),
    );
    expect(results.map((r) => r.status)).toEqual(['refused', 'refused', 'refused']);
    expect(input('r/Y').checked || input('c').checked).toBe(false);
  });

  it('but a box further down the page, or under something else, is filled', async () => {
    show(`<div style="height:3000px"></div><input data-path="far">
      <div style="height:60px;overflow:auto"><div style="height:500px"></div><input data-path="scroll"></div>
      <div style="position:relative"><input data-path="covered"><div style="position:absolute;inset:0;background:#fff"></div></div>`);
    const { results } = await fill(
      order('far', 'text', 'X'),
      order('scroll', 'text', 'X'),
      order('covered', 'text', 'X'),
    );
    expect(results.map((r) => r.status)).toEqual(['filled', 'filled', 'filled']);
  });

  it('a box that an earlier box locks is left alone', async () => {
    show(
      `<input data-path="a" onchange="document.querySelector('[data-path=b]').disabled = true"><input data-path="b">`,
    );
    const { results } = await fill(order('a', 'text', 'X'), order('b', 'text', 'X'));
    expect(results.map((r) => [r.status, r.why])).toEqual([
      ['filled', undefined],
      ['refused', 'The box is disabled.'],
    ]);
  });
});

describe('the page’s own scripts', () => {
  it('get focus, input, change and blur once each, in this order', async () => {
    show('<input data-path="p">');
    const seen = events(input('p'));
    await fillOne(order('p', 'text', 'X'));
    expect(seen).toEqual(['focus', 'input', 'change', 'blur']);
  });

  it('get the same where the document has no focus', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    show('<input data-path="p">');
    const seen = events(input('p'));
    expect((await fillOne(order('p', 'text', 'X'))).status).toBe('filled');
    expect(seen).toEqual(['focus', 'input', 'change', 'blur']);
  });

  it('may tidy the value: the same amount in another spelling counts as filled', async () => {
    show(`<input data-path="p" onchange="this.value = '$' + this.value">`);
    expect(await fillOne(order('p', 'money', '14400'))).toMatchObject({ status: 'filled', after: '$144.00' });
  });

  it('may mask it while it is typed', async () => {
    show('<input data-path="p">');
    input('p').addEventListener('input', (e) => {
      const box = e.target as HTMLInputElement;
      const d = box.value.replace(/\D/g, '');
      box.value = d.length === 10 ? `(${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6)}` : d;
    });
    expect(await fillOne(order('p', 'phone', '5125550117'))).toMatchObject({
      status: 'filled',
      after: '(512) 555-0117',
    });
  });

  it('that clear the box make it refused, with the words', async () => {
    show(`<input data-path="p" onchange="this.value = ''">`);
    expect(await fillOne(order('p', 'date', '2026-03-10'))).toMatchObject({
      status: 'refused',
      after: '',
      why: 'The page cleared the box after it was filled, so the panel left it.',
    });
  });

  it('that clear the box a moment later are noticed', async () => {
    show(`<input data-path="p" onchange="queueMicrotask(() => requestAnimationFrame(() => { this.value = '' }))">`);
    expect((await fillOne(order('p', 'text', 'X'))).status).toBe('refused');
  });

  it('that make another value of it do not get away with it: what stood there is put back', async () => {
    show(`<input data-path="p" value="1.00" onchange="if (this.value !== '1.00') this.value = '1' + this.value">`);
    expect(await fillOne(order('p', 'money', '14400', '1.00'))).toMatchObject({
      status: 'refused',
      after: '1.00',
      why: 'The page made "1144.00" of it. The panel put back what stood there.',
    });
  });

  it('of one box that change another are noticed', async () => {
    show(
      `<input data-path="a"><input data-path="b" onchange="document.querySelector('[data-path=a]').value = '0.00'">`,
    );
    const { results } = await fill(order('a', 'money', '100'), order('b', 'text', 'X'));
    expect(results[0]?.status).toBe('filled');
    expect(input('a').value).toBe('1.00');
  });

  it('are never given Enter, and nothing is ever submitted or pressed', async () => {
    show(`<form onsubmit="return false"><input data-path="a"><input name="submit" data-path="b"><input type="radio" name="r" value="Y" data-path="r/Y">
      <input type="radio" name="r" value="N" data-path="r/N"><button>Submit</button><a href="javascript:void 0">Next</a></form>`);
    const seen = events(document.querySelector('form')!);
    const pressed = events(document.querySelector('button')!);
    await fill(order('a', 'text', 'X'), order('b', 'text', 'X'), order('r', 'yes-no', 'yes', '', YES_NO));
    expect(seen).not.toContain('submit');
    expect(seen).not.toContain('keydown');
    expect(pressed).toEqual([]);
  });

  it('cannot hide anything behind inputs with the names of the form’s own properties', async () => {
    show(`<form style="opacity:.01"><input name="parentElement"><input name="getBoundingClientRect"><input name="style">
      <input name="closest"><input name="isConnected"><input name="value" data-path="p"></form>`);
    expect(await fillOne(order('p', 'text', 'X'))).toMatchObject({ status: 'refused', why: 'The box is hidden.' });
    document.querySelector('form')!.setAttribute('style', '');
    expect(await fillOne(order('p', 'text', 'X'))).toMatchObject({ status: 'filled' });
  });

  it('cannot catch the value by replacing the element’s own setter', async () => {
    show('<input data-path="p">');
    Object.defineProperty(input('p'), 'value', {
      get: () => Reflect.get(HTMLInputElement.prototype, 'value', input('p')),
      set() {
        // The page's own setter keeps nothing.
      },
    });
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    expect(await fillOne(order('p', 'text', 'BRIGHTWATER'))).toMatchObject({ status: 'filled', after: 'BRIGHTWATER' });
  });

  it('written in React keep their state in step', async () => {
    const state: Record<string, unknown> = {};
    const Form = () => {
      const [text, setText] = useState('');
      const [choice, setChoice] = useState('');
      const [ticked, setTicked] = useState(false);
      const [radio, setRadio] = useState('N');
      Object.assign(state, { text, choice, ticked, radio });
      return (
        <form>
          <input data-path="t" value={text} onChange={(e) => setText(e.target.value.toUpperCase())} />
          <select data-path="s" value={choice} onChange={(e) => setChoice(e.target.value)}>
            <option value="">none</option>
            <option value="CO">CO</option>
          </select>
          <input type="checkbox" data-path="c" checked={ticked} onChange={(e) => setTicked(e.target.checked)} />
          {['Y', 'N'].map((v) => (
            <input
              key={v}
              type="radio"
              name="r"
              value={v}
              data-path={`r/${v}`}
              checked={radio === v}
              onChange={() => setRadio(v)}
            />
          ))}
          <output>{text}</output>
        </form>
      );
    };
    render(<Form />);
    const { results } = await fill(
      order('t', 'text', 'BRIGHTWATER PPO'),
      order('s', 'code', 'CO'),
      order('c', 'yes-no', 'yes', 'no'),
      order('r', 'yes-no', 'yes', 'N', YES_NO),
    );
    expect(results.map((r) => r.status)).toEqual(['filled', 'filled', 'filled', 'filled']);
    expect(state).toEqual({ text: 'BRIGHTWATER PPO', choice: 'CO', ticked: true, radio: 'Y' });
    expect(screen.getByText('BRIGHTWATER PPO')).toBeTruthy();
  });
});

describe('a run', () => {
  const boxes = (n: number, more = '') =>
    Array.from({ length: n }, (_, i) => `<input data-path="b${i}" ${more}>`).join('');
  const orders = (n: number) => Array.from({ length: n }, (_, i) => order(`b${i}`, 'text', `V${i}`));

  it('puts the focus and the scroll position back', async () => {
    show(`<input id="hers"><div style="height:4000px"></div>${boxes(3)}`);
    document.getElementById('hers')!.focus();
    await fill(...orders(3));
    expect(document.activeElement?.id).toBe('hers');
    expect(window.scrollY).toBe(0);
  });

  it('tells how far it is', async () => {
    show(boxes(3));
    const onProgress = vi.fn();
    await fillBoxes(orders(3), page({ onProgress }));
    expect(onProgress.mock.calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('stops where it is told to, and says how far it came', async () => {
    show(boxes(5));
    const stop = new AbortController();
    const { results, stopped } = await fillBoxes(
      orders(5),
      page({ signal: stop.signal, onProgress: (done) => done === 2 && stop.abort('the panel was closed') }),
    );
    expect(stopped).toBe('Stopped after 2 of 5 boxes: the panel was closed.');
    expect(results.map((r) => [r.status, r.after])).toEqual([
      ['filled', 'V0'],
      ['filled', 'V1'],
    ]);
    expect(input('b2').value).toBe('');
  });

  it('stops when the biller presses something in the page', async () => {
    show(`<p id="there">text</p>${boxes(1)}`);
    let arrived = false;
    const pressed = userEvent.click(document.getElementById('there')!).then(() => {
      arrived = true;
    });
    // As many orders as it takes until her press arrives.
    const endless = {
      length: 400,
      *[Symbol.iterator]() {
        while (!arrived) yield order('b0', 'text', 'V0');
      },
    } as unknown as FillOrder[];
    const { stopped } = await fillBoxes(endless, page());
    await pressed;
    expect(stopped).toMatch(/^Stopped after \d+ of 400 boxes: you typed or clicked in the page\.$/);
  });

  it('does not take the page’s own made-up events for the biller', async () => {
    show(boxes(3, `oninput="this.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))"`));
    expect((await fill(...orders(3))).stopped).toBeUndefined();
  });

  it('stops when a box makes the page go away', async () => {
    show(
      `<input data-path="b0" onchange="dispatchEvent(new Event('beforeunload'))">${boxes(3).replace(/<input data-path="b0" >/, '')}`,
    );
    const { results, stopped } = await fill(...orders(3));
    expect(stopped).toBe('Stopped after 1 of 3 boxes: the page moved on.');
    expect(results).toHaveLength(1);
  });

  it('fills 60 boxes without waiting for a frame at each', async () => {
    show(boxes(60));
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    const { results } = await fill(...orders(60));
    expect(results.every((r) => r.status === 'filled')).toBe(true);
    expect(frames.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('does not need frames, which a hidden tab does not have', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    show(boxes(3));
    expect((await fill(...orders(3))).results.every((r) => r.status === 'filled')).toBe(true);
    expect(frames).not.toHaveBeenCalled();
  });

  it('leaves no listener behind', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    show(boxes(1));
    await fill(...orders(1));
    const signals = added.mock.calls.map(([, , o]) => (typeof o === 'object' ? o.signal : undefined));
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.every((s) => s?.aborted)).toBe(true);
  });

  it('keeps the browser’s own undo', async () => {
    show('<input data-path="p" value="OLD">');
    await fillOne(order('p', 'text', 'NEW', 'OLD'));
    input('p').focus();
    document.execCommand('undo');
    expect(input('p').value).toBe('OLD');
  });
});
