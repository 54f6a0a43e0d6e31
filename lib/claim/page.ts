import type { Chart, ClaimRow, Ledger, PatientStrip } from './claim';
import type { ClaimForm, PayerSearch, PmMessage } from './form';
import type { PageKind } from './reading';

/** Something about a page that the biller has to know: cut off, the same claim twice, a value that cannot be read. */
export interface PageProblem {
  kind: 'cut-off' | 'duplicate-claim' | 'unreadable' | 'other-patient' | 'too-large' | 'server-error';
  text: string;
  path?: string;
}

/** What one page says, read at one moment. The only thing that leaves the page. */
export interface PageSnapshot {
  profile: string;
  page: PageKind;
  /** Address without fragment; never stored beyond the session. */
  url: string;
  /** Epoch milliseconds of the reading. */
  readAt: number;
  /** `live`: the page on the screen. `fetched`: read by GET without leaving the page. */
  from: 'live' | 'fetched';
  /** False while the page still loads or where it was cut off. */
  complete: boolean;
  title: string;
  patient: PatientStrip;
  claims?: ClaimRow[];
  ledger?: Ledger;
  chart?: Chart;
  form?: ClaimForm;
  search?: PayerSearch;
  /** The PM's words at the top of the page: refusals, notices of success. */
  messages: PmMessage[];
  problems: PageProblem[];
}
