import { expose } from 'comlink';
import { createEraFileReader } from '../lib/era-reader';

/** The thread in which the panel reads remittance files: `new Worker('/era-reader.js')`. */
export default defineUnlistedScript(() => {
  expose(createEraFileReader());
});
