/** Which box of the claim form each control is: by printed number, by words, by column and row of the service lines. */
import { BOXES, printedNumber } from '../claim/boxes';
import { type Context, MAX_CONTROLS } from './context';
import { hasRoom, isForCents, ordersOf, segmentsOf } from './label-parts';
import {
  type Control,
  controlName,
  firstOf,
  holds,
  isControl,
  isElement,
  parentOf,
  rawText,
  tagOf,
  typeOf,
} from './look';
import { cellsOf, rowsOf, Spans } from './table';
import { keyOf, meaningOf, meanings, plain, words } from './words';

/** One control, or the radios or check boxes that are one choice. */
export interface Unit {
  controls: Control[];
  group: boolean;
  /** Its own label: markup, else the text just before it. */
  label: string;
  /** Where several stand behind one label: the box number it takes part in, and the words for this one. */
  part?: { number: string | undefined; words: string; first: boolean };
}

/** A text of the form with the box number printed in front of it. */
interface Numbered {
  number: string;
  el: Element;
  order: number;
}

const NUMBER =
  /^(?:box|item|field)?\s*#?\s*([1-9]|[12]\d|3[0-3])\s?[.-]?\s?([a-j](?![a-z0-9'’]))?(?=[\s.):-]|$)[\s.):-]*(.*)$/i;
/** `Insured's ID (1a)`, `Amount paid (Box 29)`. */
const NUMBER_BEHIND = /^(\D{4,}?)\s*[([](?:box|item)?\s*(\d{1,2}[a-j]?)[)\]]$/i;
const HOW_FAR_UP = 9;

const SKIP = /^(?:SCRIPT|STYLE|OPTION|TEMPLATE|NOSCRIPT)$/;
const isBoxControl = (el: Control): boolean => !/^(?:hidden|submit|button|image|reset|file|password)$/.test(typeOf(el));

/** The text pieces and controls of the form in the order of the document. */
interface Piece {
  text?: string;
  el: Element;
  control?: Control;
}

const piecesOf = (root: Element): Piece[] => {
  const pieces: Piece[] = [];
  const visit = (parent: Node): void => {
    for (let node = firstOf(parent); node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = plain(rawText(node), 160);
        const el = parentOf(node);
        if (text && el) pieces.push({ text, el });
      } else if (isElement(node) && !SKIP.test(tagOf(node))) {
        if (!isControl(node)) visit(node);
        else if (isBoxControl(node)) pieces.push({ el: node, control: node });
      }
    }
  };
  visit(root);
  return pieces;
};

/** The words that labels of a printed number use, to tell `12 visits left` from box 12. */
const wordsOfNumbers = (ctx: Context): Map<string, Set<string>> => {
  const map = new Map<string, Set<string>>();
  for (const [id, texts] of Object.entries(ctx.profile.boxes)) {
    const number = printedNumber(id).toLowerCase();
    const set = map.get(number) ?? new Set();
    for (const word of words((texts ?? '').replace(/\|/g, ' ').slice(0, 600))) set.add(word);
    map.set(number, set);
  }
  return map;
};

/** Words that choices of the form have. */
export const isChoiceWord = (ctx: Context, text: string): boolean =>
  [ctx.profile.yesNo, ctx.profile.sexes, ctx.profile.relationships].some(
    (wordings) => meaningOf<string>(wordings, text) !== undefined,
  );

export class BoxFinder {
  readonly units: Unit[] = [];
  readonly #ctx: Context;
  readonly #pieces: Piece[];
  readonly #order = new Map<Element, number>();
  /** Box numbers printed inside an element. */
  readonly #inside = new Map<Element, Numbered[]>();
  readonly #wordsOf: Map<string, Set<string>>;

  constructor(ctx: Context, root: Element) {
    this.#ctx = ctx;
    this.#pieces = piecesOf(root);
    this.#wordsOf = wordsOfNumbers(ctx);
    this.#pieces.forEach(({ control }, i) => {
      if (control) this.#order.set(control, i);
    });
    this.#pieces.forEach((piece, i) => {
      this.#note(piece, i, root);
    });
    this.#unite();
  }

  /** Notes the number in front of a text for all elements around it. */
  #note({ text, el }: Piece, order: number, root: Element): void {
    const number = text && this.#numberIn(text, this.#pieces[order + 1], this.#pieces[order + 2]);
    if (!number) return;
    let up: Element | null = el;
    for (let n = 0; up && n < HOW_FAR_UP; up = parentOf(up), n += 1) {
      const list = this.#inside.get(up);
      if (list) list.push({ number, el, order });
      else this.#inside.set(up, [{ number, el, order }]);
      if (up === root) return;
    }
  }

  /** `1a` of `1a. INSURED'S I.D. NUMBER`; a bare number counts only in front of a text. */
  #numberIn(text: string, next?: Piece, second?: Piece): string | undefined {
    const [, digits, letter = '', rest = ''] = NUMBER.exec(text.replace(NUMBER_BEHIND, '$2. $1')) ?? [];
    if (!digits) return undefined;
    const number = `${digits}${letter.toLowerCase()}`;
    // `1.` in front of choices: their words are its label.
    const label = rest || (next?.text ?? (next?.control ? (second?.text ?? '') : ''));
    const known = this.#wordsOf.get(number);
    const ids = digits === '24' || known !== undefined;
    if (!ids) return undefined;
    if (!label) return letter ? number : undefined;
    if (rest === '' && letter) return number;
    return digits === '24' || words(label).some((word) => known?.has(word)) ? number : undefined;
  }

  /** Radios of one name, and check boxes that stand with one number or in one field set, are one choice. */
  #unite(): void {
    const groups = new Map<string, Unit>();
    let fresh = 0;
    for (const { control } of this.#pieces) {
      if (!control) continue;
      if (this.units.length >= MAX_CONTROLS) {
        this.#ctx.problems.push({
          kind: 'too-large',
          text: `The form has more than ${MAX_CONTROLS} boxes. The rest is not known.`,
        });
        return;
      }
      const type = typeOf(control);
      const choice = type === 'radio' || type === 'checkbox';
      const key = type === 'radio' ? `r ${control.getAttribute('name')}` : choice ? this.#checkKey(control) : '';
      const known = key ? groups.get(key) : undefined;
      if (known) {
        known.controls.push(control);
        known.group = true;
        continue;
      }
      const unit: Unit = { controls: [control], group: type === 'radio', label: '' };
      groups.set(key || `_${fresh}`, unit);
      fresh += 1;
      this.units.push(unit);
    }
    for (const unit of this.units) unit.label = this.#labelOf(unit);
    this.#share();
  }

  /** Gives controls that stand behind one label their part of it. */
  #share(): void {
    for (let i = 0; i < this.units.length; i += 1) {
      const [control] = this.units[i]?.controls ?? [];
      const run = control && !controlName(control) ? this.#runFrom(i) : [];
      const [first] = run;
      const cell = control && this.#cellOf(control);
      if (!first || !control || !cell) continue;
      const lettered = this.#lettered(control, cell);
      if (lettered) first.part = lettered;
      else if (run.length > 1) this.#divide(this.textBefore(control), run);
      if (run.length > 1) i += run.length - 1;
    }
  }

  #cellOf(control: Element): Element | null {
    return control.closest('td,th,li,dd,p,fieldset,label') ?? parentOf(control);
  }

  /** This unit and those right behind it in its cell that have no words of their own. */
  #runFrom(at: number): Unit[] {
    const run: Unit[] = [];
    for (let i = at; i < this.units.length; i += 1) {
      const unit = this.units[i];
      const before = run.at(-1);
      const [control] = unit?.controls ?? [];
      if (!unit || !control || controlName(control)) break;
      if (before && !this.#follows(before, control)) break;
      run.push(unit);
    }
    return run;
  }

  /** Nothing stands between a unit and a control in one cell, but the word of the unit's last choice. */
  #follows(before: Unit, control: Control): boolean {
    const last = before.controls.at(-1);
    if (!last || this.#cellOf(last) !== this.#cellOf(control)) {
      const cell = last?.closest('td,th,li,dd,p,fieldset');
      if (!last || !cell || !holds(cell, control)) return false;
    }
    const from = this.#order.get(last) ?? 0;
    const between = this.#pieces.slice(from + 1, this.#order.get(control)).flatMap(({ text }) => text ?? []);
    const isChoice = /^(?:radio|checkbox)$/.test(typeOf(last));
    return between.length === 0 || (isChoice && between.length === 1 && !/\s/.test(between[0] ?? ''));
  }

  /** `a.` in front of a control in the cell of box 32: box 32a. */
  #lettered(control: Control, cell: Element): Unit['part'] {
    const letter = /^([a-d])\.?$/i.exec(this.textBefore(control))?.[1]?.toLowerCase();
    const numbers = new Set(this.#inside.get(cell)?.map(({ number }) => number));
    const [number] = numbers;
    if (!letter || numbers.size !== 1 || !IDS_BY_NUMBER.has(`${number}a`)) return undefined;
    return { number: `${number}${letter}`, words: '', first: true };
  }

  /** One label over several controls: its parts in their order, as far as the controls can hold them. */
  #divide(label: string, run: Unit[]): void {
    const [first] = run;
    const number = this.#numberIn(label);
    const segments = segmentsOf(label);
    const texts = segments.map((words) => ({ words, number: this.#numberIn(words) }));
    if (segments.length === run.length) {
      const fitting = ordersOf(run).find((order) => order.every((unit, i) => isDatedRight(unit, segments[i] ?? '')));
      fitting?.forEach((unit, i) => {
        const own = texts[i]?.number;
        unit.part = { number: own ?? number, words: segments[i] ?? '', first: i === 0 || own !== undefined };
        if (number === undefined && own === undefined) unit.label = segments[i] ?? '';
      });
      return;
    }
    if (run.length === 2 && run[1]?.controls.every(isForCents)) return;
    if (number === undefined || segments.length !== 1 || run.some(({ group }) => group) || areShort(run)) return;
    // A qualifier beside what it qualifies; else the first of several lines.
    const roomy = run.filter(({ controls: [control] }) => control && hasRoom(control, 8));
    const main = roomy.length === 1 ? roomy[0] : MANY_LINES.has(number) ? first : undefined;
    if (!main) return;
    for (const unit of run) unit.part = { number, words: unit === main ? label : '', first: unit === main };
  }

  #checkKey(control: Control): string {
    const number = this.numberOf(control);
    const box = control.closest('fieldset,[role="group"],[role="radiogroup"],td,li,dd');
    const name = control.getAttribute('name');
    if (number) return `n ${number}`;
    const others = box ? [...box.querySelectorAll('input[type=checkbox]')].length : 1;
    return others > 1 && box
      ? `b ${this.#order.get(box.querySelector('input[type=checkbox]') as Control)}`
      : `c ${name} ${this.#order.get(control)}`;
  }

  /** The label of a unit: for a choice that of the whole, for a box its own. */
  #labelOf(unit: Unit): string {
    const [first] = unit.controls;
    if (!first) return '';
    if (unit.group) {
      const set = first.closest('fieldset,[role="group"],[role="radiogroup"]');
      const legend = set?.querySelector('legend');
      const named = set && (controlName(set) || (legend ? plain(rawText(legend)) : ''));
      if (named && unit.controls.every((control) => set.contains(control))) return named;
    }
    const own = unit.group ? '' : controlName(first);
    return own || this.textBefore(first) || this.#cellBefore(first) || plain(first.getAttribute('title') ?? '');
  }

  /** The piece of text right behind a control, in the same cell or block. */
  textAfter(control: Element): string {
    const at = this.#order.get(control as Control) ?? 0;
    const piece = this.#pieces[at + 1];
    const cell = control.closest('td,th,li,dd,p,fieldset,label') ?? parentOf(control);
    return piece?.text && cell && holds(cell, piece.el) ? piece.text : '';
  }

  /** The piece of text right before a control, in the same cell or block. */
  textJustBefore(control: Element): string {
    const at = this.#order.get(control as Control) ?? 0;
    const piece = this.#pieces[at - 1];
    const cell = control.closest('td,th,li,dd,p,fieldset,label') ?? parentOf(control);
    return piece?.text && cell && holds(cell, piece.el) ? piece.text : '';
  }

  /** The texts between the previous control and this one, inside the same cell or block. */
  textBefore(control: Element): string {
    const at = this.#order.get(control as Control) ?? 0;
    const cell = control.closest('td,th,li,dd,p,fieldset,label') ?? parentOf(control);
    const texts: string[] = [];
    for (let i = at - 1; i >= 0; i -= 1) {
      const piece = this.#pieces[i];
      if (!piece?.text || !cell || !holds(cell, piece.el)) break;
      texts.unshift(piece.text);
    }
    return plain(texts.join(' '), 160);
  }

  /** The text of the cell to the left, where it holds no control. */
  #cellBefore(control: Element): string {
    const before = control.closest('td,dd')?.previousElementSibling;
    if (!before || before.querySelector('input,select,textarea')) return '';
    return plain(rawText(before), 160);
  }

  /** The box number printed with a control: in its label, its block, or the cell above. */
  numberOf(control: Element): string | undefined {
    const own = controlName(control);
    const named = own && this.#numberIn(own, { text: own, el: control });
    if (named) return named;
    const at = this.#order.get(control as Control) ?? 0;
    let up = parentOf(control);
    for (let n = 0; up && n < HOW_FAR_UP; up = parentOf(up), n += 1) {
      const inside = this.#inside.get(up);
      if (inside) {
        const numbers = new Set(inside.map(({ number }) => number));
        if (numbers.size === 1 && !/^(?:TR|TBODY|TABLE|FORM|BODY)$/.test(tagOf(up))) return inside[0]?.number;
        return this.#justBefore(inside, at, control);
      }
      if (tagOf(up) === 'TR') {
        const above = this.#above(control, up);
        if (above) return above;
      }
    }
    return undefined;
  }

  /** In a block with several numbers: the last one before the control, if no other control stands between. */
  #justBefore(inside: Numbered[], at: number, control: Element): string | undefined {
    const before = inside.filter(({ order }) => order < at).at(-1);
    if (!before) return undefined;
    const cell = control.closest('td,th,dd');
    const isBeside = cell !== null && !holds(cell, before.el);
    // All controls of a cell without a label of its own are of the number in the cell before it.
    const first = isBeside ? this.#firstIn(cell) : control;
    const own = isBeside ? this.textBefore(first) : '';
    if (/[a-z]/i.test(own) && !isChoiceWord(this.#ctx, own)) return undefined;
    const end = isBeside ? (this.#order.get(first) ?? at) : at;
    for (let i = before.order + 1; i < end; i += 1) if (this.#pieces[i]?.control) return undefined;
    return before.number;
  }

  #firstIn(cell: Element): Element {
    return this.#pieces.find(({ control }) => control && holds(cell, control))?.control ?? cell;
  }

  /** The number in the cell above, in the row just above that holds only labels. */
  #above(control: Element, row: Element): string | undefined {
    const above = row.previousElementSibling;
    if (!above || above.querySelector('input,select,textarea')) return undefined;
    const cell = cellsOf(row).find((one) => one.contains(control));
    const column = cell ? new Spans().lay(row).indexOf(cell) : -1;
    const label = new Spans().lay(above)[column];
    const numbers = new Set((label && this.#inside.get(label))?.map(({ number }) => number));
    return numbers.size === 1 ? [...numbers][0] : undefined;
  }

  /** The box of a unit outside the service lines. */
  boxOf(unit: Unit): string | undefined {
    const [control] = unit.controls;
    if (!control) return undefined;
    if (unit.part?.number !== undefined) return this.#partBox(unit.part.number, unit.part);
    const number = this.numberOf(control);
    const byWords = this.#byWords(unit);
    if (number) {
      const ids = IDS_BY_NUMBER.get(number) ?? [];
      const id = ids.length === 1 ? ids[0] : this.#partOf(number, ids, unit);
      // A label that clearly names another box than the number beside it: neither can be relied on.
      if (
        id &&
        byWords.length === 1 &&
        byWords[0] &&
        printedNumber(byWords[0]) !== number &&
        !/^(?:payer|msp|transmission)$/.test(byWords[0])
      )
        return undefined;
      return id;
    }
    if (byWords.length === 1) return byWords[0];
    return this.#byName(control, byWords.length ? byWords : this.#partsNamed(unit.label));
  }

  /** The box of a control that shares its label with others. */
  #partBox(number: string, { words: text, first }: NonNullable<Unit['part']>): string | undefined {
    const ids = IDS_BY_NUMBER.get(number) ?? [];
    if (first && ids.length === 1) return ids[0];
    const bare = text.replace(NUMBER, (all, _digits, _letter, rest: string) => rest || all);
    const named = meanings(this.#ctx.profile.boxes)
      .get(keyOf(bare))
      ?.find((id) => ids.includes(id));
    const part = this.#partsAtEnd(bare).find((one) => ids.includes(`${number}.${one}`));
    if (first) return ids.find((id) => id === number) ?? named;
    return part ? `${number}.${part}` : named === number ? undefined : named;
  }

  #byWords(unit: Unit): readonly string[] {
    const known = meanings(this.#ctx.profile.boxes);
    const label = unit.label
      .replace(/^\s*[a-d]\.\s+/i, '')
      .replace(NUMBER, (all, _digits, _letter, rest: string) => rest || all);
    const letter = /^\s*([a-d])\.\s/i.exec(unit.label)?.[1]?.toLowerCase();
    const found = (known.get(keyOf(label)) ?? []).filter((id) => !id.startsWith('24.'));
    return letter ? found.filter((id) => printedNumber(id).endsWith(letter)) : found;
  }

  /** Boxes whose part the label names: `City` is a part of box 5 and of box 7. */
  #partsNamed(label: string): string[] {
    const parts = meanings(this.#ctx.profile.parts).get(keyOf(label)) ?? [];
    return [...BOXES.keys()].filter((id) => /^[57]\./.test(id) && parts.some((part) => id.endsWith(`.${part}`)));
  }

  /** Among several boxes: the one whose party the field's name says. A name alone is never enough. */
  #byName(control: Element, ids: readonly string[]): string | undefined {
    const name = new Set(words((control.getAttribute('name') ?? control.getAttribute('id') ?? '').replace(/_/g, ' ')));
    const patient = name.has('patient');
    const insured = name.has('insured') || name.has('insurance');
    if (patient === insured) return undefined;
    const left = ids.filter((id) => (patient ? /^[235]\b/ : /^(?:4|7|11)/).test(id));
    return left.length === 1 ? left[0] : undefined;
  }

  /** Which of the boxes that share a number. */
  #partOf(number: string, ids: readonly string[], unit: Unit): string | undefined {
    const main = ids.find((id) => id === number);
    const has = (part: string) => ids.includes(`${number}.${part}`);
    const type = typeOf(unit.controls[0] as Control);
    if (unit.group) return has('sex') ? `${number}.sex` : has('type') ? `${number}.type` : main;
    const bare = unit.label.replace(NUMBER, '$3');
    const parts = [bare, this.#lastWords(unit)].flatMap((text) => this.#partsAtEnd(text));
    const part = parts.find(has);
    if (part) return `${number}.${part}`;
    if (number === '21') return this.#diagnosis(unit);
    if ((number === '10b' || number === '20') && type !== 'checkbox') return undefined;
    if (main) return main;
    // The label of the number itself names its first part: `5. PATIENT'S ADDRESS (No., Street)`.
    const known = meanings(this.#ctx.profile.boxes).get(keyOf(bare)) ?? [];
    return known.find((id) => ids.includes(id));
  }

  /** The parts that the last words of a label name: `NO PLACE (State)` ends in one. */
  #partsAtEnd(text: string): string[] {
    const known = meanings(this.#ctx.profile.parts);
    const all = text.split(' ');
    return all.flatMap((_, from) =>
      all.length - from <= 4 ? (known.get(keyOf(all.slice(from).join(' '))) ?? []) : [],
    );
  }

  #lastWords(unit: Unit): string {
    const [control] = unit.controls;
    const at = control ? (this.#order.get(control) ?? 0) : 0;
    return this.#pieces[at - 1]?.text ?? '';
  }

  #diagnosis(unit: Unit): string | undefined {
    const letter =
      /(?:^|\s|21\s*\.?)([A-L])\s*[.:)]?$/i.exec(unit.label)?.[1] ??
      /^([A-L])[.:)]?$/i.exec(this.#lastWords(unit))?.[1];
    return letter ? `21.${letter.toUpperCase()}` : undefined;
  }

  /** Boxes of the service lines: by the heads of their columns and the row they stand in. */
  lineBoxes(root: Element): Map<Control, string> {
    const found = new Map<Control, string>();
    const slots = new Slots();
    const lineOfRow = new Map<Element, number>();
    for (const table of root.querySelectorAll('table,[role="grid"],[role="table"]')) {
      if (!table.querySelector('input,select,textarea')) continue;
      const outer = table.closest('tr,[role="row"]');
      this.#linesOf(table, found, slots, lineOfRow, outer ? lineOfRow.get(outer) : undefined);
    }
    const blocks = this.#lineBlocks();
    for (const unit of this.units) {
      const [control] = unit.controls;
      if (!control || found.has(control) || unit.group) continue;
      const [, own] = /\bline\s*#?(\d)\b/i.exec(unit.label) ?? [];
      const line = own ?? blocks.find(({ block }) => holds(block, control))?.line;
      const field = line && this.#lineField(unit.label.replace(/\b(?:service\s+)?line\s*#?\d\b/i, ''));
      if (line && field) found.set(control, slots.id(Number(line), field, slotIn(unit.label)));
    }
    return found;
  }

  /** Blocks with a heading `Line 1`: the least part of the form with that heading and a control, and no other line's. */
  #lineBlocks(): { line: string; block: Element }[] {
    const titles = this.#pieces.flatMap(({ text, el }) => {
      const line = text && /^(?:service\s+)?line\s*#?([1-9]|1\d)\s*:?$/i.exec(text)?.[1];
      return line ? [{ line, el }] : [];
    });
    return titles.flatMap(({ line, el }) => {
      let block: Element | null = el;
      while (block && !this.#pieces.some(({ control }) => control && block && holds(block, control)))
        block = parentOf(block);
      return block && titles.every((other) => other.el === el || !holds(block, other.el)) ? [{ line, block }] : [];
    });
  }

  #linesOf(
    table: Element,
    found: Map<Control, string>,
    slots: Slots,
    lineOfRow: Map<Element, number>,
    outer: number | undefined,
  ): void {
    let heads: string[][] | undefined;
    let stacking = false;
    let line = outer ?? 0;
    let taken = new Set<string>();
    const spans = new Spans();
    for (const row of rowsOf(table)) {
      const cells = spans.lay(row);
      const controls = [...row.querySelectorAll('input,select,textarea')].filter(
        (el): el is Control =>
          isControl(el) && isBoxControl(el) && el.closest('table,[role="grid"],[role="table"]') === table,
      );
      if (controls.length === 0) {
        const texts = cells.map((cell) => plain(this.#ctx.look.text(cell), 80));
        const known = texts.filter(
          (text) => this.#lineField(text) || /^24\b|^24\s*\.?[A-J]\b|^[A-J]\.\s/i.test(text),
        ).length;
        if (known >= 2 || (stacking && known >= 1)) {
          heads =
            stacking && heads
              ? heads.map((above, i) => (cells[i] && texts[i] ? [...above, texts[i] ?? ''] : above))
              : texts.map((text) => [text]);
          stacking = true;
        } else if (this.#hasOtherNumbers(row)) heads = undefined;
        continue;
      }
      stacking = false;
      if (!heads) continue;
      if (this.#hasOtherNumbers(row)) {
        heads = undefined;
        continue;
      }
      const fields = this.#rowFields(cells, controls, heads);
      const printed = outer ?? printedLine(cells) ?? labelledLine(controls);
      const again = fields.some(({ field }) => taken.has(field) && !SLOTTED.test(field));
      if (printed !== undefined) {
        if (printed !== line) taken = new Set();
        line = printed;
      } else if (outer === undefined && (again || line === 0) && fields.length > 0) {
        line += 1;
        taken = new Set();
      }
      lineOfRow.set(row, line);
      for (const { control, field, slot } of fields) {
        taken.add(field);
        found.set(control, slots.id(line, field, slot));
      }
    }
  }

  #hasOtherNumbers(row: Element): boolean {
    return (this.#inside.get(row) ?? []).some(({ number }) => !number.startsWith('24') && IDS_BY_NUMBER.has(number));
  }

  #rowFields(
    cells: Element[],
    controls: Control[],
    heads: string[][],
  ): { control: Control; field: string; slot: number | undefined }[] {
    const out: { control: Control; field: string; slot: number | undefined }[] = [];
    for (const cell of new Set(cells)) {
      const inside = controls.filter((control) => cell.contains(control));
      const texts = heads[cells.indexOf(cell)] ?? [];
      const wide = cells.filter((one) => one === cell).length;
      const under = wide > 1 ? cells.flatMap((one, i) => (one === cell ? [heads[i] ?? []] : [])) : [texts];
      const fields = this.#cellFields(inside, under);
      inside.forEach((control, i) => {
        const field = fields[i];
        const label = controlName(control) || this.#runLabel(inside, i);
        if (field) out.push({ control, field, slot: slotIn(`${label} ${texts.join(' ')}`) });
      });
    }
    return out;
  }

  /** The fields of the controls in one cell: each by its own label, else by the head, else in the form's fixed order. */
  #cellFields(controls: Control[], heads: string[][]): (string | undefined)[] {
    const own = this.#ownFields(controls);
    if (controls.length > 0 && own.every(Boolean)) return own;
    if (own.some(Boolean) && controls.some((control, i) => i > 0 && this.textBefore(control) !== '')) return own;
    const [texts = []] = heads;
    const field =
      this.#lineField(texts.at(-1) ?? '') ?? this.#lineField(texts.join(' ')) ?? this.#lineField(texts[0] ?? '');
    if (controls.length === 1) return [own[0] ?? field];
    if (heads.length === controls.length) return heads.map((head) => this.#lineField(head.at(-1) ?? ''));
    return inOrder(field, texts.join(' '), controls.length) ?? own;
  }

  /** The text in front of the controls of a cell that a control stands with. */
  #runLabel(controls: Control[], at: number): string {
    for (let i = at; i >= 0; i -= 1) {
      const control = controls[i];
      const text = control && this.textBefore(control);
      if (text) return text;
    }
    return '';
  }

  /** The fields that the controls' own labels name; a label of an adjustment stands over its group, reason and amount. */
  #ownFields(controls: Control[]): (string | undefined)[] {
    const texts = controls.map((control) => controlName(control) || this.textBefore(control) || plain(control.title));
    const own: (string | undefined)[] = [];
    for (let i = 0; i < controls.length; i += 1) {
      let end = i + 1;
      while (end < controls.length && texts[end] === '') end += 1;
      const text = texts[i] ?? '';
      const count = end - i;
      const one = this.#lineField(text);
      const several = ADJUSTED.test(text) ? inOrder(one, text, count) : undefined;
      if (several) own.push(...several);
      else own.push(one, ...Array.from({ length: count - 1 }, () => undefined));
      i = end - 1;
    }
    return own;
  }

  /** The field of a service line that a head or label names: `F` of `24F. $ CHARGES`. */
  #lineField(text: string): string | undefined {
    const match = LINE_LETTER.exec(text);
    const letter = match?.[1] ?? match?.[2];
    const rest = text.slice(match?.[0].length ?? 0);
    const known = meanings(this.#ctx.profile.boxes);
    const ids = known.get(keyOf(rest)) ?? known.get(keyOf(rest.replace(/\b\d\b|\([^)]*\)/g, ''))) ?? [];
    const found = ids.filter((id) => id.startsWith('24.n.'));
    const byWords = found.length === 1 ? found[0]?.slice(5) : undefined;
    if (!letter) return byWords;
    const at = letter.toUpperCase();
    if (at === 'A') return byWords?.startsWith('A.') ? byWords : 'A.from';
    if (at === 'D') return byWords?.startsWith('mod') ? byWords : 'D';
    return at === 'I' ? undefined : at;
  }
}

/** `24F.`, `24. F`, `F. ` in front of a head, or `24` alone. */
const LINE_LETTER = /^\s*(?:24\s*\.?\s*([A-J])\b|24\b|([A-J])\.(?=\s))[\s.):-]*/i;

const ADJUSTED = /\b(?:adj|adjustment|cas)\b/i;

/** Boxes with several lines of text under one number. */
const MANY_LINES: ReadonlySet<string> = new Set(['32', '33']);

/** Where words name a date, the control has room for one; where they name a qualifier, any will do. */
const isDatedRight = ({ group, controls: [control] }: Unit, text: string): boolean => {
  const isDate = /\bdates?\b|\bdob\b/i.test(text) && !/\bsignature\b/i.test(text);
  const isChoice = /\bsex\b|\?/i.test(text);
  const holds = group ? '' : control?.value;
  if (!control || (isDate && (group || !hasRoom(control, 6) || (holds && !/\d/.test(holds))))) return false;
  return !group || isChoice;
};

/** Month, day and year in boxes of their own are one date. */
const areShort = (run: readonly Unit[]): boolean =>
  run.length === 3 && run.every(({ controls: [control] }) => control !== undefined && !hasRoom(control, 6));

const SLOTTED = /^(?:group|reason|amount|mod)/;

/** Which adjustment a label counts: `Adj 2 group`, `Reason 3`. */
const slotIn = (text: string): number | undefined => {
  const digit = /\b(?:adj\w*|cas|grp|group|rsn|reason|amt|amount|carc)\s*(?:code\s*)?#?\s*([1-9])\b/i.exec(text)?.[1];
  return digit ? Number(digit) : undefined;
};

/** Several controls in one cell stand in the order of the CMS-1500. */
const inOrder = (field: string | undefined, head: string, count: number): string[] | undefined => {
  if (field?.startsWith('A.') && count === 2) return ['A.from', 'A.to'];
  if (field?.startsWith('A.') && count === 6) return ['A.from', 'A.from', 'A.from', 'A.to', 'A.to', 'A.to'];
  if (field?.startsWith('A.') && count === 3) return [field ?? '', field ?? '', field ?? ''];
  if (field === 'adjDate' && count === 3) return [field, field, field];
  if (field === 'D' && count <= 5) return ['D', 'mod1', 'mod2', 'mod3', 'mod4'].slice(0, count);
  if (field?.startsWith('mod') && count <= 4) return ['mod1', 'mod2', 'mod3', 'mod4'].slice(0, count);
  if (count % 3 === 0 && /adj|cas/i.test(head))
    return Array.from({ length: count }, (_, i) => ['group', 'reason', 'amount'][i % 3] ?? '');
  return undefined;
};

/** The line number printed in a row. */
const printedLine = (cells: Element[]): number | undefined => {
  for (const cell of cells.slice(0, 2)) {
    const digit = cell.querySelector('input,select,textarea')
      ? undefined
      : /^(?:line\s*)?#?([1-9]|1\d)\.?$/i.exec(plain(rawText(cell), 20))?.[1];
    if (digit) return Number(digit);
  }
  return undefined;
};

const labelledLine = (controls: Control[]): number | undefined => {
  const digits = new Set(controls.map((control) => /\bline\s*#?(\d{1,2})\b/i.exec(controlName(control))?.[1]));
  const [digit] = digits;
  return digits.size === 1 && digit ? Number(digit) : undefined;
};

/** Counts the adjustments of each line, so that the second `Group` of line 1 is `24.1.adj2.group`. */
class Slots {
  readonly #used = new Map<string, number>();

  id(line: number, field: string, slot: number | undefined): string {
    if (field === 'mod1' || !SLOTTED.test(field) || field.startsWith('mod')) return `24.${line}.${field}`;
    const key = `${line} ${field}`;
    const next = slot ?? (this.#used.get(key) ?? 0) + 1;
    this.#used.set(key, next);
    return `24.${line}.adj${next}.${field}`;
  }
}

const IDS_BY_NUMBER: ReadonlyMap<string, string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const id of BOXES.keys()) {
    if (id.startsWith('24.') || !/^\d/.test(id)) continue;
    const number = printedNumber(id);
    map.set(number, [...(map.get(number) ?? []), id]);
  }
  return map;
})();
