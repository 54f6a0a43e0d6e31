import { expose } from 'comlink';
import { createPayerReader } from '../lib/payer-reader';

/** The thread in which Options reads payer lists: `new Worker('/payer-reader.js')`. */
export default defineUnlistedScript(() => {
  expose(createPayerReader());
});
