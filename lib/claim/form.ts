import type { Place } from './reading';

/** How the filler treats a control. */
export type ControlKind = 'text' | 'select' | 'checkbox' | 'radio';

/** Why a box is left alone; `open` boxes may be filled. */
export type BoxState = 'open' | 'disabled' | 'read-only' | 'hidden' | 'off-screen';

/**
 * One box of the secondary claim form as it stands on the page.
 * A group of radios or of exclusive check boxes (box 1, 3 sex, 6, 10a ...) is ONE box whose value is the chosen option's `value`.
 */
export interface FormBox {
  /** Id of the box in `boxes.ts`: `1a`, `11d`, `24.2.paid`. */
  box: string;
  control: ControlKind;
  /** Present value: text; an option's value; for a lone check box `yes` or `no`; `''` where nothing stands or is chosen. */
  value: string;
  /** What the reader sees of the value, e.g. the option's text. */
  shown: string;
  options?: { value: string; label: string }[];
  maxLength?: number;
  state: BoxState;
  /** True where the biller typed into it in this page. */
  touched: boolean;
  place: Place;
}

/** One insurance profile that the PM's payer search listed. */
export interface SearchHit {
  insuranceId: string;
  name: string;
  /** ISO date where the list shows one that can be read. */
  dob?: string;
  payer?: string;
  group?: string;
  path: string;
}

/** The payer search of the form, or of its popup. */
export interface PayerSearch {
  payers: { value: string; label: string }[];
  payer: string;
  lastName: string;
  /** `none`: nothing searched yet; `busy`: the page says it is searching; `failed`: that the search did not come through. */
  state: 'none' | 'busy' | 'done' | 'failed';
  hits: SearchHit[];
  /** The PM's own words, e.g. that nothing was found. */
  message: string;
}

/** A message of the PM about the form, with the box it belongs to where that can be told. */
export interface PmMessage {
  text: string;
  box?: string;
  place?: Place;
}

/** The secondary claim form as it stands on the page. */
export interface ClaimForm {
  /** The primary claim it is made from, where the page says. */
  claimId?: string;
  boxes: FormBox[];
  search: PayerSearch;
  transmission: {
    value: string;
    options: { value: string; label: string; means: 'electronic' | 'paper' | 'unknown' }[];
  };
  messages: PmMessage[];
  /** Label of the button that sends it: `Submit`, `Create Claim`. */
  submitLabel?: string;
}
