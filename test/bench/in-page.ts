import type { PageSnapshot } from '../../lib/claim/page';
import { Handles } from '../../lib/pages/handles';
import { profiles } from '../../lib/pages/profiles';
import { PageReader, type ReadOptions, readPageSync } from '../../lib/pages/read';
import { benchChecks } from './checks';
import { COLUMNS, claimHistory } from './claim-history';
import { benchFill } from './fill';
import { interleaved, median, time } from './measure';

/** What runs in the page: bundled, and called from outside by name. Every figure in milliseconds. */

const [profile] = profiles;

const options = (): ReadOptions => {
  if (!profile) throw new Error('There is no profile.');
  return { profile, page: 'claim-history', now: 1, from: 'live', handles: new Handles() };
};

/** Puts a Claim History into the page and has it laid out, as it is when the content script comes. */
const show = (rows: number): void => {
  const parsed = new DOMParser().parseFromString(claimHistory(rows), 'text/html');
  document.title = parsed.title;
  document.body.replaceWith(document.adoptNode(parsed.body));
  void document.body.offsetHeight;
};

const read = (): PageSnapshot => readPageSync(document, location.href, options());

const theTable = (doc: Document): HTMLTableElement => {
  const table = doc.querySelector<HTMLTableElement>('#claims');
  if (!table) throw new Error('There is no table of claims.');
  return table;
};

/** The least that any reader has to do: one text of each cell. */
const siblingWalk = (): string[][] => {
  const out: string[][] = [];
  for (let row = theTable(document).tBodies[0]?.firstElementChild; row; row = row.nextElementSibling ?? undefined) {
    const cells: string[] = [];
    for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) cells.push(cell.textContent ?? '');
    out.push(cells);
  }
  return out;
};

/** What a reader does that takes the page's markup and parses it apart from the page. */
const parseAgain = (): string[][] => {
  const doc = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
  return [...theTable(doc).rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''));
};

const checkCells = (name: string, table: string[][], rows: number): void => {
  const full = table.filter((cells) => cells.length === COLUMNS.length).length;
  if (full !== rows + 1) throw new Error(`${name} saw ${full} of ${rows + 1} rows.`);
};

/** Fails where not every claim was read with all its values: speed of a reader that skips something is no figure. */
const checkClaims = (snapshot: PageSnapshot, claims: number): void => {
  const whole = (snapshot.claims ?? []).filter(
    ({ id, dos, status, primaryPayer, secondaryPayer, charge, insurancePaid, adjusted, actions }) =>
      [id, dos, status, primaryPayer, secondaryPayer, charge, insurancePaid, adjusted].every(
        ({ kind }) => kind === 'read',
      ) && actions.length === 2,
  );
  if (whole.length !== claims) throw new Error(`${whole.length} of ${claims} claims were read whole.`);
};

/** One table of `rows` claims: read by the product, by the bare walk, and by parsing its markup again. */
export const reading = async (
  rows: number,
  rounds: number,
): Promise<Record<'ours' | 'siblingWalk' | 'parseAgain', number>> => {
  show(rows);
  checkClaims(read(), rows);
  checkCells('The walk', siblingWalk(), rows);
  checkCells('The parser', parseAgain(), rows);
  return interleaved({ ours: read, siblingWalk, parseAgain }, rounds);
};

/** Tables of several sizes, each shown and laid out anew in every round. `most`: the claims a reading stops at. */
export const sizes = async (list: readonly number[], most: number, rounds: number): Promise<number[]> => {
  const times = list.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [i, rows] of list.entries()) {
      show(rows);
      let snapshot: PageSnapshot | undefined;
      const ms = await time(() => {
        snapshot = read();
      });
      if (snapshot) checkClaims(snapshot, Math.min(rows, most));
      if (round >= 0) times[i]?.push(ms);
    }
  }
  return times.map(median);
};

/** One changed row of `rows`, read again, against the whole page read again. */
export const oneRow = async (rows: number, rounds: number): Promise<Record<'row' | 'page', number>> => {
  show(rows);
  const reader = new PageReader(document);
  checkClaims(reader.readSync(location.href, options()), rows);
  const changed = theTable(document).rows[Math.floor(rows / 2)];
  const cell = changed?.cells[COLUMNS.indexOf('Insurance Paid')];
  if (!changed || !cell) throw new Error('There is no row to change.');
  let cents = 100;
  const times = await interleaved(
    {
      row: () => {
        const snapshot = reader.rereadRows([changed], 2);
        const paid = snapshot?.claims?.[Math.floor(rows / 2) - 1]?.insurancePaid;
        if (paid?.kind !== 'read' || paid.value !== cents) throw new Error('The changed row was not read again.');
        return snapshot;
      },
      page: () => reader.readSync(location.href, options()),
    },
    rounds,
    () => {
      cents += 1;
      cell.textContent = `$${(cents / 100).toFixed(2)}`;
      void document.body.offsetHeight;
    },
  );
  return times;
};

export const fill = benchFill;
export const checks = benchChecks;
