import { examine } from '../lib/checks/examine';
import { payerFacts } from '../lib/payers/directory';
import { makePlan } from '../lib/prefill/make-plan';
import { casesOf } from '../lib/session/cases';
import type { Engine } from './services';

/** The product's own rules, behind the panel. */
export const engine: Engine = {
  casesOf: (file, tab, aliases, today) => casesOf(file, tab, { today, aliases, payerOf: payerFacts }),
  examine,
  makePlan,
};
