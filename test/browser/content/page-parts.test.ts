import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { holdSubmit } from '../../../lib/content/hold';
import { fetchPage } from '../../../lib/content/ledger';
import { applyMarks, clearMarks } from '../../../lib/content/marks';
import { pickHit } from '../../../lib/content/pick';
import { PRESS_EVENT, press } from '../../../lib/content/press';
import { type SearchEnv, takeStep } from '../../../lib/content/search';
import { showElement } from '../../../lib/content/show';

const at = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;

let signal: AbortController;
beforeEach(() => {
  signal = new AbortController();
});
afterEach(() => {
  signal.abort();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

describe('marks', () => {
  const table = `<table><tbody>
    <tr id="r1"><td style="width:200px">03/10/2026</td><td>x</td></tr>
    <tr id="r2"><td>03/11/2026</td><td>x</td></tr></tbody></table>`;
  const rows = () => new Map(['1', '2'].map((id) => [id, at(`#r${id}`)]));
  const markOf = (row: string) => getComputedStyle(at(`#${row}`).firstElementChild!, '::before');

  test('show the verdict and its word before the first cell, and change no text', () => {
    document.body.innerHTML = table;
    const text = document.body.textContent;
    const elements = document.querySelectorAll('*').length;
    applyMarks(document, [{ claimId: '1', verdict: 'ready', word: 'Ready' }], rows());
    expect(markOf('r1').content).toContain('Ready');
    expect(markOf('r1').pointerEvents).toBe('none');
    expect(markOf('r2').content).toBe('none');
    expect(document.body.textContent).toBe(text);
    expect(document.querySelectorAll('*')).toHaveLength(elements);
  });

  test('a row that is not named any more loses its mark', () => {
    document.body.innerHTML = table;
    applyMarks(document, [{ claimId: '1', verdict: 'ready', word: 'Ready' }], rows());
    applyMarks(document, [{ claimId: '2', verdict: 'blocked', word: 'Blocked' }], rows());
    expect(markOf('r1').content).toBe('none');
    expect(markOf('r2').content).toContain('Blocked');
    expect(at('#r1').getAttributeNames()).toEqual(['id']);
  });

  test('clearing leaves nothing behind', () => {
    document.body.innerHTML = table;
    const was = document.body.innerHTML;
    applyMarks(document, [{ claimId: '1', verdict: 'ready', word: 'Ready' }], rows());
    clearMarks(document);
    expect(document.body.innerHTML).toBe(was);
    expect(markOf('r1').content).toBe('none');
  });

  test('where the first column is narrow only edge and shape are shown', () => {
    document.body.innerHTML = table
      .replace('width:200px', 'width:20px')
      .replace('03/11/2026', '2')
      .replace('03/10/2026', '1');
    applyMarks(document, [{ claimId: '1', verdict: 'ready', word: 'Ready' }], rows());
    expect(markOf('r1').content).not.toContain('Ready');
    expect(markOf('r1').content).not.toBe('none');
  });

  test('a word from outside stays text', () => {
    document.body.innerHTML = table;
    applyMarks(document, [{ claimId: '1', verdict: 'ready', word: '"}body{display:none}' }], rows());
    expect(getComputedStyle(document.body).display).not.toBe('none');
  });
});

describe('show on page', () => {
  test('outlines the element and leaves the focus alone unless asked', () => {
    document.body.innerHTML = '<input id="a"><div style="height:3000px"></div><input id="b">';
    at('#a').focus();
    expect(showElement(at('#b'), false, signal.signal)).toBe(true);
    expect(getComputedStyle(at('#b')).outlineWidth).toBe('3px');
    expect(document.activeElement).toBe(at('#a'));
    expect(showElement(at('#b'), true, signal.signal)).toBe(true);
    expect(document.activeElement).toBe(at('#b'));
  });

  test('the outline goes after three seconds', () => {
    vi.useFakeTimers();
    document.body.innerHTML = '<input id="a">';
    showElement(at('#a'), false, signal.signal);
    vi.advanceTimersByTime(3_000);
    vi.useRealTimers();
    expect(at('#a').getAttributeNames()).toEqual(['id']);
  });

  test('an element that is gone is said to be gone', () => {
    const gone = document.createElement('p');
    expect(showElement(gone, false, signal.signal)).toBe(false);
    expect(showElement(undefined, false, signal.signal)).toBe(false);
  });
});

describe('press', () => {
  test('hands a javascript: link to the page, and says when nobody took it', () => {
    document.body.innerHTML = '<a id="a" href=" JavaScript:void(0)"><b id="b">COB</b></a>';
    expect(press(at('#b'))).toBe(false);
    const took = vi.fn((event: Event) => event.preventDefault());
    document.addEventListener(PRESS_EVENT, took, { signal: signal.signal });
    expect(press(at('#b'))).toBe(true);
    expect(took).toHaveBeenCalledOnce();
  });

  test('clicks anything else itself, however the page named its fields', () => {
    document.body.innerHTML = '<form><button type="button" id="a">Go<input name="click"></button></form>';
    const clicked = vi.fn();
    at('#a').addEventListener('click', clicked);
    expect(press(at('#a'))).toBe(true);
    expect(clicked).toHaveBeenCalledOnce();
  });
});

describe('the step of a lookup', () => {
  const form = `<form><select id="payer"><option value="">-- select --</option><option value="7">BRIGHTWATER  HEALTH</option>
    <option value="8">LARKSPUR MUTUAL</option></select><input id="last"><button type="button" id="go">Search</button></form>`;
  const order = {
    lookupId: 'l1',
    payer: { value: '7', label: 'BRIGHTWATER HEALTH' },
    lastName: 'OKAFOR',
    pressed: false,
  };
  const env = (over: Partial<SearchEnv> = {}): SearchEnv => ({
    controls: () => ({ payer: at('#payer'), lastName: at('#last'), button: at('#go') }),
    write: async (input, text) => {
      input.value = text;
      return true;
    },
    pressing: async () => true,
    ...over,
  });

  test('takes one step at a time: payer, name, Search', async () => {
    document.body.innerHTML = form;
    const changed = vi.fn();
    const searched = vi.fn();
    at('#payer').addEventListener('change', changed);
    at('#go').addEventListener('click', searched);
    expect(await takeStep(order, env())).toEqual({ did: 'payer' });
    expect(changed).toHaveBeenCalledOnce();
    expect(await takeStep(order, env())).toEqual({ did: 'name' });
    expect(searched).not.toHaveBeenCalled();
    expect(await takeStep(order, env())).toEqual({ did: 'pressed' });
    expect(searched).toHaveBeenCalledOnce();
  });

  test('is written down before Search is pressed, and not pressed where that is refused', async () => {
    document.body.innerHTML = form;
    const searched = vi.fn();
    at('#go').addEventListener('click', searched);
    (at('#payer') as HTMLSelectElement).value = '7';
    (at('#last') as HTMLInputElement).value = 'OKAFOR';
    const pressing = vi.fn(async () => {
      expect(searched).not.toHaveBeenCalled();
      return false;
    });
    expect(await takeStep(order, env({ pressing }))).toEqual({ did: 'nothing' });
    expect(pressing).toHaveBeenCalledWith('l1');
    expect(searched).not.toHaveBeenCalled();
  });

  test('nothing is pressed when the page changes the name meanwhile', async () => {
    document.body.innerHTML = form;
    const searched = vi.fn();
    at('#go').addEventListener('click', searched);
    (at('#payer') as HTMLSelectElement).value = '7';
    (at('#last') as HTMLInputElement).value = 'OKAFOR';
    const pressing = async () => {
      (at('#last') as HTMLInputElement).value = 'SMITH';
      return true;
    };
    expect(await takeStep(order, env({ pressing }))).toEqual({ did: 'nothing' });
    expect(searched).not.toHaveBeenCalled();
  });

  test('a search that was pressed is not pressed again', async () => {
    document.body.innerHTML = form;
    expect(await takeStep({ ...order, pressed: true }, env())).toEqual({ did: 'nothing' });
  });

  test.each([
    ['the payer is not in the list', form.replaceAll('value="7"', 'value="9"'), "is not in the form's payer list"],
    ['the value now belongs to another payer', form.replace('BRIGHTWATER  HEALTH', 'BRIGHTON'), "is not in the form's"],
    ['the list is not there', form.replace('<select id="payer">', '<select id="other">'), 'payer list was not found'],
    ['Search is disabled', form.replace('id="go"', 'id="go" disabled'), 'cannot be used'],
  ])('is refused in words where %s', async (_case, html, words) => {
    document.body.innerHTML = html;
    const progress = await takeStep(order, env());
    expect(progress).toMatchObject({ did: 'refused', why: expect.stringContaining(words) });
  });
});

describe('picking an insurance ID', () => {
  const list = '<a id="h1" href="#">LM441</a><a id="h2" href="#">LM442</a>';
  const hits = [
    { insuranceId: 'LM441', name: 'OKAFOR, GRACE', path: 'h1' },
    { insuranceId: 'LM442', name: 'OKAFOR, GRACE', path: 'h2' },
  ];
  const elementAt = (path: string) => document.getElementById(path) ?? undefined;

  test('presses the link of that very ID', () => {
    document.body.innerHTML = list;
    const clicked = vi.fn();
    at('#h2').addEventListener('click', clicked);
    expect(pickHit({ insuranceId: 'LM442', name: 'OKAFOR, GRACE', path: 'h2' }, hits, elementAt)).toBe(true);
    expect(clicked).toHaveBeenCalledOnce();
  });

  test('presses the link of the person that was meant, where two share the ID', () => {
    document.body.innerHTML = '<a id="h1" href="#">LM441</a><a id="h2" href="#">LM441</a>';
    const shared = [
      { insuranceId: 'LM441', name: 'OKAFOR, GRACE', path: 'h1' },
      { insuranceId: 'LM441', name: 'OKAFOR, THEO', path: 'h2' },
    ];
    const clicked = vi.fn();
    at('#h2').addEventListener('click', clicked);
    expect(pickHit({ insuranceId: 'LM441', name: 'OKAFOR, THEO', path: 'h2' }, shared, elementAt)).toBe(true);
    expect(clicked).toHaveBeenCalledOnce();
  });

  const grace = { insuranceId: 'LM441', name: 'OKAFOR, GRACE', path: 'h1' };
  test.each([
    ['another person with the ID now stands there', grace, [{ ...grace, name: 'OKAFOR, THEO' }]],
    ['the person there was born on another day', { ...grace, dob: '1950-01-02' }, [{ ...grace, dob: '1982-01-02' }]],
    ['the ID now stands at another place', { ...grace, path: 'h2' }, hits],
    ['the ID is not in the list', { ...grace, insuranceId: 'LM4' }, hits],
    ['the link shows another ID', { ...grace, insuranceId: 'LM443' }, [{ ...grace, insuranceId: 'LM443' }]],
  ])('refuses where %s', (_case, wanted, now) => {
    document.body.innerHTML = list;
    const clicked = vi.fn();
    document.body.addEventListener('click', clicked);
    expect(pickHit(wanted, now, elementAt)).toBe(false);
    expect(clicked).not.toHaveBeenCalled();
  });
});

describe('holding Submit', () => {
  const start = (reasons: string[]) => {
    document.body.innerHTML =
      '<form id="f"><input id="name"><button id="other" type="button">Search</button><button id="go">Submit</button></form>';
    const sent = vi.fn((event: Event) => event.preventDefault());
    at('#f').addEventListener('submit', sent);
    const pressed = vi.fn();
    const hold = holdSubmit({ window, submit: () => at('#go'), pressed, signal: signal.signal });
    hold.setReasons(reasons);
    return { sent, pressed, hold };
  };

  test('the first press is held, the second goes through', async () => {
    const { sent, pressed } = start(['Line 2 is off by $0.01']);
    await userEvent.click(at('#go'));
    expect(sent).not.toHaveBeenCalled();
    expect(pressed.mock.calls).toEqual([[true]]);
    await userEvent.click(at('#go'));
    expect(sent).toHaveBeenCalledOnce();
    expect(pressed.mock.calls).toEqual([[true], [false]]);
  });

  test('without a reason the press goes through at once and is told once', async () => {
    const { sent, pressed } = start([]);
    await userEvent.click(at('#go'));
    expect(sent).toHaveBeenCalledOnce();
    expect(pressed.mock.calls).toEqual([[false]]);
  });

  test('Enter in a box counts as a press', async () => {
    const { sent, pressed } = start(['x']);
    await userEvent.click(at('#name'));
    await userEvent.keyboard('{Enter}');
    expect(sent).not.toHaveBeenCalled();
    expect(pressed.mock.calls).toEqual([[true]]);
  });

  test('a new reason holds again', async () => {
    const { sent, hold } = start(['x']);
    await userEvent.click(at('#go'));
    hold.setReasons(['x', 'y']);
    await userEvent.click(at('#go'));
    expect(sent).not.toHaveBeenCalled();
  });

  test('other buttons and scripts of the page are let be', async () => {
    const { sent, pressed } = start(['x']);
    await userEvent.click(at('#other'));
    expect(pressed).not.toHaveBeenCalled();
    at('#go').click();
    expect(sent).toHaveBeenCalledOnce();
    expect(pressed.mock.calls).toEqual([[false]]);
  });
});

describe('reading a page without opening it', () => {
  const here = location.href;
  const answer = (body: string, init: ResponseInit & { url?: string } = {}) => {
    const response = new Response(body, { headers: { 'content-type': 'text/html' }, ...init });
    Object.defineProperty(response, 'url', { value: init.url ?? new URL('/ledger', here).href });
    return vi.spyOn(globalThis, 'fetch').mockResolvedValue(response);
  };

  test('gives a document in which nothing runs', async () => {
    answer('<title>Ledger</title><img src=x onerror="window.ran=1"><script>window.ran=1</script>');
    const page = await fetchPage('/ledger', here, signal.signal);
    expect(page.doc.title).toBe('Ledger');
    expect(page.doc.defaultView).toBeNull();
    expect('ran' in window).toBe(false);
  });

  test('says where a redirect ended', async () => {
    answer('<title>Sign in</title>', { url: new URL('/login', here).href });
    expect((await fetchPage('/ledger', here, signal.signal)).url).toBe(new URL('/login', here).href);
  });

  test.each([
    ['another origin', 'https://example.com/ledger', 'not one of this site'],
    ['a script', 'javascript:alert(1)', 'not one of this site'],
    ['no address', 'http://', 'not one of this site'],
  ])('does not ask at all for %s', async (_case, href, words) => {
    const fetched = answer('');
    await expect(fetchPage(href, here, signal.signal)).rejects.toThrow(words);
    expect(fetched).not.toHaveBeenCalled();
  });

  test('an error of the server, another kind of file and another site are said', async () => {
    answer('no', { status: 500 });
    await expect(fetchPage('/x', here, signal.signal)).rejects.toThrow('The page answered with an error (500).');
    answer('{}', { headers: { 'content-type': 'application/json' } });
    await expect(fetchPage('/x', here, signal.signal)).rejects.toThrow('not a page');
    answer('', { url: 'https://example.com/' });
    await expect(fetchPage('/x', here, signal.signal)).rejects.toThrow('another site');
  });
});
