import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import type { Eob } from '../../../components/models/eob';
import { anAnswer } from '../../era/build';
import { show } from './harness';
import { anEraFile, aRow, REMITTANCE_STATES } from './remittance-states';
import { KEY, row, STATES, type State } from './states';

beforeEach(() => page.viewport(360, 700));
afterEach(cleanup);

const named = (name: string): State => REMITTANCE_STATES[name]!;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const bar = () => text('.foot output');
const title = () => text('h1');
const list = () => page.getByRole('list', { name: 'Claims in the files' });
const shownRows = () => [...document.querySelectorAll<HTMLElement>('.windowed > li')];
const press = (keys: string) => userEvent.keyboard(keys);
const CLAIM = { patient: KEY, claim: '8841207' };

const drag = (type: string, ...names: string[]) => {
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(['ISA*'], name));
  const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
  document.querySelector('main')!.dispatchEvent(event);
  return event;
};

describe('dropping files', () => {
  test('works anywhere on the panel: it says so while they are dragged over, reads them, and shows them', async () => {
    const { told } = show(STATES.claims!);
    drag('dragenter', 'a.835');
    await expect.element(page.getByText('Drop 835 files to read them')).toBeInTheDocument();
    expect(drag('dragover', 'a.835').defaultPrevented).toBe(true);
    expect(drag('drop', 'a.835', 'b.835').defaultPrevented).toBe(true);
    await expect.poll(title).toBe('Remittances');
    expect(document.querySelector('.drop')).toBeNull();
    expect(told).toEqual(['add a.835,b.835']);
    expect(document.activeElement!.id).toBe('title');
  });

  test('leaves what is no file alone, and the sign goes when the files leave', async () => {
    const { told } = show(STATES.claims!);
    const textOnly = new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
    document.querySelector('main')!.dispatchEvent(textOnly);
    expect(document.querySelector('.drop')).toBeNull();
    drag('dragenter', 'a.835');
    await expect.element(page.getByText('Drop 835 files to read them')).toBeInTheDocument();
    drag('dragleave', 'a.835');
    await expect.element(page.getByText('Drop 835 files to read them')).not.toBeInTheDocument();
    expect(told).toEqual([]);
  });

  test('can be done by keyboard: a button opens the file chooser, which takes several and the same again', async () => {
    const { told } = show(named('remittances-none'));
    const chooser = document.querySelector<HTMLInputElement>('input[type=file]')!;
    let opened = 0;
    chooser.addEventListener('click', (event) => {
      opened += 1;
      event.preventDefault();
    });
    (button('Choose files').element() as HTMLElement).focus();
    await press('{Enter}');
    expect(opened).toBe(1);
    expect(chooser.multiple).toBe(true);
    const choose = () => {
      const chosen = new DataTransfer();
      chosen.items.add(new File(['ISA*'], 'c.835'));
      chooser.files = chosen.files;
      chooser.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose();
    choose();
    expect(told).toEqual(['add c.835', 'add c.835']);
  });
});

describe('the files', () => {
  test('are reached from the menu and from the list of claims, which says how many there are', async () => {
    show({ ...STATES.claims!, files: [anEraFile(), anEraFile({ id: 'b' })] });
    await userEvent.click(page.getByRole('link', { name: 'Remittances 2 files' }));
    await expect.poll(title).toBe('Remittances');
    await press('{Escape}');
    await expect.poll(title).toBe('Okafor, Denise M.');
    await userEvent.click(button('More'));
    const under = button('More').element().getBoundingClientRect();
    const menu = document.getElementById('more')!.getBoundingClientRect();
    expect([menu.right, menu.top]).toEqual([under.right, under.bottom]);
    await userEvent.click(page.getByRole('menuitem', { name: 'Remittances' }));
    await expect.poll(title).toBe('Remittances');
  });

  test('lead back to what she came from: the claim she had open, the row in the list, its place on the screen', async () => {
    show({ ...named('check-remittance'), files: [] });
    await userEvent.click(button('More'));
    await userEvent.click(page.getByRole('menuitem', { name: 'Remittances' }));
    await expect.poll(title).toBe('Remittances');
    await userEvent.click(page.getByRole('link', { name: 'Back to 02/24/2026' }));
    await expect.poll(title).toContain('02/24/2026');
    expect(document.activeElement!.id).toBe('title');
    drag('drop', 'a.835');
    await expect.poll(title).toBe('Remittances');
    await press('{Escape}');
    await expect.poll(title).toContain('02/24/2026');
    await press('{Escape}');
    await expect.poll(title).toBe('Okafor, Denise M.');
    await userEvent.click(page.getByRole('link', { name: /^Remittances/ }));
    await expect.poll(title).toBe('Remittances');
    await userEvent.click(page.getByRole('link', { name: 'Back to Okafor, Denise M.' }));
    await expect.poll(() => (document.activeElement as HTMLElement).dataset.leads).toBe('remittances');
  });

  test('keep the focus near what goes by its own press', async () => {
    const { files } = show(named('remittances-none'));
    const focused = () => document.activeElement!.textContent;
    (button('Choose files').element() as HTMLElement).focus();
    files([anEraFile(), anEraFile({ id: 'b', name: 'b.835' })]);
    await expect.poll(focused).toBe('Choose more files');
    (button('Forget this file b.835').element() as HTMLElement).focus();
    files([anEraFile()]);
    await expect.poll(focused).toBe('Remittances');
    (document.activeElement as HTMLElement).blur();
    files([]);
    await expect.element(button('Choose files')).toBeVisible();
    expect(document.activeElement).toBe(document.body);
  });

  test('say at once what was not read, and once that they are a test', async () => {
    const error = {
      severity: 'error' as const,
      segment: 24,
      text: '{file} ends in segment 24. 0 claims before it were read.',
    };
    const test = {
      severity: 'warning' as const,
      segment: 1,
      text: '{file} is marked as a test. Do not post or bill from it.',
    };
    const [payment] = anEraFile().payments;
    show({
      ...named('remittances-none'),
      files: [
        anEraFile({ name: 'cut.835', problems: [error], problemCount: 1 }),
        anEraFile({
          id: 'b',
          name: 'b.835',
          problems: [test],
          problemCount: 1,
          payments: [{ ...payment!, test: true }],
        }),
      ],
    });
    await expect.element(page.getByText('cut.835 ends in segment 24. 0 claims before it were read.')).toBeVisible();
    expect(text('main').split('is marked as a test')).toHaveLength(2);
    expect(document.querySelectorAll('.pays .t-ok')).toHaveLength(1);
  });

  test('announce their reading in quarters, not each step, and can be canceled', async () => {
    const at = (bytesRead: number) => [anEraFile({ bytes: 1000, payments: [], state: { is: 'reading', bytesRead } })];
    const { files, told } = show({ ...named('remittances-none'), files: at(10) });
    const announced = () => /\d+ %/.exec(bar())?.[0];
    expect(announced()).toBe('0 %');
    files(at(240));
    await expect.poll(() => text('section.sec p')).toContain('24 %');
    expect(announced()).toBe('0 %');
    files(at(260));
    await expect.poll(announced).toBe('25 %');
    files(at(999));
    await expect.poll(announced).toBe('75 %');
    await userEvent.click(button('Cancel').first());
    expect(told).toEqual(['cancel a']);
    files([anEraFile()]);
    await expect.poll(bar).toBe('100 % read: 12 claims in 1 file.');
  });

  test('that were refused say why, and can be tried again, changed for others, and forgotten', async () => {
    const { told, asked } = show(named('remittances-refused'));
    await expect.element(page.getByText('eob.pdf is a PDF, not an 835. Nothing was read.')).toBeVisible();
    await userEvent.click(button('Try again to read big.835'));
    await userEvent.click(button('Forget this file eob.pdf'));
    await expect.poll(() => told).toEqual(['again b', 'forget a']);
    await expect.poll(() => asked('forgetRemittance')).toEqual([['a']]);
  });

  test('list what is wrong in them, the worst first, the rest as a number, each with its segment as text', async () => {
    show(named('remittances-read'));
    const fold = [...document.querySelectorAll('details')].find((one) => one.textContent!.includes('Found wrong'))!;
    fold.open = true;
    const items = () => [...fold.querySelectorAll('li')].map((item) => item.textContent!);
    expect(items()[0]).toContain('"1,000.00" is not an 835 amount');
    expect(items()).toHaveLength(10);
    await userEvent.click(button('Show 32 more'));
    expect(items()).toHaveLength(42);
    expect(fold.textContent).toContain('370 more are not listed.');
    await userEvent.click(button('Show the segment 212'));
    await expect.element(page.getByText('SVC*HC:97110*212.00*50.69**1')).toBeVisible();
  });

  test('of earlier in the session are named, and what is kept of them can be forgotten', async () => {
    const { asked } = show(named('remittances-kept'));
    await expect.element(page.getByText('What it says of 1 claim. Drop the file again to see the rest.')).toBeVisible();
    await userEvent.click(button('Forget a.835'));
    await expect.poll(() => asked('forgetRemittance')).toEqual([['a']]);
  });
});

describe('claims of very large files', () => {
  const MANY = 200_000;
  const search = (_: unknown, from: number, n: number) =>
    Promise.resolve({ total: MANY, rows: Array.from({ length: n }, (_row, i) => aRow(from + i)) });
  const showLarge = () => {
    const state: State = { ...named('remittances-claims'), files: [anEraFile({ claims: MANY })] };
    const shown = show(state);
    shown.services.remittances.search = search;
    return shown;
  };
  const position = (row: Element | undefined) => Number(row?.getAttribute('aria-posinset'));

  test('are listed with only those near the screen in the page, each saying which of how many it is', async () => {
    showLarge();
    await expect.element(list()).toBeInTheDocument();
    await expect.poll(() => shownRows().length).toBeGreaterThan(5);
    expect(shownRows().length).toBeLessThan(60);
    expect(shownRows()[0]!.getAttribute('aria-setsize')).toBe(String(MANY));
    expect(position(shownRows()[0])).toBe(1);
    window.scrollTo(0, 6_000_000);
    await expect.poll(() => position(shownRows().at(-1))).toBeGreaterThan(60_000);
    await expect.poll(() => shownRows().at(-1)?.querySelector('.nm')).not.toBeNull();
    expect(shownRows().length).toBeLessThan(60);
  });

  test('are one tab stop: arrows, Home and End move, and the focus is never lost', async () => {
    showLarge();
    await expect.poll(() => shownRows().length).toBeGreaterThan(5);
    const focusedRow = () => position(document.activeElement?.closest('li') ?? undefined);
    document.querySelector<HTMLElement>('.erow')!.focus();
    await press('{ArrowDown}{ArrowDown}');
    await expect.poll(focusedRow).toBe(3);
    expect(document.querySelectorAll('.erow[tabindex="0"]')).toHaveLength(1);
    await press('{End}');
    await expect.poll(focusedRow).toBe(MANY);
    await press('{Home}');
    await expect.poll(focusedRow).toBe(1);
  });
});

describe('a claim of a file', () => {
  const open = async () => {
    const shown = show(named('remittances-claims'));
    await userEvent.click(page.getByRole('button', { name: /Okafor, Denise.*claim 8841207/ }));
    await expect.element(button('Print this EOB')).toBeVisible();
    return shown;
  };

  test('is found by what she types, and alone for the open patient', async () => {
    const { searched } = show(named('remittances-claims'));
    await userEvent.fill(page.getByLabelText('Search the claims in the files'), 'ABERNATHY');
    await expect
      .poll(() => shownRows().map((row) => row.querySelector('.nm')?.textContent))
      .toEqual(['Abernathy, Denise']);
    await userEvent.click(button('Only Okafor, Denise M.'));
    await expect.poll(() => searched.at(-1)?.patient?.last).toBe('OKAFOR');
    await userEvent.fill(page.getByLabelText('Search the claims in the files'), 'NOBODY');
    await userEvent.click(button('Clear search'));
    await expect.poll(() => searched.at(-1)).toEqual({ text: '' });
  });

  test('opens in place, read-only, with its lines and remarks in words', async () => {
    await open();
    const detail = text('.detail');
    expect(detail).toContain('Processed as primary, then forwarded');
    expect(detail).toContain('Contractual adjustment, CO-45');
    expect(detail).toContain('Forwarded to the supplemental insurer.');
    expect(detail).toContain('The panel has no words for this code.');
    for (const width of [320, 480]) {
      await page.viewport(width, 700);
      const { violations } = await axe.run(document.querySelector('.windowed')!, { resultTypes: ['violations'] });
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });

  test('becomes the claim of the page by her word', async () => {
    const { asked } = await open();
    await userEvent.click(button("This one is 02/24/2026's claim"));
    await expect.poll(() => asked('keepRemittance').length).toBe(1);
    const [claim, file, kept] = asked('keepRemittance')[0] as [unknown, string, { match: string }[]];
    expect([claim, file, kept.map(({ match }) => match)]).toEqual([CLAIM, 'a', ['by-hand']]);
  });

  test('that is another claim of the page already says so', async () => {
    const state = named('remittances-claims');
    const patient = state.mirror.patients[KEY]!;
    const both = {
      ...patient,
      claims: [...patient.claims, row('8832210', '2025-12-15')],
      remittances: { '8832210': [anAnswer({ match: 'by-hand' })] },
    };
    show({ ...state, mirror: { ...state.mirror, patients: { [KEY]: both } } });
    await userEvent.click(page.getByRole('button', { name: /claim 8841207/ }));
    await expect.element(page.getByText('It is taken for the claim of 12/15/2025 already.')).toBeVisible();
    await userEvent.selectOptions(page.getByLabelText('Claim on the page'), '12/15/2025, claim 8832210');
    await expect.element(button("It is not 12/15/2025's")).toBeVisible();
  });

  test('of somebody else says so before it can be taken', async () => {
    show(named('remittances-claims'));
    await userEvent.click(page.getByRole('button', { name: /Abernathy, Denise.*claim 8841208/ }));
    await expect.element(page.getByText(/^The name differs from the patient on the page, Okafor/)).toBeVisible();
  });

  test('that is not there any more says what to do', async () => {
    const { answered: _, ...gone } = named('remittances-claims');
    show(gone);
    await userEvent.click(page.getByRole('button', { name: /claim 8841207/ }));
    await expect.element(page.getByText('a.835 is not there any more.')).toBeVisible();
  });
});

const cells = () =>
  [...document.querySelectorAll('.cmp tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));

describe('a claim beside its remittance', () => {
  test('says on which line the posting differs, by how much, and what to mend', async () => {
    const { asked } = show(named('remittance-differs'));
    expect(text('.verdict')).toBe('The posting differs on line 2CO-45 is $0.01 short. The rest is as the payer said.');
    expect(cells()).toEqual([
      ['Line 1, 99214-25', 'same'],
      ['Line 2, 97110, charge 85.00'],
      ['Paid', '50.69', '50.69', '0.00'],
      ['CO-45', '21.64', '21.63', '−0.01'],
      ['PR-2', '12.67', '12.67', '0.00'],
      ['Left over', '0.00', '0.01', '+0.01'],
      ['Whole claim, charge 250.00'],
      ['Paid', '149.09', '149.09', '0.00'],
      ['Adjusted', '63.64', '63.63', '−0.01'],
      ['Patient', '37.27', '37.27', '0.00'],
    ]);
    expect(text('.fixes')).toContain('Line 2: CO-45 was posted $0.01 short: change it to 21.64.');
    expect(bar()).toBe('Next: fix line 2, then read again.');
    await userEvent.click(button('Show every line'));
    expect(cells()).toHaveLength(14);
    await userEvent.click(button('Show line 2 on page').first());
    // The ledger is not open: its link is marked.
    expect(asked('showPlace')[0]![1]).toBe('claims/8841207/ledger');
  });

  test('is reached from Check, and leads back to it and to the list', async () => {
    show(named('check-remittance'));
    await userEvent.click(button('Compare with the remittance').first());
    await expect.poll(() => text('.verdict h2')).toBe('The posting differs on line 2');
    expect(document.title).toBe('02/24/2026 remittance - COB Companion');
    await userEvent.click(page.getByRole('link', { name: /Fill/ }));
    await expect.poll(() => text('[aria-current=step]')).toContain('Fill');
    await press('{Escape}');
    await expect.poll(title).toBe('Okafor, Denise M.');
  });

  test.each([
    ['remittance-same', 'The posting is as the payer said'],
    ['remittance-not-posted', 'Nothing is posted on line 2'],
    ['remittance-no-ledger', 'Cannot compare: the ledger is not read'],
    ['remittance-taken-back', 'The payer took its answer back'],
    ['remittance-unmatched', '1 line of the remittance fits no line for sure'],
    ['remittance-candidates', '2 claims of the files may be this one'],
  ])('%s: %s', async (name, headline) => {
    show(named(name));
    await expect.poll(() => text('.verdict h2')).toBe(headline);
  });

  test('mends nothing by a remittance that does not add up', () => {
    show(named('remittance-unbalanced'));
    expect(text('.verdict h2')).toBe('The remittance does not add up');
    expect(document.querySelector('.fixes li')).toBeNull();
    expect(text('main')).toContain('2 sums fail');
  });

  test('never shows an amount that is not known as a number', () => {
    show(named('remittance-not-posted'));
    expect(cells()).toContainEqual(['Paid', '50.69', 'not posted', 'not known']);
    cleanup();
    show(named('remittance-unmatched'));
    expect(cells()).toContainEqual(['Paid', 'none', '50.69', 'not known']);
  });

  test('lets her match a line by hand, and take it back', async () => {
    const { asked } = show(named('remittance-unmatched'));
    const answers = () => (asked('setAnswers').at(-1)?.[1] as { lineMatches?: unknown } | undefined)?.lineMatches;
    await userEvent.click(button('First line to match'));
    expect(document.activeElement!.tagName).toBe('SELECT');
    await userEvent.selectOptions(document.querySelector('select')!, 'Line 2, 97110, 85.00');
    await userEvent.selectOptions(document.querySelector('select')!, 'None of them');
    expect(asked('setAnswers')).toEqual([]);
    await userEvent.click(button(/^It has no line/));
    await expect.poll(answers).toEqual({ '0012345/8841207/130': 0 });
    cleanup();
    const later = show(named('remittance-matched-by-hand'));
    await userEvent.click(button(/^Undo matching 97112/));
    await expect
      .poll(() => (later.asked('setAnswers').at(-1)?.[1] as { lineMatches?: unknown })?.lineMatches)
      .toEqual({});
  });

  test('names every answer: which counts, and why the others do not', () => {
    show(named('remittance-corrected'));
    const heads = [...document.querySelectorAll('.answers > li b:first-child')].map((head) => head.textContent);
    expect(heads).toEqual(['Taken back', 'Takes money back', 'Counts']);
    expect(text('.answers')).toContain('Taken back by the answer of 03/24/2026, check 0099001.');
    expect(cells()).toContainEqual(['Paid', '51.69', '50.69', '−1.00']);
  });

  test('grades the crossover with each sign, its segment, and until when to wait', () => {
    show(named('remittance-forwarded'));
    const fold = [...document.querySelectorAll('details')].find((one) => one.textContent!.startsWith('Crossover'))!;
    expect(fold.open).toBe(true);
    expect(fold.textContent).toContain('MA18');
    expect(fold.textContent).toContain('CLP, segment 112');
    expect(fold.textContent).toContain('MOA, after segment 112');
    expect(fold.textContent).toContain('Wait for the secondary until 03/31/2026: 15 working days after the payment.');
  });

  test('shows the segment of a sign as it stands in the file, though only the first of the claim is numbered', async () => {
    const shown = show(named('remittance-forwarded'));
    const segments = ['CLP*8841207*19*250', 'NM1*QC*1*OKAFOR', 'NM1*TT*2*SILVERLINE', 'MOA***MA01*MA18', 'CLP*9*1'];
    shown.services.remittances.segment = (_, n) => Promise.resolve(segments[n - 112] ?? '');
    await userEvent.click(button('Show the segment MOA MA18'));
    await expect.element(page.getByText('MOA***MA01*MA18')).toBeVisible();
    await userEvent.click(button('Show the segment NM1*TT TT'));
    await expect.element(page.getByText('NM1*TT*2*SILVERLINE')).toBeVisible();
    await userEvent.click(button('Show the segment 112'));
    await expect.element(page.getByText('CLP*8841207*19*250')).toBeVisible();
  });

  test.each([
    ['remittance-taken-back', 'drop the corrected 835 when it comes.'],
    ['remittance-unbalanced', "use the payer's own EOB, or ask the payer for a new 835."],
    ['remittance-recouped', 'decide about the money that was taken back.'],
  ])('%s: says what to do next', (name, next) => {
    show(named(name));
    expect(bar()).toBe(`Next: ${next}`);
  });

  test('says which payment the money was taken from', () => {
    show(named('remittance-recouped'));
    expect(text('.verdict')).toContain('Money was moved outside the claim');
    expect(text('article.finding')).toContain(
      '$149.09 was taken from Check 0012345, 03/10/2026 (PLB WO). It is not in the lines above.',
    );
  });

  test('names each of several by the number of the payer, which tells them apart', async () => {
    show(named('remittance-candidates'));
    await expect
      .poll(() => [...document.querySelectorAll('.cand h3')].map((head) => head.textContent))
      .toEqual(['Payer’s claim no. BW26083-55017', 'Payer’s claim no. BW26083-55018']);
  });

  test('of which the session could not keep the answer says so, in Check and here', async () => {
    const shown = show(
      { ...named('check-remittance') },
      { keepRemittance: () => Promise.reject(new Error('no room')) },
    );
    shown.services.remittances.find = () =>
      Promise.resolve([{ claim: '8841207', adjudications: [anAnswer({ file: 'b' })], candidates: [] }]);
    shown.files([anEraFile({ id: 'b', name: 'huge.835' })]);
    const says = 'The panel could not keep what huge.835 says of this claim. It is not used.';
    await expect.element(page.getByText(says)).toBeVisible();
    await userEvent.click(button('Compare with the remittance').first());
    await expect.poll(title).toContain('02/24/2026');
    await expect.element(page.getByText(says)).toBeVisible();
  });

  test('takes one of several by her word', async () => {
    const { asked } = show({ ...named('remittance-candidates'), answered: named('remittances-claims').answered! });
    await userEvent.click(button("This one is 02/24/2026's claim 8841208"));
    await expect.poll(() => asked('keepRemittance').length).toBe(1);
  });

  test('is printed as an EOB of this claim alone', async () => {
    const { asked } = show(named('remittance-differs'));
    await userEvent.click(button('Print this EOB').first());
    await expect.poll(() => asked('openEob').length).toBe(1);
    const [eob] = asked('openEob')[0] as [Eob];
    expect(eob.title).toBe('EOB claim 8841207');
    expect(eob.answers.map(({ controlNumber }) => controlNumber)).toEqual(['8841207']);
  });
});

describe('filling', () => {
  test('asks where the amounts come from while posting and remittance differ', async () => {
    const { asked } = show(named('fill-remittance'));
    await expect
      .element(page.getByRole('group', { name: 'Fill from the posting or from the remittance?' }))
      .toBeVisible();
    await userEvent.click(page.getByLabelText(/^From the remittance/));
    await expect.poll(() => asked('setAnswers').at(-1)?.[1]).toMatchObject({ amountsFrom: 'remittance' });
  });
});
