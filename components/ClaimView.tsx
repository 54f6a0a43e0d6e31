import type { PatientFile, TabView } from '../lib/session/session';
import { CheckStep } from './CheckStep';
import { usePanelState } from './context';
import { FillStep } from './FillStep';
import { Header } from './Header';
import { Icon } from './Icon';
import type { Next, Step } from './intent';
import { isFormOnly } from './models/check';
import { type ClaimItem, GROUP_LOOKS, groupOf } from './models/claims';
import { formFrame } from './models/frames';
import { patientName } from './models/patient';
import { shown } from './models/text';
import { PayerStep } from './PayerStep';
import { type StepSign, Steps } from './Steps';
import { SubmitStep } from './SubmitStep';

export interface ClaimProps {
  item: ClaimItem;
  items: ClaimItem[];
  file: PatientFile;
  tab: TabView | undefined;
}

export interface StepProps extends ClaimProps {
  /** The step draws its own bar at the bottom; the frame only knows where it belongs. */
  bar: (next: Next) => React.ReactNode;
}

const done = (says: string): StepSign => ({ icon: 'ready', tone: 'ok', says });

type HeadProps = Omit<ClaimProps, 'items'> & { at: Step };

const signsOf = ({ item, file, tab }: Omit<ClaimProps, 'items'>): Partial<Record<Step, StepSign>> => {
  const look = GROUP_LOOKS[groupOf(item.exam)];
  const outcome = file.outcomes[item.id];
  const journal = file.journals[item.id];
  const member = formFrame(tab, file, item.id)?.form?.boxes.find(({ box }) => box === '1a');
  return {
    check: isFormOnly(item.exam) ? done('Ready to fill') : { icon: look.icon, tone: look.tone, says: look.name },
    ...((file.picked[item.id] || member?.value) && { payer: done('Done') }),
    ...(journal &&
      !journal.undone &&
      journal.results.some(({ status }) => status === 'filled') && { fill: done('Filled') }),
    ...(outcome?.kind === 'accepted' && { submit: done('Accepted') }),
    ...(outcome?.kind === 'refused' && {
      submit: { icon: 'blocked', tone: 'stop', says: 'Refused' } satisfies StepSign,
    }),
  };
};

/** The two payers of a claim on one line. */
function Payers({ item }: { item: ClaimItem }) {
  const secondary = item.secondary ?? 'no secondary on file';
  return (
    <span className="pay">
      <bdi title={item.primary}>{item.primary}</bdi>
      <span className="sr">then</span>
      <Icon name="arrow" className="i ar" />
      <bdi title={secondary}>{secondary}</bdi>
    </span>
  );
}

const STEP_VIEWS = { check: CheckStep, payer: PayerStep, fill: FillStep, submit: SubmitStep };

/** Which claim it is, whose, and its four steps. */
export function ClaimHeader({ at, ...claim }: HeadProps) {
  const { item, file, tab } = claim;
  const number = shown(item.id, 40);
  return (
    <Header
      title={
        item.dos ? (
          <>
            {item.title} <span className="claimno any">· claim {number}</span>
          </>
        ) : (
          item.title
        )
      }
      sub={<Payers item={item} />}
      back={{ to: patientName(file.strip), intent: { do: 'list' } }}
      reread={tab !== undefined}
    >
      <Steps at={at} signs={signsOf(claim)} />
    </Header>
  );
}

/** One claim in four steps. */
export function ClaimView(props: ClaimProps) {
  const { item } = props;
  const step = usePanelState(({ view }) => (view.at === 'claim' ? view.step : 'check'));
  const View = STEP_VIEWS[step];
  return (
    <div className="panel">
      <ClaimHeader {...props} at={step} />
      <View key={`${item.id} ${step}`} {...props} />
    </div>
  );
}
