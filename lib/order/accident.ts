import type { Case } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import type { Place } from '../claim/reading';
import type { Liability } from '../payers/liability';
import type { Gap } from './answer';
import { accidentOnForm } from './form-facts';
import { asked } from './gaps';

/** An accident or a work injury behind the claim, and where the form says so. */
export type Accident = { is: 'accident'; kind: Liability; place?: Place } | { is: 'none' };

/**
 * Whether an accident is behind the claim: by a YES in box 10 or the insurance type on the form, else as the biller said; an
 * accident after the day of service is none.
 */
export const accidentOf = (c: Case, day: IsoDate): Accident | Gap => {
  const onForm = accidentOnForm(c);
  if (onForm) return { is: 'accident', ...onForm };
  const said = c.coverage?.accident;
  if (!said) return asked('accident');
  return said.kind === 'none' || day < said.on ? { is: 'none' } : { is: 'accident', kind: said.kind };
};
