import type { PayerFacts } from '../lib/claim/case';
import type { IsoDate } from '../lib/claim/claim';
import { Facts } from './Facts';
import { asOfWords } from './models/filing';
import { type ShownWord, shownWords } from './models/payer-words';
import { OtherWords } from './OtherWords';
import { PageText } from './PageText';

function Said({ shown: { word, show, outdone }, today }: { shown: ShownWord; today: IsoDate }) {
  return (
    <>
      <PageText text={show(word.value)} max={80} />
      <span className="src">
        <PageText text={word.by} max={60} /> says so, {asOfWords(word.asOf, today)}
        {outdone ? ". Medicare's own rule counts." : ''}
      </span>
      <OtherWords words={word.others} show={show} today={today} />
    </>
  );
}

/** What the imported lists say of a payer beside electronic claims and time to file. Nothing, where they say nothing. */
export function PayerWords({ payer, today }: { payer: PayerFacts; today: IsoDate }) {
  const words = shownWords(payer);
  if (words.length === 0) return null;
  return (
    <details className="inner gap" open={words.some(({ word }) => word.others !== undefined)}>
      <summary>More from your payer lists</summary>
      <Facts facts={words.map((shown) => [shown.label, <Said key={shown.label} shown={shown} today={today} />])} />
    </details>
  );
}
