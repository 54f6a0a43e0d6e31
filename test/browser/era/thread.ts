// `entrypoints/era-reader.ts` without WXT's own globals.
import { expose } from 'comlink';
import { createEraFileReader } from '../../../lib/era-reader';

expose(createEraFileReader());
