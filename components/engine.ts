import { CATALOGUE } from '../lib/checks/catalogue';
import { examine } from '../lib/checks/examine';
import { directoryFor } from '../lib/payer-directory';
import { payerFactsWith } from '../lib/payers/answers';
import { makePlan } from '../lib/prefill/make-plan';
import { casesOf } from '../lib/session/cases';
import type { Engine } from './services';

/** The product's own rules, behind the panel. */
export const engine: Engine = {
  casesOf: (file, tab, { payers, payerLists, payerLimits, policy }, today) =>
    casesOf(file, tab, {
      today,
      margins: policy.effective.margins,
      payerOf: payerFactsWith(payers, directoryFor(payerLists), payerLimits),
    }),
  examine: (c, policy) => examine(c, CATALOGUE, policy),
  makePlan,
};
