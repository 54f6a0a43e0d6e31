import {
  firstOf,
  holds,
  isControl,
  isElement,
  type Look,
  nextOf,
  parentOf,
  rawText,
  shownValue,
  tagOf,
  typeOf,
} from './look';
import { keyOf, meanings, meaningsFor, plain, type Wordings } from './words';

/** A label with the value that stands with it. */
export interface Field<M extends string> {
  label: M;
  /** The label as it stands there. */
  shown: string;
  /** The value, line by line; `''` where nothing stands with the label. */
  value: string;
  /** A cell or box stands with the label, and holds nothing. */
  blank: boolean;
  /** The element that holds the value, else the label. */
  el: Element;
  /** The nearest section heading above it. */
  section?: string;
}

interface Atom {
  text: string;
  el: Element;
  /** The cell or block it stands in. */
  box: Element;
  /** Starts a new line. */
  fresh: boolean;
  pressable: boolean;
}

const BOX = /^(?:TD|TH|DD|DT|LI|P|DIV|LABEL|SECTION|FORM|FIELDSET|BODY|HEADER|H[1-6]|LEGEND)$/;
const PRESSABLE = /^(?:A|BUTTON)$/;
/** More pieces of text than this are not a strip, a chart or a profile. */
const MAX_ATOMS = 3000;

const atomsOf = (root: Element, look: Look, skip: ReadonlySet<Element>): Atom[] => {
  const atoms: Atom[] = [];
  let fresh = true;
  const add = (text: string, el: Element, box: Element, pressable: boolean) => {
    atoms.push({ text, el, box, fresh, pressable });
    fresh = false;
  };
  const visit = (parent: Element, box: Element, pressable: boolean): void => {
    const before = atoms.length;
    for (let node = firstOf(parent); node && atoms.length < MAX_ATOMS; node = node.nextSibling) {
      if (node.nodeType === 3) {
        for (const piece of rawText(node).split(/\s*[|•·\t]\s*|\s{3,}/)) {
          const text = plain(piece);
          if (text) add(text, parent, box, pressable);
        }
      } else if (isElement(node) && !skip.has(node) && look.display(node) !== 'none') {
        const tag = tagOf(node);
        const isBox = BOX.test(tag);
        if (tag === 'BR' || isBox) fresh = true;
        if (isControl(node)) {
          if (!/^(?:hidden|button|submit|image|reset|radio|checkbox|password)$/.test(typeOf(node))) {
            add(plain(shownValue(node)), node, node, false);
          }
        } else visit(node, isBox ? node : box, pressable || PRESSABLE.test(tag));
        if (isBox) fresh = true;
      }
    }
    if (atoms.length === before && /^T[DH]$|^DD$/.test(tagOf(parent))) add('', parent, parent, false);
  };
  visit(root, root, false);
  return atoms;
};

/** The longest known label at the end of a text, with what stands before it. */
const labelAtEnd = (text: string, known: (label: string) => boolean): { before: string; label: string } | undefined => {
  const parts = text.split(' ');
  for (let from = Math.max(0, parts.length - 5); from < parts.length; from += 1) {
    const label = parts.slice(from).join(' ');
    if (known(label)) return { before: parts.slice(0, from).join(' '), label };
  }
  return undefined;
};

interface Token extends Atom {
  isLabel: boolean;
  /** A colon stood behind it. */
  colon?: true;
}

/** Cuts `Name: OKAFOR, RUTH DOB: 03/04/1950` at its known labels. */
const tokensOf = (atom: Atom, known: (label: string) => boolean): Token[] => {
  const token = (text: string, isLabel: boolean, fresh = false): Token => ({
    ...atom,
    text: plain(text),
    isLabel,
    fresh,
  });
  const parts = atom.text.split(/:(?=\s|$|[A-Z0-9$])/);
  if (parts.length === 1) return [{ ...atom, isLabel: known(atom.text) }];
  const tokens: Token[] = [];
  parts.forEach((part, i) => {
    const text = plain(part);
    const end = i < parts.length - 1 ? labelAtEnd(text, known) : undefined;
    // `Payer Claim No:` is a label of its own; `OKAFOR, RUTH DOB:` is a value and a label.
    const found = end && i === 0 && end.before && !/[,\d]/.test(end.before) ? undefined : end;
    if (found) {
      if (found.before) tokens.push(token(found.before, false));
      tokens.push({ ...token(found.label, true), colon: true });
    } else if (i < parts.length - 1) tokens.push(token(`${text}:`, false));
    else if (text) tokens.push(token(text, false));
  });
  const [first] = tokens;
  if (first) first.fresh = atom.fresh;
  return tokens;
};

const endsValue = (token: Token, first: Token): boolean =>
  token.isLabel || token.box !== first.box || token.text.endsWith(':') || token.pressable;

/**
 * The known labels of a part of the page, each with its value: cells or terms side by side, `Label: value` in one text,
 * a label before a control. A value never runs over the next label or out of its cell.
 * `sections` are headings that later fields belong to.
 */
export const fieldsOf = <M extends string>(
  root: Element,
  wordings: Wordings<M>,
  look: Look,
  options: { skip?: ReadonlySet<Element>; sections?: Wordings<string> } = {},
): Field<M>[] => {
  const sections = options.sections && meanings(options.sections);
  const short = (text: string) => text.length <= 60;
  const known = (text: string) => short(text) && meaningsFor(wordings, text).well > 0;
  const tokens = atomsOf(root, look, options.skip ?? new Set()).flatMap((atom) => tokensOf(atom, known));
  // `Status: | Active`: a word that is a label elsewhere is the value beside a label with a colon.
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    if (before?.colon && !token.colon && token.box !== before.box && parentOf(token.box) === parentOf(before.box)) {
      token.isLabel = false;
    }
  });
  const fields: Field<M>[] = [];
  /** Values beside their labels: `Type | Secondary` is no heading. */
  const taken = new Set<Token>();
  let section: string | undefined;
  let headed: Element | null = null;
  let before = 0;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    // One-letter ranks ("P", "1") are values, not headings.
    const heading =
      short(token.text) && token.text.length > 6 && !token.pressable && !isControl(token.el) && !taken.has(token)
        ? sections?.get(keyOf(token.text))?.[0]
        : undefined;
    if (heading && (!token.isLabel || !next || next.isLabel || token.fresh)) {
      // Headings side by side, in a row of nothing else: what comes beneath belongs to neither for sure.
      const row = rowOf(token);
      section = row && row === headed && fields.length === before ? undefined : heading;
      headed = row;
      before = fields.length;
    }
    if (!token.isLabel) return;
    const { is } = meaningsFor(wordings, token.text);
    const value: string[] = [];
    const sameBox =
      next && (next.box === token.box || parentOf(next.box) === parentOf(token.box) || isNear(token, next));
    if (next && sameBox && !next.isLabel && !next.text.endsWith(':') && !(next.pressable && next.box !== token.box)) {
      for (let k = i + 1; k < tokens.length; k += 1) {
        const part = tokens[k];
        if (!part || (k > i + 1 && endsValue(part, next))) break;
        if (/^(?:TD|DD)$/.test(tagOf(part.box)) && part.box !== token.box) taken.add(part);
        value.push(`${part.fresh && value.length ? '\n' : value.length ? ' ' : ''}${part.text}`);
      }
    }
    for (const label of is) {
      fields.push({
        label,
        shown: token.text,
        value: value.join(''),
        blank: value.length > 0 && value.join('') === '',
        el: value.length && next ? next.el : token.el,
        ...(section ? { section } : {}),
      });
    }
  });
  return fields;
};

const rowOf = ({ box }: Token): Element | null => Element.prototype.closest.call(box, 'tr');

/** A value beside its label: in the next cell of the row, or inside a wrapper next to it. */
const isNear = (label: Token, value: Token): boolean => {
  for (let el: Element | null = label.box, up = 0; el && up < 3; el = parentOf(el), up += 1) {
    if (holds(el, value.el)) return true;
    const next = nextOf(el);
    if (next && holds(next, value.el)) return true;
  }
  return false;
};
