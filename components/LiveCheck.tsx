import type { Finding } from '../lib/checks/check';
import { Icon, type IconName } from './Icon';
import type { ClaimItem } from './models/claims';
import { formatTime } from './models/text';
import { PageText } from './PageText';
import { ShowLink } from './ShowLink';

const LOOKS: Record<Finding['severity'], { icon: IconName; tone: string }> = {
  block: { icon: 'blocked', tone: 'stop' },
  decide: { icon: 'decide', tone: 'ask' },
  info: { icon: 'info', tone: 'info' },
};

const onForm = (finding: Finding): boolean =>
  finding.acknowledged === undefined && finding.places.some(({ page }) => page === 'claim-form');

/** The form as it stands now, checked against the case: what the PM would refuse, before Submit. */
export function LiveCheck({ item }: { item: ClaimItem }) {
  const findings = item.exam.findings.filter(onForm);
  const gaps = item.exam.unknown.flatMap(({ check, missing }) =>
    missing.filter(({ source }) => source === 'claim-form').map((one) => ({ check, ...one })),
  );
  const at = item.case.sources.formReadAt;
  return (
    <section className="sec">
      <h2>
        Before you press Submit{' '}
        <span className="count">{at === undefined ? undefined : `checked live, ${formatTime(at)}`}</span>
      </h2>
      <ul className="steplist">
        {findings.map((finding) => {
          const look = LOOKS[finding.severity];
          const place = finding.places.find(({ page }) => page === 'claim-form');
          return (
            <li key={`${finding.check} ${finding.title}`} className={`t-${look.tone}`}>
              <span className="tone">
                <Icon name={look.icon} />
              </span>
              <span>
                <PageText text={finding.title} />
                <span className="src">
                  <PageText text={finding.fix} />
                </span>
              </span>
              {place ? <ShowLink place={place}>Show</ShowLink> : <span />}
            </li>
          );
        })}
        {gaps.map((gap) => (
          <li key={`${gap.check} ${gap.what}`} className="t-unk">
            <span className="tone">
              <Icon name="unk" />
            </span>
            <span>
              <PageText text={`Not known: ${gap.what}`} />
            </span>
            {gap.place ? <ShowLink place={gap.place}>Show</ShowLink> : <span />}
          </li>
        ))}
        {findings.length === 0 && gaps.length === 0 && (
          <li className="t-ok">
            <span className="tone">
              <Icon name="tick" />
            </span>
            <span>Nothing on the form speaks against it</span>
            <span />
          </li>
        )}
      </ul>
    </section>
  );
}
