// `entrypoints/payer-reader.ts` without WXT's own globals.
import { expose } from 'comlink';
import { createPayerReader } from '../../../lib/payer-reader';

expose(createPayerReader());
