import type { PayerFacts } from '../claim/case';
import { insuranceTypeName } from '../codes/insurance-type';
import type { Check } from './check';
import { NO_FORM } from './form';
import { mspTypeOn } from './msp-type';
import { missing, pass, raise, unknown } from './outcome';
import { cut, secondaryName } from './words';

const IS_MEDICARE: ReadonlySet<PayerFacts['kind']> = new Set(['medicare', 'medicare-advantage']);

const check: Check = {
  id: 'C045',
  name: 'msp_type_on_primary',
  title: 'An insurance type stands only where Medicare is second',
  when: 'Raised where an insurance type (MSP) is chosen on the open form while the payer that it bills is not Medicare. A form without that box has none. Nobody knows whether the payer is Medicare: unknown.',
  why: 'The insurance type says why Medicare comes second; a claim to another payer, with Medicare first or not at all, has none.',
  fix: 'Clear the insurance type (MSP) on the form.',
  section: 'payers',
  severity: 'block',
  needs: ['form', 'payers'],
  source: 'X12 837P SBR05: not for the primary payer, nor for a payer that is not Medicare',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    if (IS_MEDICARE.has(c.secondary.kind)) return pass('Medicare is second');
    const type = mspTypeOn(c);
    if (!type) return pass(NO_FORM);
    if (type.is === 'missing' || type.is === 'blank') return pass();
    if (c.secondary.kind === 'unknown') {
      return unknown([missing(`whether ${secondaryName(c)} is Medicare`, 'payer-directory')]);
    }
    const name = type.is === 'chosen' ? `${type.code}, ${insuranceTypeName(type.code) ?? ''}` : cut(type.text, 40);
    return raise({
      title: `Insurance type ${name}, but the claim goes to ${secondaryName(c)}`,
      short: 'Insurance type is not wanted',
      places: [type.place],
      lines: [],
    });
  },
};

export default check;
