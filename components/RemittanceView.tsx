import { useRef } from 'react';
import type { PatientFile, TabView } from '../lib/session/session';
import { AnswersSection } from './AnswersSection';
import { ClaimHeader } from './ClaimView';
import { CompareTable } from './CompareTable';
import { CrossoverFold } from './CrossoverFold';
import { usePanelState } from './context';
import { EraCandidates } from './EraCandidates';
import { FixSection } from './FixSection';
import { MatchByHand } from './MatchByHand';
import type { ClaimItem } from './models/claims';
import { nextOfRemittance, remittanceModel } from './models/remittance';
import { count } from './models/text';
import { NextBar } from './NextBar';
import { RecoupmentSection } from './RecoupmentSection';
import { RemarksFold } from './RemarksFold';
import { RemittanceFacts } from './RemittanceFacts';
import { RemittanceProblems } from './RemittanceProblems';
import { Strips } from './Strips';
import { Unkept } from './Unkept';
import { useKeptFocus } from './use-kept-focus';
import { VerdictBand } from './VerdictBand';
import { Whole } from './Whole';

interface ViewProps {
  item: ClaimItem;
  file: PatientFile;
  tab: TabView | undefined;
}

/** One claim beside its remittance: what the payer said, what was posted, and what to mend. */
export function RemittanceView({ item, file, tab }: ViewProps) {
  const model = remittanceModel(item.case);
  const isLoaded = usePanelState(({ files }) => files.length > 0);
  const isUnkept = usePanelState(({ unkept }) => unkept.has(item.id));
  const candidates = usePanelState((state) => state.candidates[item.id]) ?? [];
  const view = useRef<HTMLDivElement>(null);
  useKeptFocus(view);
  return (
    <div className="panel" ref={view}>
      <ClaimHeader item={item} file={file} tab={tab} at="check" />
      <main>
        <Strips />
        {isUnkept && (
          <section className="sec">
            <h2 className="sr">Not kept</h2>
            <Unkept claim={item.id} />
          </section>
        )}
        {model ? (
          <>
            <VerdictBand tone={model.band.tone} icon={model.band.icon} headline={model.band.headline}>
              <p>{model.band.why}</p>
            </VerdictBand>
            <RemittanceFacts model={model} />
            {model.comparison && <CompareTable comparison={model.comparison} />}
            <FixSection model={model} />
            <RecoupmentSection found={model.recoupments} />
            <MatchByHand item={item} model={model} />
            <AnswersSection item={item} model={model} />
            <EraCandidates item={item} candidates={candidates} />
            <CrossoverFold model={model} />
            <RemarksFold model={model} />
            <RemittanceProblems model={model} />
          </>
        ) : (
          <>
            {candidates.length > 0 ? (
              <VerdictBand
                tone="ask"
                icon="decide"
                headline={`${count(candidates.length, 'claim')} of the files may be this one`}
              >
                <p>Nothing tells for sure. Hold them against the page and choose.</p>
              </VerdictBand>
            ) : (
              <Whole icon="page" title={isLoaded ? 'Not in the files' : 'No remittance loaded'}>
                <p className="dim">
                  {isLoaded
                    ? 'No claim of the files is this one for sure. Look for it in Remittances, or drop another file.'
                    : "Drop the primary's 835 file here. It stays in memory and is not sent anywhere."}
                </p>
              </Whole>
            )}
            <EraCandidates item={item} candidates={candidates} />
          </>
        )}
      </main>
      <NextBar next={nextOfRemittance(item, model, candidates.length)} />
    </div>
  );
}
