import { BOXES } from '../claim/boxes';
import type { PmMessage } from '../claim/form';
import type { PageKind } from '../claim/reading';
import { type Context, placeAt } from './context';
import { isControl, parentOf, rawText, tagOf } from './look';
import { keyOf, meanings, mentions, plain, plainLines, words } from './words';

const MAX_MESSAGES = 40;
const ALERTS = '[role="alert"],[role="status"],[aria-live="assertive"]';
/** Red text is looked for in so many leaves of the page, and is a message only where little is red. */
const MAX_LEAVES = 1500;
const MUCH_RED = 12;
const LEAF = /^(?:H[1-4]|P|DIV|SPAN|B|STRONG|EM|SMALL|CENTER|FONT|TD|LI)$/;
const matches = (el: Element, selectors: string): boolean => Element.prototype.matches.call(el, selectors);

/** `Box 11d`, `11d.`, `Item 24F` at the beginning or after "box". */
const NAMED_BOX = /\b(?:box|item|field)\s*#?\s*(\d{1,2}\s?[a-j]?)\b|^\s*(\d{1,2}[a-j]?)\s*[.:)-]\s/i;
const NAMED_LINE = /\b(?:line|service line)\s*#?\s*(\d{1,2})\b/i;

type Label = { id: string; wording: string; words: string };

const labelLists = new WeakMap<object, Label[]>();

/** The labels of all boxes as plain words, the longest first. */
const labelsOf = ({ profile }: Context): Label[] => {
  let list = labelLists.get(profile.boxes);
  if (!list) {
    list = Object.entries(profile.boxes)
      .flatMap(([id, texts]) =>
        (texts ?? '').split('|').map((wording) => ({ id, wording, words: words(wording).join(' ') })),
      )
      .filter(({ words }) => words.length > 4)
      .sort((a, b) => b.words.length - a.words.length);
    labelLists.set(profile.boxes, list);
  }
  return list;
};

/** The longest label that stands in the text. */
const labelIn = (text: string, ctx: Context, lines: boolean): Label | undefined => {
  const all = ` ${words(text).join(' ')} `;
  return labelsOf(ctx).find((label) => label.id.startsWith('24.n.') === lines && all.includes(` ${label.words} `));
};

/** The box of a service line that a text names by its words. */
const lineField = (text: string, ctx: Context): string => {
  const field = labelIn(text, ctx, true)?.id.slice(5) ?? '';
  return /^(?:group|reason|amount)$/.test(field) ? `adj1.${field}` : field;
};

/** The box a message is about: by its number, by its line, or by a label it names. */
export const boxNamed = (text: string, ctx: Context): string | undefined => {
  const line = NAMED_LINE.exec(text)?.[1];
  const printed = NAMED_BOX.exec(text);
  const number = (printed?.[1] ?? printed?.[2] ?? '').replace(/\s/g, '').toLowerCase();
  if (line) {
    const letter = /^24([a-j])$/.exec(number)?.[1]?.toUpperCase();
    const field = letter === 'A' ? 'A.from' : (letter ?? lineField(text, ctx));
    const id = `24.${line}.${field || 'paid'}`;
    return BOXES.has(id) ? id : undefined;
  }
  if (number) return [...BOXES.keys()].find((id) => id === number || id.startsWith(`${number}.`));
  return byLabel(text, ctx);
};

/** The box whose label stands in the text; two boxes with the same label are none. */
const byLabel = (text: string, ctx: Context): string | undefined => {
  const label = labelIn(text, ctx, false);
  const ids = label
    ? (meanings(ctx.profile.boxes).get(keyOf(label.wording)) ?? [label.id]).filter((id) => !id.startsWith('24.'))
    : [];
  return ids.length === 1 ? ids[0] : undefined;
};

const isRed = (color: string): boolean => {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number);
  return red > 140 && green < 90 && blue < 90;
};

/** Pages that refuse something. */
const RED_PAGES = new Set<PageKind>(['claim-form', 'posting', 'payer-search', 'insurance']);

/** The paper form is red: there the color says nothing. */
const printedInRed = (doc: Document, view: Window): boolean =>
  [...doc.querySelectorAll('input,select')]
    .slice(0, 10)
    .map((control) => parentOf(control))
    .filter((around) => around && isRed(view.getComputedStyle(around).color)).length > 2;

/** Short red texts of a page that is not printed in red. */
const redTexts = (ctx: Context): Element[] => {
  const view = ctx.doc.defaultView;
  if (!ctx.live || !view || !RED_PAGES.has(ctx.page)) return [];
  if (printedInRed(ctx.doc, view)) return [];
  const leaves = ctx.outside.filter((el) => LEAF.test(tagOf(el))).slice(0, MAX_LEAVES);
  const red = leaves.filter(
    (el) =>
      !el.firstElementChild &&
      plain(rawText(el)).length > 7 &&
      /\s/.test(plain(rawText(el))) &&
      isRed(view.getComputedStyle(el).color),
  );
  return red.length > MUCH_RED ? [] : red;
};

/** What a marked box itself says is wrong with it. */
const describedErrors = (ctx: Context): { el: Element; text: string }[] =>
  [...ctx.doc.querySelectorAll('[aria-invalid="true"]')].slice(0, MAX_MESSAGES).flatMap((el) => {
    const ids = `${el.getAttribute('aria-errormessage') ?? ''} ${el.getAttribute('aria-describedby') ?? ''}`.split(
      /\s+/,
    );
    const texts = ids.map((id) => (id ? ctx.doc.getElementById(id) : null)).map((by) => (by ? plain(rawText(by)) : ''));
    return texts.filter(Boolean).map((text) => ({ el, text }));
  });

/** A control beside a message that names no box: its own label, for one line up. */
const boxBeside = (el: Element, boxAt: ReadonlyMap<Element, string>): string | undefined => {
  const around = parentOf(el);
  const near =
    el.closest('td,li,label,p') ?? (around && !/^(?:FORM|BODY|TABLE|TR)$/.test(tagOf(around)) ? around : null);
  const controls = near ? [...near.querySelectorAll('input,select,textarea')].filter((one) => isControl(one)) : [];
  const ids = new Set(controls.map((control) => boxAt.get(control)).filter(Boolean));
  return ids.size === 1 ? [...ids][0] : undefined;
};

/**
 * What the page says to its user: refusals and notices of success, each once, with the box where that can be told.
 * `boxAt`: the form's controls and their boxes, for messages that stand beside a box.
 */
export const readMessages = (ctx: Context, boxAt: ReadonlyMap<Element, string> = new Map()): PmMessage[] => {
  const { selectors, phrases } = ctx.profile;
  const found = new Map<string, PmMessage>();
  const add = (text: string, el: Element, box?: string) => {
    const known = text.length < 3 || found.size >= MAX_MESSAGES || found.has(text);
    if (known || [...found.keys()].some((other) => other.includes(text) || text === `${other}.`)) return;
    const path = `messages/${found.size + 1}`;
    ctx.handles.set(path, el);
    const named = box ?? boxNamed(text, ctx) ?? boxBeside(el, boxAt);
    found.set(text, { text, ...(named ? { box: named } : {}), place: placeAt(ctx, path, 'Message') });
  };
  for (const { el, text } of describedErrors(ctx)) add(text, el, boxAt.get(el));
  const marks = `${selectors.errors},${selectors.notices},${ALERTS}`;
  const marked = ctx.outside.filter((el) => matches(el, marks)).slice(0, 200);
  for (const el of marked) {
    if (isControl(el) || tagOf(el) === 'FORM' || el.querySelector('input,select,textarea,table') || !ctx.look.shows(el))
      continue;
    if (marked.some((other) => other !== el && el.contains(other))) continue;
    for (const line of plainLines(ctx.look.text(el))) if (!controlOnly(line)) add(line, el);
  }
  for (const el of redTexts(ctx)) if (ctx.look.shows(el)) add(plain(rawText(el)), el);
  for (const el of ctx.outside) {
    const tag = tagOf(el);
    if (!LEAF.test(tag) || (el.firstElementChild && !/^(?:P|H[1-4])$/.test(tag))) continue;
    const text = rawText(el);
    if (text.length < 8 || text.length > 400 || !/claim|saved/i.test(text) || !mentions(text, phrases.success))
      continue;
    if (isField(el, text)) continue;
    if (!el.closest('a,button,label') && ctx.look.shows(el)) add(plain(text), el);
  }
  return [...found.values()];
};

/** `Claim Created:` is a label, and what stands beside a label is its value: neither is said to anybody. */
const isField = (el: Element, text: string): boolean =>
  /:\s*$/.test(text) || /:\s*$/.test(el.previousElementSibling?.textContent ?? '');

/** Marks of required boxes and counters are no messages. */
const controlOnly = (text: string): boolean => /^[*\d\s.:-]*$/.test(text);
