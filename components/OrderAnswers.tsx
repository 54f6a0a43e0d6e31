import type { CoverageAnswers } from '../lib/claim/coverage';
import type { Given } from '../lib/order/answer';
import { Act } from './Act';
import { Icon, type IconName } from './Icon';
import {
  type Asked,
  askKey,
  givenWords,
  labelOf,
  type OrderModel,
  pageOf,
  questionOf,
  questionWords,
  saidOf,
  saidWords,
} from './models/order';
import { PageText } from './PageText';
import { ShowLink } from './ShowLink';

/** The button that opens an answer again: the focus comes back to it. */
export const changeId = (asked: Asked): string => `change ${askKey(asked)}`;

interface ChangeProps {
  asked: Asked;
  onChange: (asked: Asked) => void;
  children: string;
}

function ChangeLink({ asked, onChange, children }: ChangeProps) {
  return (
    <button type="button" className="lk" id={changeId(asked)} onClick={() => onChange(asked)}>
      {children}
      <span className="sr">: {questionWords(asked)}</span>
    </button>
  );
}

function TakeBack({ asked, patient }: { asked: Asked; patient: string }) {
  return (
    <Act
      intent={{ do: 'say-coverage', patient, asked, said: undefined }}
      look="link"
      more={`: ${questionWords(asked)}`}
    >
      Take back
    </Act>
  );
}

interface RowProps {
  tone: 'ok' | 'unk' | 'ask';
  icon: IconName;
  says: string;
  asked: Asked;
  from: string;
  children?: React.ReactNode;
}

/** An answer, the question under it, and who says so. */
function Row({ tone, icon, says, asked, from, children }: RowProps) {
  return (
    <li className={`two t-${tone}`}>
      <span className="tone">
        <Icon name={icon} />
      </span>
      <span className="any">
        {says}
        <span className="src">
          <PageText text={questionWords(asked)} />
        </span>
        <span className="src">{from}</span>
        <span className="lks">{children}</span>
      </span>
    </li>
  );
}

/** What a page says; where she said something else, both. */
function GivenRow({ given, patient, onChange }: { given: Given; patient: string; onChange: ChangeProps['onChange'] }) {
  const page = pageOf(given);
  const { said, place } = given;
  return (
    <Row
      tone={said === undefined ? 'ok' : 'ask'}
      icon={said === undefined ? 'tick' : 'decide'}
      says={givenWords(given)}
      asked={given}
      from={
        said === undefined
          ? `${page} says so`
          : `${page} says so. You said: ${labelOf(given, said)}. Neither counts until they agree.`
      }
    >
      <ShowLink place={place} />
      {said !== undefined && (
        <>
          <ChangeLink asked={given} onChange={onChange}>
            Change your answer
          </ChangeLink>
          <TakeBack asked={given} patient={patient} />
        </>
      )}
    </Row>
  );
}

interface OrderAnswersProps {
  model: OrderModel;
  coverage: CoverageAnswers | undefined;
  patient: string;
  onChange: (asked: Asked) => void;
}

/** What pages say, what she said, and what she does not know with whom to ask; each can be changed. */
export function OrderAnswers({ model, coverage, patient, onChange }: OrderAnswersProps) {
  const { given, said, unsure } = model;
  if (given.length + said.length + unsure.length === 0) return null;
  return (
    <ul className="steplist inset gap">
      {given.map((one) => (
        <GivenRow key={`${askKey(one)} ${one.place.path}`} given={one} patient={patient} onChange={onChange} />
      ))}
      {said.map((asked) => (
        <Row
          key={askKey(asked)}
          tone="ok"
          icon="tick"
          says={saidWords(asked, saidOf(coverage, asked))}
          asked={asked}
          from="You said so"
        >
          <ChangeLink asked={asked} onChange={onChange}>
            Change
          </ChangeLink>
          <TakeBack asked={asked} patient={patient} />
        </Row>
      ))}
      {unsure.map((asked) => (
        <Row
          key={askKey(asked)}
          tone="unk"
          icon="unk"
          says="You do not know"
          asked={asked}
          from={questionOf(asked).ask}
        >
          <ChangeLink asked={asked} onChange={onChange}>
            Answer
          </ChangeLink>
        </Row>
      ))}
    </ul>
  );
}
