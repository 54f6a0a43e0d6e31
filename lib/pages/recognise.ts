import type { PageKind } from '../claim/reading';
import { isControl, Look, rawText, typeOf } from './look';
import type { PageHints, Profile } from './profile';
import { findGrids, type Grid } from './table';
import { mentions, plain, type Wordings } from './words';

/** A page that a profile knows. */
export interface Recognised {
  profile: Profile;
  page: PageKind;
}

/** What hints count; a page is known from `ENOUGH` on, so never by one hint. */
const SCORE = { address: 1, title: 1, heading: 2, table: 3, fullTable: 1, boxes: 3, control: 1, text: 1 };
const ENOUGH = 4;
/** More headings than this are not looked at. */
const MAX_HEADINGS = 40;

const hostFits = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host === pattern.slice(2) || host.endsWith(pattern.slice(1)) : host === pattern;

const addressOf = (doc: Document, url: string): URL | undefined => {
  for (const text of [url, doc.baseURI]) {
    const address = URL.canParse(text) ? new URL(text) : undefined;
    if (address && /^https?:$/.test(address.protocol)) return address;
  }
  return undefined;
};

const HEADINGS = ['h1', 'h2', 'h3', 'caption', 'legend', '[role="heading"]', '[aria-current]'];

const inOrder = (a: Element, b: Element): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** The texts by which a page says what it is. Browsers find one selector many times faster than a list of them. */
const headingsOf = (doc: Document, profile: Profile): string[] => {
  const found = new Set<Element>();
  for (const selector of [...HEADINGS, profile.selectors.title]) {
    const all = doc.querySelectorAll(selector);
    for (let i = 0; i < Math.min(all.length, MAX_HEADINGS); i += 1) found.add(all[i] as Element);
  }
  const first = [...found].sort(inOrder).slice(0, MAX_HEADINGS);
  return first.map((el) => plain(rawText(el), 120));
};

/** How many different box numbers of the CMS-1500 are printed in the text. */
export const boxNumbersIn = (text: string): number => {
  const found = new Set<string>();
  for (const [number] of text.matchAll(/\b(?:1a|5|7|9[ad]?|1[01][a-d]|11|17b?|2[1-9]|24[a-j]|3[1-3]a?)(?=[.)\s:])/gi)) {
    found.add(number.toLowerCase());
  }
  return found.size;
};

const MANY_CONTROLS = 12;
const MAX_CHARS = 60_000;

/** The texts of a page, apart from each other. */
const textsOf = (doc: Document): string => {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  let out = '';
  while (out.length < MAX_CHARS && walker.nextNode()) {
    const text = rawText(walker.currentNode).trim();
    if (text) out += `${text.slice(0, 200)} `;
  }
  return out;
};

class Sight {
  readonly headings: string[];
  readonly #doc: Document;
  readonly #look: Look;
  readonly #grids = new Map<string, Grid<string>[]>();
  #text: string | undefined;

  constructor(doc: Document, profile: Profile, look: Look) {
    this.#doc = doc;
    this.#look = look;
    this.headings = headingsOf(doc, profile);
  }

  get text(): string {
    this.#text ??= textsOf(this.#doc);
    return this.#text;
  }

  /** How many meanings the best table of a sort has among its heads, given that it has `all`. */
  #known(of: keyof Profile['columns'], all: string[], profile: Profile): number {
    const grids =
      this.#grids.get(of) ?? findGrids(this.#doc.body, profile.columns[of] as Wordings<string>, 2, this.#look);
    this.#grids.set(of, grids);
    return Math.max(0, ...grids.filter((grid) => all.every((one) => grid.meanings.has(one))).map(({ known }) => known));
  }

  /** The score of a kind of page. */
  score(hints: PageHints, address: URL, profile: Profile): number {
    const doc = this.#doc;
    let score = 0;
    if (mentions(`${address.pathname}${address.search}`.replace(/[/=&?.%]/g, ' '), hints.address))
      score += SCORE.address;
    if (mentions(plain(doc.title), hints.headings)) score += SCORE.title;
    if (this.headings.some((text) => mentions(text, hints.headings))) score += SCORE.heading;
    if (hints.table) {
      const { of, all, least } = hints.table;
      const known = this.#known(of, all, profile);
      if (known >= least) score += SCORE.table + (known > least ? SCORE.fullTable : 0);
    }
    if (
      hints.control &&
      (hints.page === 'login' || score === ENOUGH - 1 || score === ENOUGH - 2) &&
      doc.querySelector(hints.control)
    )
      score += SCORE.control;
    if (hints.boxes && doc.getElementsByTagName('input').length >= MANY_CONTROLS) {
      if (boxNumbersIn(this.text) >= hints.boxes) score += SCORE.boxes;
    }
    if (hints.text && score === ENOUGH - 1 && mentions(this.text.slice(0, 20_000), hints.text)) score += SCORE.text;
    return score;
  }
}

/** A page to sign in: a password box, and either few other controls or words that say so. */
const isLogin = (doc: Document, sight: Sight, profile: Profile, address: URL): boolean => {
  const hints = profile.pages.find(({ page }) => page === 'login');
  if (!hints?.control) return false;
  const score = sight.score(hints, address, profile);
  const few = [...doc.querySelectorAll('input,select,textarea')].filter(
    (el) => isControl(el) && typeOf(el) !== 'hidden',
  );
  if (doc.querySelector(hints.control)) return few.length <= 6 || score >= ENOUGH;
  return (
    few.length <= 3 &&
    doc.getElementsByTagName('tr').length < 12 &&
    mentions(sight.text.slice(0, 4000), profile.phrases.signedOut)
  );
};

/**
 * Which page of which product this is; `unknown` for a page of a known product that fits no kind, undefined for any other page.
 * Pages of other hosts are left at once. Several hints are added up; no hint is enough alone.
 * A page that asks to sign in is `login`, whatever its address.
 */
export const recognise = (doc: Document, url: string, profiles: readonly Profile[]): Recognised | undefined => {
  const address = addressOf(doc, url);
  const profile = address && profiles.find(({ hosts }) => hosts.some((host) => hostFits(address.hostname, host)));
  if (!profile || !doc.body || (doc.contentType && !/html/.test(doc.contentType))) return undefined;
  const sight = new Sight(doc, profile, new Look(doc, doc.defaultView !== null));
  if (isLogin(doc, sight, profile, address)) return { profile, page: 'login' };
  if (sight.headings.some((text) => mentions(text, profile.otherScreens))) return { profile, page: 'unknown' };
  let best: { page: PageKind; score: number } = { page: 'unknown', score: ENOUGH - 1 };
  for (const hints of profile.pages) {
    const score = hints.page === 'login' ? 0 : sight.score(hints, address, profile);
    if (score > best.score) best = { page: hints.page, score };
  }
  return { profile, page: best.page };
};
