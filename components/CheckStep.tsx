import { Answered } from './Answered';
import { ChecksPassed } from './ChecksPassed';
import type { ClaimProps } from './ClaimView';
import { usePanelState } from './context';
import { FindingCard } from './FindingCard';
import { Fold } from './Fold';
import { GapCard } from './GapCard';
import { HeldStrip } from './HeldStrip';
import { LinesSection } from './LinesSection';
import { MoneySection } from './MoneySection';
import { MoreOf } from './MoreOf';
import { checkModel } from './models/check';
import { GROUP_LOOKS, groupOf } from './models/claims';
import { formFrame } from './models/frames';
import { nextOfCheck } from './models/next';
import { NextBar } from './NextBar';
import { OrderCard } from './OrderCard';
import { OrderSection } from './OrderSection';
import { QuestionCard } from './QuestionCard';
import { RemittanceSection } from './RemittanceSection';
import { SecondarySection } from './SecondarySection';
import { Strips } from './Strips';
import { UnreadCard } from './UnreadCard';
import { VerdictBand } from './VerdictBand';
import { WhatWasRead } from './WhatWasRead';

/** Step 1: the verdict, what is behind it, and where the money went. */
export function CheckStep({ item, items, file, tab }: ClaimProps) {
  const model = checkModel(item);
  const look = GROUP_LOOKS[groupOf(item.exam)];
  const { verdict } = item.exam;
  const answers = file.answers[item.id];
  const unsure = usePanelState((state) => state.unsure);
  const formOpen = formFrame(tab, file, item.id) !== undefined;
  const card = (finding: (typeof model.blocks)[number], first: boolean) => (
    <FindingCard
      key={`${finding.check} ${finding.title}`}
      finding={finding}
      claim={item.id}
      answers={answers}
      first={first}
      verdict={verdict}
      compare={item.case.remittance !== undefined}
    />
  );
  return (
    <>
      <main>
        <Strips />
        <HeldStrip item={item} file={file} tab={tab} />
        <VerdictBand tone={look.tone} icon={look.icon} headline={verdict.headline}>
          <p>{verdict.why}</p>
        </VerdictBand>
        {model.blocks.map((finding) => card(finding, false))}
        <MoreOf show={8}>{model.decisions.map((finding, i) => card(finding, i === 0))}</MoreOf>
        {model.questions.map((unknown, i) => (
          <QuestionCard
            key={unknown.check}
            unknown={unknown}
            claim={item.id}
            answers={answers}
            first={i === 0 && model.decisions.length === 0}
          />
        ))}
        <OrderCard item={item} file={file} first={model.decisions.length === 0 && model.questions.length === 0} />
        {model.unread.map(({ source, waiting }) => (
          <UnreadCard key={source} item={item} source={source} waiting={waiting} />
        ))}
        <MoreOf show={8}>
          {model.gaps.map(({ unknown, missing }) => (
            <GapCard key={`${unknown.check} ${missing.what}`} unknown={unknown} missing={missing} />
          ))}
        </MoreOf>
        {model.info.length > 0 && (
          <Fold title="Good to know" count={model.info.length}>
            <div className="bleed">{model.info.map((finding) => card(finding, false))}</div>
          </Fold>
        )}
        {model.answered.length > 0 && <Answered findings={model.answered} claim={item.id} />}
        <MoneySection item={item} />
        <LinesSection item={item} hits={model.blocks.flatMap(({ lines }) => lines)} />
        <RemittanceSection item={item} />
        <SecondarySection item={item} file={file} />
        <OrderSection item={item} file={file} />
        <ChecksPassed exam={item.exam} />
        <WhatWasRead item={item} />
      </main>
      <NextBar next={nextOfCheck(item, items, { formOpen, patient: file.key, unsure })} />
    </>
  );
}
