import { claimFiling, marginsOf } from '../lib/checks/filing';
import type { IsoDate } from '../lib/claim/claim';
import { formatDate } from '../lib/claim/dates';
import type { PayerFiling } from '../lib/claim/filing';
import { ruleWords } from '../lib/payers/filing';
import type { ClaimItem } from './models/claims';
import { asOfWords, daysWords, filingTone } from './models/filing';
import { OtherWords } from './OtherWords';
import { PageText } from './PageText';
import { Unread } from './Unread';

/** Whose rule it is, and how old; and what other lists say. */
function Rule({ filing, today }: { filing: PayerFiling; today: IsoDate }) {
  return (
    <>
      <span className="src">
        <PageText text={filing.says} max={60} />: {ruleWords(filing.rule)}
        {filing.asOf === undefined ? '' : `, ${asOfWords(filing.asOf, today)}`}
        {filing.atMost ? '. Verify it: the payer may give less.' : ''}
      </span>
      <OtherWords words={filing.others} show={ruleWords} today={today} />
    </>
  );
}

/** Until when the secondary must have the claim, by whose rule; or why that is not known. */
export function FileBy({ item }: { item: ClaimItem }) {
  const filing = claimFiling(item.case);
  if (filing.is === 'no-rule') return <Unread>not known</Unread>;
  if (filing.is === 'unknown')
    return (
      <>
        <Unread>not known</Unread>
        <span className="src">{`It counts from what is not read: ${filing.missing.map(({ what }) => what).join(', ')}.`}</span>
        <Rule filing={filing.filing} today={item.case.today} />
      </>
    );
  const { date, daysLeft, sendBy } = filing;
  const tone = filingTone(daysLeft, marginsOf(item.case));
  return (
    <>
      <span className="nw">{formatDate(date)}</span>{' '}
      <span className={tone === 'late' ? 'tag late' : 'tag'}>{daysWords(daysLeft)}</span>
      {daysLeft > marginsOf(item.case).receivedDays && (
        <span className="src">{`The day on which it is received counts: send it by ${formatDate(sendBy)}.`}</span>
      )}
      <Rule filing={filing.filing} today={item.case.today} />
    </>
  );
}
