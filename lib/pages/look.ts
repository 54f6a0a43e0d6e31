/**
 * What a reader of the page sees: visible text with its line breaks, names of controls.
 * Node and element getters are called through their prototypes where a form's named inputs may hide them.
 */
import { MAX_TEXT, plain } from './words';

/** Only a form's properties can be hidden, by its inputs: `localName` is then `form`, or an input itself. */
const hides = (node: Node): boolean => {
  const { localName } = node as Partial<Element>;
  return localName === 'form' || (localName !== undefined && typeof localName !== 'string');
};
const own = <T>(node: Node, name: keyof Element): T => Reflect.get(Element.prototype, name, node) as T;

/** `parentElement`, also of a form with an input of that name. */
export const parentOf = (node: Node): Element | null => (hides(node) ? own(node, 'parentElement') : node.parentElement);
/** `textContent`, also of a form with an input of that name. */
export const rawText = (node: Node): string => {
  const text: unknown = node.textContent;
  return typeof text === 'string' ? text : (own<string | null>(node, 'textContent') ?? '');
};
export const firstOf = (node: Node): ChildNode | null => (hides(node) ? own(node, 'firstChild') : node.firstChild);
const firstElementOf = (el: Element): Element | null =>
  hides(el) ? own(el, 'firstElementChild') : el.firstElementChild;
/** `nextElementSibling`, also of a form with an input of that name. */
export const nextOf = (el: Element): Element | null =>
  hides(el) ? own(el, 'nextElementSibling') : el.nextElementSibling;
/** An attribute, also of a form with inputs named like methods. */
export const attr = (el: Element, name: string): string | null => Element.prototype.getAttribute.call(el, name);
/** Whether one node holds another, also where it is a form with inputs named like methods. */
export const holds = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);
/** Tag name in upper case, as HTML's are; those of SVG are not. */
export const tagOf = (node: Node): string => {
  const shown: unknown = node.nodeName;
  const name = typeof shown === 'string' ? shown : own<string>(node, 'nodeName');
  return name < 'a' ? name : name.toUpperCase();
};

const NO_TEXT = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|HEAD|IFRAME|OBJECT|SVG)$/;
const BLOCK =
  /^(?:DIV|P|LI|UL|OL|TR|TABLE|TBODY|THEAD|TFOOT|DD|DT|DL|H[1-6]|FORM|FIELDSET|SECTION|ARTICLE|HEADER|FOOTER)$/;
/** More nodes than this are not one cell. */
const MAX_NODES = 400;

/** Hidden in place counts as hidden. */
const VISIBLY: CheckVisibilityOptions = { visibilityProperty: true };

/** How elements are shown, asked once for each kind (tag, input type, class, style) of element in one reading. */
export class Look {
  readonly #kinds = new Map<string, string>();
  readonly #view: Window | null;
  readonly #made = new WeakMap<Node, unknown>();

  /** `live` is false for a document that was fetched and is not laid out. */
  constructor(doc: Document, live: boolean) {
    this.#view = live ? doc.defaultView : null;
  }

  /** What was made of an element in this reading, made once. */
  once<T>(el: Node, make: () => T): T {
    if (!this.#made.has(el)) this.#made.set(el, make());
    return this.#made.get(el) as T;
  }

  /** Asks again how things are shown: the page changed. */
  forget(): void {
    this.#kinds.clear();
  }

  /** `none` for what is not shown, else `block` or `inline`. */
  display(el: Element): string {
    const tag = tagOf(el);
    if (NO_TEXT.test(tag)) return 'none';
    const style = attr(el, 'style') ?? '';
    const hasHidden = attr(el, 'hidden') !== null;
    if (!this.#view) {
      if (hasHidden || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return 'none';
      return BLOCK.test(tag) ? 'block' : 'inline';
    }
    // Inputs of type `hidden` are not shown, others are.
    const type = tag === 'INPUT' ? attr(el, 'type') : '';
    const kind = `${tag} ${type} ${attr(el, 'class')} ${hasHidden} ${style}`;
    let display = this.#kinds.get(kind);
    if (!display) {
      const computed = this.#view.getComputedStyle(el);
      const hidden = computed.display === 'none' || computed.visibility === 'hidden' || computed.fontSize === '0px';
      display = hidden ? 'none' : /^(?:inline|contents|table-cell)/.test(computed.display) ? 'inline' : 'block';
      this.#kinds.set(kind, display);
    }
    return display;
  }

  /** Whether a whole row is shown. */
  shows(el: Element): boolean {
    if (this.#view) return el.checkVisibility(VISIBLY);
    return this.display(el) !== 'none';
  }

  /** Visible text, a line break where the page breaks the line, with images by their words and controls by their values. */
  text(root: Element): string {
    let out = '';
    let nodes = 0;
    const visit = (parent: Node): void => {
      for (
        let node = firstOf(parent);
        node && nodes < MAX_NODES && out.length < MAX_TEXT * 20;
        node = node.nextSibling
      ) {
        nodes += 1;
        if (node.nodeType === 3) out += rawText(node).replace(/\s+/g, ' ');
        else if (isElement(node)) {
          const tag = tagOf(node);
          const display = this.display(node);
          if (tag === 'BR') out += '\n';
          else if (display === 'none') continue;
          else if (tag === 'IMG') out += ` ${node.getAttribute('alt') || node.getAttribute('title') || ''} `;
          else if (isControl(node)) out += ` ${shownValue(node)} `;
          else {
            const edge = display === 'block' ? '\n' : tag === 'TD' || tag === 'TH' ? ' ' : '';
            out += edge;
            visit(node);
            out += edge;
          }
        }
      }
    };
    visit(root);
    return out;
  }
}

/** By kind of node, so that elements of frames count too. */
export const isElement = (node: Node): node is Element => node.nodeType === 1;

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** By tag, so that elements of frames count too. */
export const isControl = (node: Node): node is Control => /^(?:INPUT|SELECT|TEXTAREA)$/.test(tagOf(node));

/** The type of an input in lower case; `select` and `textarea` for the others. */
export const typeOf = (control: Element): string =>
  tagOf(control) === 'INPUT' ? (control.getAttribute('type') ?? 'text').toLowerCase() : tagOf(control).toLowerCase();

/** What the reader sees of an option. */
export const optionText = (option: Element | undefined): string => (option ? plain(rawText(option)) : '');

/** What the reader sees as a control's value. */
export const shownValue = (control: Control): string => {
  const type = typeOf(control);
  if (type === 'checkbox' || type === 'radio') return (control as HTMLInputElement).checked ? 'yes' : '';
  if (type === 'hidden' || type === 'password') return '';
  if (type === 'select') {
    const select = control as HTMLSelectElement;
    return optionText(select.options[select.selectedIndex]);
  }
  return control.value;
};

const firstText = (...texts: (string | null | undefined)[]): string => {
  for (const text of texts) {
    const short = plain(text ?? '', 200);
    if (short) return short;
  }
  return '';
};

const rootOf = (el: Element): Document | ShadowRoot => el.getRootNode() as Document | ShadowRoot;

/** The text of the elements that `aria-labelledby` lists. */
const labelledBy = (el: Element): string =>
  (el.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => rootOf(el).getElementById(id))
    .map((named) => (named ? labelText(named) : ''))
    .join(' ');

const labelTexts = (el: Element): string => {
  const labels = (el as HTMLInputElement).labels;
  return labels ? [...labels].map((label) => labelText(label)).join(' ') : '';
};

/** A label's own text, without the options and values of the controls in it. */
const labelText = (label: Element): string => {
  let out = '';
  const visit = (parent: Node): void => {
    for (let node = firstOf(parent); node; node = node.nextSibling) {
      if (node.nodeType === 3) out += rawText(node);
      else if (isElement(node) && !isControl(node) && !NO_TEXT.test(tagOf(node))) {
        out += ' ';
        visit(node);
      }
    }
  };
  visit(label);
  return out;
};

/** The name a control has by its own markup: ARIA, then its labels. Title and placeholder are left to the caller. */
export const controlName = (el: Element): string =>
  firstText(labelledBy(el), el.getAttribute('aria-label'), labelTexts(el));

/** The name of a link, button or image that can be pressed. */
export const pressName = (el: Element): string => {
  const named =
    plain(attr(el, 'aria-label') ?? '', 200) ||
    plain(tagOf(el) === 'INPUT' ? (attr(el, 'value') ?? '') : rawText(el), 200);
  if (named && attr(el, 'aria-labelledby') === null) return named;
  const image = tagOf(el) === 'IMG' ? el : el.querySelector('img');
  const words = [el, image].flatMap((one) => (one ? [attr(one, 'alt'), attr(one, 'title')] : []));
  return firstText(labelledBy(el), named, words[0], words[2], words[1], words[3]);
};

export const isPress = (el: Element, tag: string): boolean => {
  if (tag === 'A' || tag === 'BUTTON') return true;
  if (tag === 'INPUT') return /^(?:button|submit|image)$/.test(typeOf(el));
  if (/^(?:TR|TD|TH|TABLE|TBODY|FORM|BODY|SELECT|TEXTAREA)$/.test(tag)) return false;
  return attr(el, 'onclick') !== null || /^(?:button|link)$/.test(attr(el, 'role') ?? '');
};

/** The elements of a page without those inside `skip`: what is not data. */
export const elementsOutside = (root: Element, skip: ReadonlySet<Element>, most: number): Element[] => {
  const found: Element[] = [];
  const visit = (parent: Element): void => {
    for (let el = firstElementOf(parent); el && found.length < most; el = nextOf(el)) {
      if (skip.has(el)) continue;
      found.push(el);
      visit(el);
    }
  };
  visit(root);
  return found;
};

const addPressables = (parent: Element, images: boolean, found: Element[]): void => {
  for (let el = firstElementOf(parent); el; el = nextOf(el)) {
    const tag = tagOf(el);
    if (isPress(el, tag) || (images && tag === 'IMG')) found.push(el);
    else addPressables(el, images, found);
  }
};

/** What can be pressed in an element: the outermost, never rows and cells. With `images`, images that stand alone as well. */
export const pressables = (root: Element, images = false): Element[] => {
  const found: Element[] = [];
  addPressables(root, images, found);
  return found;
};

/** What switches off everything in it. */
export const SWITCHED_OFF = '[aria-disabled="true"],[inert]';

/** A link with text and an address and nothing else: no attribute names it otherwise or says that it cannot be pressed. */
export const isBareLink = (el: Element, tag: string): boolean => {
  if (tag !== 'A' || el.firstElementChild) return false;
  const names = el.getAttributeNames();
  return names.length === 1 && names[0] === 'href';
};

/** Classes of links that only look like one. */
const GREYED = /(?:^|[\s_-])(?:disabled|inactive|gr[ae]yed)(?:$|[\s_-])/i;

/** Whether a link or button can be pressed: not disabled, and not an image or link that says it is not available. */
export const canPress = (el: Element, unavailable: RegExp): boolean => {
  if (el.matches(':disabled') || el.hasAttribute('disabled') || el.closest(SWITCHED_OFF)) return false;
  if (tagOf(el) === 'A' && !el.hasAttribute('href') && !el.hasAttribute('onclick')) return false;
  if (GREYED.test(attr(el, 'class') ?? '')) return false;
  const said = [el, ...(el.firstElementChild ? el.querySelectorAll('img') : [])].flatMap((one) => [
    attr(one, 'title'),
    attr(one, 'alt'),
  ]);
  return !said.some((text) => text && unavailable.test(text.slice(0, 200)));
};
