import { formatDate } from '../lib/claim/dates';
import { Act } from './Act';
import type { ClaimItem } from './models/claims';
import { asOfWords } from './models/filing';
import { OtherWords } from './OtherWords';
import { PageText } from './PageText';
import { Unread } from './Unread';

const ELECTRONIC = { yes: 'Yes', no: 'No' } as const;

/** Whether the secondary takes electronic claims, and who says so; what the biller said she can take back. */
export function TakesElectronic({ item }: { item: ClaimItem }) {
  const { answers, secondary } = item.case;
  const takes = answers.electronicSecondary ?? secondary?.electronicSecondary ?? 'unknown';
  if (takes === 'unknown') return <Unread>not known</Unread>;
  const saidOn = answers.electronicSecondary === undefined ? secondary?.saidOn : undefined;
  const listed = answers.electronicSecondary === undefined ? secondary?.listed : undefined;
  if (listed)
    return (
      <>
        {ELECTRONIC[takes]}
        <span className="src">
          <PageText text={listed.by} max={60} /> says so, {asOfWords(listed.asOf, item.case.today)}
        </span>
        <OtherWords words={listed.others} show={(value) => value} today={item.case.today} />
      </>
    );
  if (!secondary || saidOn === undefined) return ELECTRONIC[takes];
  return (
    <>
      {ELECTRONIC[takes]}
      <span className="src">You said so on {formatDate(saidOn)}</span>{' '}
      <Act intent={{ do: 'forget-payer', payer: secondary.name }} look="link">
        Ask again
      </Act>
    </>
  );
}
