import type { PatientFile } from '../lib/session/session';
import { Facts } from './Facts';
import { FileBy } from './FileBy';
import type { ClaimItem } from './models/claims';
import { goesOut } from './models/payer';
import { coverage, secondaryPolicy } from './models/policy';
import { PageText } from './PageText';
import { PayerWords } from './PayerWords';
import { Said } from './Said';
import { TakesElectronic } from './TakesElectronic';

/** The second insurer, from claim and chart, and the way the claim goes out. */
export function SecondarySection({ item }: { item: ClaimItem; file: PatientFile }) {
  const { secondary, chart } = item.case;
  if (!secondary)
    return (
      <section className="sec">
        <h2>Secondary payer</h2>
        <p className="dim">
          {chart
            ? 'Neither the claim nor the chart names one. Add it in the chart, then read again.'
            : "The claim names none, and the chart is not read. Open the patient's chart."}
        </p>
      </section>
    );
  const policy = secondaryPolicy(item.case);
  return (
    <section className="sec">
      <h2>Secondary payer</h2>
      <Facts
        facts={[
          ['Payer', <PageText key="payer" text={secondary.name} />],
          ['Payer ID', secondary.payerId ? <PageText key="id" text={secondary.payerId} max={40} /> : undefined],
          [
            'Member ID in chart',
            <Said key="member" reading={chart ? (policy?.memberId ?? { kind: 'absent' }) : undefined} />,
          ],
          ['Covered', policy ? coverage(policy) : undefined],
          ['Takes electronic', <TakesElectronic key="takes" item={item} />],
          ['Goes out', goesOut(item)],
          ['File by', <FileBy key="file" item={item} />],
        ]}
      />
      <PayerWords payer={secondary} today={item.case.today} />
    </section>
  );
}
