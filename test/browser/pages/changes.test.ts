import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageKind } from '../../../lib/claim/reading';
import { type Change, watchPage } from '../../../lib/pages/changes';
import { PageReader, readPage } from '../../../lib/pages/read';
import { brief, HOST, handles, profile } from './page';

const row = (id: number, charge = '100.00') =>
  `<tr><td>${id}</td><td>02/24/2026</td><td>Finalized</td><td>AETNA</td><td>${charge}</td><td>0.00</td></tr>\n`;
const page = (count: number) =>
  `<h1>Claim History</h1><table><tbody><tr><th>Claim ID</th><th>DOS</th><th>Status</th><th>Primary Payer</th><th>Charge</th><th>Pt Bal</th></tr>\n${Array.from({ length: count }, (_, i) => row(1000 + i)).join('')}</tbody></table>`;
const options = { profile, page: 'claim-history' as PageKind, now: 1, from: 'live' as const, handles };

let ender: AbortController;
let changes: Change[];
let run: (() => void) | undefined;
let waits: number[];
const clock = {
  setTimeout: (callback: () => void, ms: number) => {
    waits.push(ms);
    run = callback;
    return 1;
  },
  clearTimeout: () => {
    run = undefined;
  },
};
/** Lets the observers report, then lets the wait end. */
const settle = async () => {
  await Promise.resolve();
  await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  const now = run;
  run = undefined;
  now?.();
};
beforeEach(() => {
  ender = new AbortController();
  changes = [];
  waits = [];
  run = undefined;
});
afterEach(() => ender.abort());
const watch = (kind: PageKind) => watchPage(document, kind, (change) => changes.push(change), ender.signal, clock);

describe('watching a page', () => {
  it('tells which row changed, once for many changes', async () => {
    document.body.innerHTML = page(20);
    watch('claim-history');
    const rows = document.querySelectorAll('tr');
    rows[5]!.cells[4]!.textContent = '1.00';
    rows[5]!.cells[5]!.textContent = '2.00';
    (rows[7]!.cells[2]!.firstChild as Text).data = 'Sent to Payer';
    await settle();
    expect(changes).toEqual([{ kind: 'rows', rows: [rows[5], rows[7]] }]);
  });

  it('asks for the whole page where rows come or go, or the table is replaced', async () => {
    document.body.innerHTML = `<div>${page(3)}</div>`;
    watch('claim-history');
    document.querySelector('tbody')!.insertAdjacentHTML('beforeend', row(7));
    await settle();
    document.querySelector('div')!.innerHTML = page(2);
    await settle();
    expect(changes).toEqual([{ kind: 'page' }, { kind: 'page' }]);
  });

  it('sees what is typed, ticked and disabled in a form, and regions that come', async () => {
    document.body.innerHTML = '<form><input id="a"><div id="r"></div></form>';
    watch('claim-form');
    const input = document.querySelector('input')!;
    for (const change of [
      () => input.dispatchEvent(new Event('input', { bubbles: true })),
      () => {
        input.disabled = true;
      },
      () => {
        document.querySelector('#r')!.innerHTML = '<p>Required</p>';
      },
    ]) {
      change();
      await settle();
    }
    expect(changes.length).toBe(3);
  });

  it('sees what a script of the page sets in a form without any event', async () => {
    document.body.innerHTML = '<form><input id="a"><input id="b" type="checkbox"></form>';
    const timers: (() => void)[] = [];
    const [input, tick] = [...document.querySelectorAll('input')];
    const later = { setTimeout: (callback: () => void) => timers.push(callback), clearTimeout: () => undefined };
    watchPage(document, 'claim-form', (change) => changes.push(change), ender.signal, later);
    const time = () => {
      for (const callback of timers.splice(0)) callback();
    };
    time();
    expect(changes).toEqual([]);
    input!.value = 'H563206742';
    time();
    time();
    expect(changes).toEqual([{ kind: 'page' }]);
    tick!.checked = true;
    time();
    time();
    time();
    expect(changes).toEqual([{ kind: 'page' }, { kind: 'page' }]);
    ender.abort();
    time();
    expect(timers).toEqual([]);
  });

  it('waits longer the more the page changes, at most five seconds', async () => {
    document.body.innerHTML = '<p></p>';
    watch('chart');
    for (let n = 0; n < 8; n += 1) {
      document.querySelector('p')!.textContent = String(n);
      await settle();
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
  });

  it('ends with its signal', async () => {
    document.body.innerHTML = page(3);
    watch('claim-history');
    ender.abort();
    document.querySelectorAll('tr')[1]!.cells[4]!.textContent = '1.00';
    await settle();
    expect([changes, waits]).toEqual([[], []]);
  });
});

describe('reading single rows again', () => {
  it('gives what a full reading gives', () => {
    document.body.innerHTML = page(30);
    const reader = new PageReader(document);
    const before = reader.readSync(HOST, options);
    const changed = document.querySelectorAll('tr')[9]!;
    changed.cells[4]!.textContent = '250.00';
    const after = reader.rereadRows([changed], 2);
    expect(brief(after?.claims?.[8]?.charge)).toBe(25000);
    expect(after?.claims?.[7]).toBe(before.claims?.[7]);
    expect(after?.claims).toEqual(new PageReader(document).readSync(HOST, options).claims);
  });

  it('refuses where a claim number changed or the row is new', () => {
    document.body.innerHTML = page(5);
    const reader = new PageReader(document);
    reader.readSync(HOST, options);
    const row = document.querySelectorAll('tr')[2]!;
    row.cells[0]!.textContent = '1002';
    expect(reader.rereadRows([row], 2)).toBeUndefined();
    expect(reader.rereadRows([row.cloneNode(true) as Element], 2)).toBeUndefined();
  });

  it('refuses where cells span rows or columns, before or since', () => {
    document.body.innerHTML = page(5);
    const reader = new PageReader(document);
    reader.readSync(HOST, options);
    const row = document.querySelectorAll('tr')[2]!;
    row.cells[2]!.colSpan = 2;
    expect(reader.rereadRows([row], 2)).toBeUndefined();
    reader.readSync(HOST, options);
    row.cells[2]!.colSpan = 1;
    expect(reader.rereadRows([row], 2)).toBeUndefined();
  });
});

describe('reading in slices', () => {
  it('rests whenever a slice has lasted long enough, and reads the same', async () => {
    document.body.innerHTML = page(200);
    let time = 0;
    let rests = 0;
    const slicer = {
      now: () => (time += 2),
      rest: async () => {
        rests += 1;
      },
    };
    const sliced = await readPage(document, HOST, { ...options, slicer });
    expect(rests).toBeGreaterThan(2);
    expect(sliced).toEqual(new PageReader(document).readSync(HOST, options));
  });
});
