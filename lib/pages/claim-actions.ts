import type { ClaimAction } from '../claim/claim';
import type { Context } from './context';
import { attr, canPress, isBareLink, parentOf, pressables, pressName, rawText, SWITCHED_OFF, tagOf } from './look';
import { keyOf, meaningOf, mentions, pattern, plain, plainLines } from './words';

/** What an action's label means, and the end of its path. */
interface Meant {
  label: string;
  kind: ClaimAction['kind'];
  end: string;
}

/** Reads what can be pressed in the rows of a table of claims. */
export class ClaimActions {
  readonly #ctx: Context;
  readonly #unavailable: RegExp;
  readonly #origin: string;
  /** Most rows have the same few labels. */
  readonly #meant = new Map<string, Meant>();
  #block: Element | null = null;
  #blockOff = false;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#unavailable = pattern(ctx.profile.unavailable);
    this.#origin = originOf(ctx.url);
  }

  /** The actions of a row. `greyed`: the text of the cell where actions stand, for one that is words only. */
  read(row: Element, cells: readonly Element[], base: string, greyed: () => string): ClaimAction[] {
    const actions: ClaimAction[] = [];
    const off = this.#isOff(row);
    let before: Element | undefined;
    for (const cell of cells) {
      if (cell !== before && cell.firstElementChild) this.#addOf(cell, row, off, base, actions);
      before = cell;
    }
    if (!actions.some(isCob)) {
      const label = plainLines(greyed()).find((line) => this.#mean(line).kind === 'cob');
      if (label) actions.push({ kind: 'cob', label, enabled: false, path: `${base}/action/cob` });
    }
    return actions;
  }

  /** The element of a row whose action has this path. */
  element(cells: readonly Element[], path: string, base: string): Element | undefined {
    for (const cell of cells) {
      for (const el of [...pressables(cell), ...cell.querySelectorAll('img')]) {
        if (`${base}/action/${this.#mean(pressName(el)).end}` === path) return el;
      }
    }
    return undefined;
  }

  /** Whether a row, or what is around it, is switched off; asked once for each block of rows. */
  #isOff(row: Element): boolean {
    const block = parentOf(row);
    if (block !== this.#block) {
      this.#block = block;
      this.#blockOff = block?.closest(SWITCHED_OFF) != null;
    }
    return this.#blockOff || isOff(row);
  }

  #addOf(cell: Element, row: Element, rowOff: boolean, base: string, actions: ClaimAction[]): void {
    // A cell that hangs down from a row above is that row's.
    const off = parentOf(cell) === row ? rowOff || isOff(cell) : cell.closest(SWITCHED_OFF) !== null;
    for (const el of pressables(cell, true)) {
      const around = off || (parentOf(el) !== cell && parentOf(el)?.closest(SWITCHED_OFF) != null);
      const action = this.#action(el, around, base);
      if (action.label !== '') actions.push(action);
    }
  }

  #action(el: Element, off: boolean, base: string): ClaimAction {
    const tag = tagOf(el);
    const bare = isBareLink(el, tag);
    const { label, kind, end } = this.#mean((bare && rawText(el)) || pressName(el));
    const enabled =
      !off && (bare || ((tag !== 'IMG' || attr(el, 'onclick') !== null) && canPress(el, this.#unavailable)));
    const action: ClaimAction = { kind, label, enabled, path: `${base}/action/${end}` };
    const href = kind === 'ledger' ? plainAddress(el, tag, this.#ctx.url, this.#origin) : undefined;
    if (href) action.href = href;
    return action;
  }

  /** What a text on a button or link means. */
  #mean(text: string): Meant {
    let meant = this.#meant.get(text);
    if (!meant) {
      const name = plain(text);
      const kind = actionKind(name, this.#ctx);
      meant = { label: name.slice(0, 80), kind, end: kind === 'other' ? keyOf(name).slice(0, 40) : kind };
      this.#meant.set(text, meant);
    }
    return meant;
  }
}

const isCob = ({ kind }: ClaimAction): boolean => kind === 'cob';

const isOff = (el: Element): boolean => el.hasAttributes() && el.matches(SWITCHED_OFF);

const actionKind = (label: string, { profile }: Context): ClaimAction['kind'] => {
  const exact = meaningOf(profile.actions, label);
  if (exact) return exact;
  // `COB not available`: the action's word with the reason why it cannot be pressed, or a number.
  const bare = label
    .replace(pattern(profile.unavailable), '')
    .replace(/\d+/g, '')
    .replace(/\bfor claim\b.*|[-:(].*$/i, '');
  return meaningOf(profile.actions, bare) ?? (mentions(label, 'cob') ? 'cob' : 'other');
};

const originOf = (url: string): string => /^https?:\/\/[^/]+/i.exec(url)?.[0].toLowerCase() ?? '';

/** The usual address needs no parser: rooted, without dots, marks of another host or control characters. */
const ROOTED = /^\/[\w-][\w/-]*(?:\.(?:do|jsp|html?))?(?:\?[\w=&%+-]*)?$/;

/** A plain address of the page's own origin; none for scripts, fragments and other sites. */
const plainAddress = (el: Element, tag: string, url: string, origin: string): string | undefined => {
  const href = attr(tag === 'A' ? el : (el.closest('a') ?? el), 'href')?.trim();
  if (!href || href.startsWith('#')) return undefined;
  if (ROOTED.test(href)) return origin + href;
  const address = URL.canParse(href, url) ? new URL(href, url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.origin !== new URL(url).origin) return undefined;
  return address.href;
};
