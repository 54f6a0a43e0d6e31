import { sendChange, visit } from '../prefill/visit';
import { press } from './press';

/** One step of a payer lookup: what `SearchOrder` of the messages holds. */
interface Order {
  lookupId: string;
  payer: { value: string; label: string };
  lastName: string;
  pressed: boolean;
}

type Progress = { did: 'payer' | 'name' | 'pressed' | 'nothing' } | { did: 'refused'; why: string };

/** The controls of the PM's payer search, found again at each step. */
export interface SearchControls {
  payer: Element | undefined;
  lastName: Element | undefined;
  button: Element | undefined;
}

export interface SearchEnv {
  controls(): SearchControls;
  /** Writes text as the filler does, and says whether the box holds it afterwards. */
  write(input: HTMLInputElement, text: string): Promise<boolean>;
  /** Writes down that Search is about to be pressed. False: do not press. */
  pressing(lookupId: string): Promise<boolean>;
}

const refused = (why: string): Progress => ({ did: 'refused', why });

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const usable = (control: Element): boolean =>
  control.isConnected && !control.matches(':disabled, [aria-disabled="true"]') && control.checkVisibility();

/** The option that is meant: its value and its words both as they were when the lookup was made. */
const optionOf = (select: HTMLSelectElement, payer: Order['payer']): HTMLOptionElement | undefined => {
  const same = [...select.options].filter(
    (option) => option.value === payer.value && tidy(option.text) === tidy(payer.label),
  );
  return same.length === 1 ? same[0] : undefined;
};

const pick = (select: HTMLSelectElement, option: HTMLOptionElement): void => {
  visit(select, () => {
    Reflect.set(HTMLSelectElement.prototype, 'selectedIndex', option.index, select);
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    sendChange(select);
  });
};

/**
 * Takes the next step of a lookup on the PM's form: picks the payer, types the last name, or presses Search.
 * Only one step: what the page makes of it shows in the next reading. Each step looks first, so doing it again does no harm.
 */
export const takeStep = async (order: Order, env: SearchEnv): Promise<Progress> => {
  if (order.pressed) return { did: 'nothing' };
  const { payer, lastName, button } = env.controls();
  if (!(payer instanceof HTMLSelectElement)) return refused("The form's payer list was not found.");
  if (!(lastName instanceof HTMLInputElement)) return refused('The box for the last name was not found.');
  if (!(button instanceof HTMLElement)) return refused('The Search button was not found.');
  if (![payer, lastName, button].every(usable)) return refused('The payer search cannot be used on this page.');

  const option = optionOf(payer, order.payer);
  if (!option) return refused(`${order.payer.label} is not in the form's payer list.`);
  if (payer.selectedOptions[0] !== option) {
    pick(payer, option);
    return { did: 'payer' };
  }
  if (lastName.value !== order.lastName) {
    if (await env.write(lastName, order.lastName)) return { did: 'name' };
    return refused('The box for the last name did not take the name.');
  }
  if (!(await env.pressing(order.lookupId))) return { did: 'nothing' };
  // The page may have changed while that was written down.
  if (!usable(button) || payer.selectedOptions[0] !== option || lastName.value !== order.lastName) {
    return { did: 'nothing' };
  }
  return press(button) ? { did: 'pressed' } : refused('The page did not take the press of Search.');
};
