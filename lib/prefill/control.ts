import type { BoxKind } from '../claim/boxes';
import { asTyped, type Choice, type Typed } from './compare';
import { obstacleTo } from './obstacle';
import { sendChange, visit } from './visit';
import { SAID } from './words';

/** `typed`: as by hand, where the page has the focus; the browser's own undo keeps working. `set`: by the property. `silent`: so that no page script answers. */
export type Method = 'typed' | 'set' | 'silent';

/** Finds a box of the form again, by its path. */
export type Find = (path: string) => Element | undefined;

/** One box of the form, whatever it is made of. */
export interface Control {
  elements: readonly HTMLElement[];
  /** What it holds, byte for byte: text, an option's value, `yes` or `no`. */
  read(): string;
  /** What the biller sees of it. */
  shown(): string;
  options?: readonly Choice[];
  /** The text that `write` needs for a wanted value. */
  fit(kind: BoxKind, wanted: string): Typed;
  write(text: string, method: Method): void;
}

/** Why the box must not be filled now, or undefined. */
export const obstacleOf = (control: Control): string | undefined => {
  for (const element of control.elements) {
    const obstacle = obstacleTo(element);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
};

type TextElement = HTMLInputElement | HTMLTextAreaElement;

const TEXT_TYPES = new Set(['text', 'tel', 'search', 'number', 'date', 'email', 'url']);

/** By the prototype's own setter: a framework that replaced the element's would not see the change. */
const assign = (element: TextElement, text: string): void => {
  const { prototype } = element instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Reflect.set(prototype, 'value', text, element);
};

const setText = (element: TextElement, text: string): void => {
  assign(element, text);
  element.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }),
  );
  sendChange(element);
};

const hasFocus = (element: Element): boolean => element.ownerDocument.hasFocus() && element.matches(':focus');

/** True where the browser typed it. The command is the only way that keeps Ctrl+Z. */
const typeText = (element: TextElement, text: string): boolean => {
  if (!hasFocus(element)) return false;
  element.select();
  const typed = element.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  return typed && element.value === text;
};

const writeText = (element: TextElement, text: string, method: Method): void => {
  if (method === 'silent') {
    assign(element, text);
    return;
  }
  visit(element, () => {
    if (method === 'set' || !typeText(element, text)) setText(element, text);
  });
};

const roomOf = (element: TextElement): number | undefined => (element.maxLength >= 0 ? element.maxLength : undefined);

const textControl = (element: TextElement): Control => ({
  elements: [element],
  read: () => element.value,
  shown: () => element.value,
  fit: (kind, wanted) =>
    element.type === 'date' && kind === 'date'
      ? { ok: true, text: wanted }
      : asTyped(kind, wanted, { maxLength: roomOf(element) }),
  write: (text, method) => writeText(element, text, method),
});

const optionsOf = (select: HTMLSelectElement): Choice[] =>
  [...select.options]
    .filter((option) => !option.disabled)
    .map((option) => ({ value: option.value, label: option.text }));

const chooseOption = (select: HTMLSelectElement, value: string): void => {
  const index = [...select.options].findIndex((option) => option.value === value && !option.disabled);
  visit(select, () => {
    Reflect.set(HTMLSelectElement.prototype, 'selectedIndex', index, select);
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    sendChange(select);
  });
};

const selectControl = (select: HTMLSelectElement): Control => {
  const options = optionsOf(select);
  return {
    elements: [select],
    options,
    read: () => select.value,
    shown: () => select.selectedOptions[0]?.text ?? '',
    fit: (kind, wanted) => asTyped(kind, wanted, { options }),
    write: (text) => chooseOption(select, text),
  };
};

/** Ticking is always a click, and only where it changes something: frameworks and page scripts follow nothing else. */
const tick = (element: HTMLInputElement, on: boolean): void => {
  if (element.checked !== on) HTMLElement.prototype.click.call(element);
};

const loneCheckBox = (element: HTMLInputElement): Control => {
  const read = () => (element.checked ? 'yes' : 'no');
  return {
    elements: [element],
    read,
    shown: () => read().toUpperCase(),
    fit: (_kind, wanted) =>
      wanted === 'yes' || wanted === 'no' ? { ok: true, text: wanted } : { ok: false, why: SAID.notABox },
    write: (text) => tick(element, text === 'yes'),
  };
};

/** A radio cannot be clicked off; only an undo to "none chosen" comes here. */
const clearRadio = (element: HTMLInputElement): void => {
  Reflect.set(HTMLInputElement.prototype, 'checked', false, element);
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  sendChange(element);
};

/** Radios, or check boxes of which one is ticked as on paper: one box whose value is the chosen option's. */
const groupControl = (choices: { choice: Choice; element: HTMLInputElement }[]): Control => {
  const options = choices.map(({ choice }) => choice);
  const chosen = () => choices.filter(({ element }) => element.checked);
  return {
    elements: choices.map(({ element }) => element),
    options,
    read: () =>
      chosen()
        .map(({ choice }) => choice.value)
        .join(','),
    shown: () =>
      chosen()
        .map(({ choice }) => choice.label)
        .join(', '),
    fit: (kind, wanted) => asTyped(kind, wanted, { options }),
    write: (text) => {
      const wanted = choices.find(({ choice }) => choice.value === text)?.element;
      if (wanted) tick(wanted, true);
      for (const { element } of chosen()) {
        if (element === wanted) continue;
        if (element.type === 'radio') clearRadio(element);
        else tick(element, false);
      }
    },
  };
};

const PARTS = ['mm', 'dd', 'yy'] as const;

/** A date in three boxes; it holds `03/10/2026`, or '' where all three are empty. */
const dateControl = (parts: readonly TextElement[]): Control => {
  const year = parts[2];
  const shortYear = year !== undefined && roomOf(year) === 2;
  const read = () => {
    const texts = parts.map((part) => part.value);
    return texts.every((text) => text === '') ? '' : texts.join('/');
  };
  return {
    elements: parts,
    read,
    shown: read,
    fit: (kind, wanted) => asTyped(kind, wanted, { maxLength: shortYear ? 8 : undefined }),
    write: (text, method) => {
      const texts = text.split('/');
      parts.forEach((part, i) => {
        if (part.value !== (texts[i] ?? '')) writeText(part, texts[i] ?? '', method);
      });
    },
  };
};

const isText = (element: Element | undefined): element is TextElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && TEXT_TYPES.has(element.type));

const isTick = (element: Element | undefined): element is HTMLInputElement =>
  element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio');

const groupAt = (find: Find, path: string, options: readonly Choice[]): Control | undefined => {
  const choices = options.flatMap((choice) => {
    const element = find(`${path}/${choice.value}`);
    return isTick(element) ? [{ choice, element }] : [];
  });
  return choices.length > 0 ? groupControl(choices) : undefined;
};

/**
 * The box at `path`, or undefined where nothing stands there that can be filled.
 * `options`: the choices of a group of radios or check boxes, each found at `path/<value>`. A date in parts is found at
 * `path#mm`, `path#dd`, `path#yy`.
 */
export const controlAt = (find: Find, path: string, options?: readonly Choice[]): Control | undefined => {
  const parts = PARTS.map((part) => find(`${path}#${part}`));
  if (parts.every(isText)) return dateControl(parts);
  const element = find(path);
  if (element instanceof HTMLSelectElement) return element.multiple ? undefined : selectControl(element);
  if (isText(element)) return textControl(element);
  const group = options ? groupAt(find, path, options) : undefined;
  if (group) return group;
  return isTick(element) && element.type === 'checkbox' ? loneCheckBox(element) : undefined;
};
