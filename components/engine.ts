import { examine } from '../lib/checks/examine';
import { directoryFor } from '../lib/payer-directory';
import { payerFactsWith } from '../lib/payers/answers';
import { makePlan } from '../lib/prefill/make-plan';
import { casesOf } from '../lib/session/cases';
import type { Engine } from './services';

/** The product's own rules, behind the panel. */
export const engine: Engine = {
  casesOf: (file, tab, { payers, payerLists, payerLimits }, today) =>
    casesOf(file, tab, { today, payerOf: payerFactsWith(payers, directoryFor(payerLists), payerLimits) }),
  examine,
  makePlan,
};
