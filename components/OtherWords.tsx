import type { IsoDate } from '../lib/claim/claim';
import type { Word } from '../lib/claim/payer-words';
import { asOfWords } from './models/filing';
import { PageText } from './PageText';

interface OtherWordsProps<T> {
  words: readonly Word<T>[] | undefined;
  show: (value: T) => string;
  today: IsoDate;
}

/** What other lists say that differs from the fact above: two that differ stay two, each with its source. */
export function OtherWords<T>({ words = [], show, today }: OtherWordsProps<T>) {
  return words.map(({ value, by, asOf }) => (
    <span key={`${by} ${asOf}`} className="src t-ask">
      <b className="tone">Lists differ:</b> <PageText text={by} max={60} /> says{' '}
      <PageText text={show(value)} max={120} />, {asOfWords(asOf, today)}
    </span>
  ));
}
