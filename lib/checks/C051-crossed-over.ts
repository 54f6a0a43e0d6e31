import type { Check } from './check';
import { crossoverOf, quotesOf } from './crossover';
import { noCarrier } from './listed';
import { pass, raise, unknown } from './outcome';
import { places, primaryName, secondaryName } from './words';

const check: Check = {
  id: 'C051',
  name: 'crossed_over',
  title: 'The primary did not forward the claim',
  when: `Raised by every sign on the pages or in the remittance, or word of the biller from it, that the primary sent the claim on: claim status 19, 20, 21, NM1*TT, MA18, N89, MA07, "forwarded". It stays raised; whether the wait is over is C052's. With Medicare first and no sign either way, the remittance must be asked: unknown until it is there.`,
  why: 'The primary already sent the claim to the secondary; sending it again makes a duplicate denial.',
  fix: "Wait for the secondary's remittance, and shift the crossover balance to the secondary.",
  section: 'crossover',
  severity: 'block',
  fixed: 'The secondary may have the claim already: override it claim by claim, with a reason.',
  needs: ['row', 'ledger', 'payers', 'answers', 'remittance'],
  source:
    'NextGen Office, Secondary Claim article: crossover claims are not transmitted; CMS, COBA crossover (MA18, N89, MA07)',
  run: (c) => {
    const crossover = crossoverOf(c);
    if (crossover.is === 'unknown') {
      const isMedicare = c.primary.kind === 'medicare' && c.ledger !== undefined;
      return unknown(crossover.missing, isMedicare ? 'crossover' : undefined);
    }
    if (crossover.is === 'not-forwarding-payer') return pass('no sign on the pages');
    if (crossover.is === 'not-forwarded') {
      const isSaid = crossover.signs.length + crossover.evidence.length > 0 || c.answers.crossover !== undefined;
      return pass(isSaid ? 'the remittance says it was not forwarded' : 'the remittance shows no sign of forwarding');
    }
    const name = primaryName(c);
    const { signs, evidence } = crossover;
    const doubt = noCarrier(c);
    const said =
      signs.length + evidence.length === 0 ? [{ text: 'You said that the remittance shows it as forwarded.' }] : [];
    return raise({
      title: `${name} forwarded this claim`,
      why: `${name} already sent this claim to ${secondaryName(c)}. Sending it again makes a duplicate denial.`,
      ...(doubt === undefined ? {} : { fix: `${doubt} Find out who has the claim, and wait for that remittance.` }),
      short: name.length <= 17 ? `${name} forwarded it` : 'The primary forwarded it',
      places: places(...signs.map((sign) => sign.page)),
      lines: [],
      quotes: [...quotesOf(signs, evidence), ...said],
    });
  },
};

export default check;
