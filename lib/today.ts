import type { IsoDate } from './claim/claim';

/** The day on which the test flavour lives, set when it is built; undefined in the store build. */
declare const __COB_TODAY__: IsoDate | undefined;

/** Today's date where the biller sits. The test flavour has a day of its own, so that no test depends on the real one. */
export const today = (): IsoDate =>
  typeof __COB_TODAY__ === 'string' ? __COB_TODAY__ : Temporal.Now.plainDateISO().toString();
