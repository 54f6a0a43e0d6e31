import { useEffect, useState } from 'react';
import type { KeptMapping } from '../lib/payers/columns';
import { NO_POLICY } from '../lib/policy/policy';
import { DEFAULT_SETTINGS } from '../lib/storage';
import { Confirm } from './Confirm';
import { DoneNote } from './DoneNote';
import { keptOfSession } from './models/kept';
import { capital, count } from './models/text';
import type { Mirror, Services } from './services';
import { type Done, useDone } from './use-done';

interface PrivacySectionProps {
  mirror: Mirror;
  services: Services;
}

const NEVER = [
  'Nothing is sent anywhere. The panel has no server, and talks to none but the pages of your PM.',
  'No patient is ever written to the disk, put in an address, or sent between your devices.',
  'Remittance files are read where they are. They are gone when you close the panel; what they say of the open patients stays for the session.',
  'Files come into being only when you export them yourself: payer lists and your policy hold no patient, the record of the session and a printed EOB do.',
];

/** What is kept of patients, and how it goes away. */
function Session({ mirror, services }: PrivacySectionProps) {
  const { done, say, undo } = useDone();
  const kept = keptOfSession(mirror);
  const here = kept.filter(({ none }) => !none);
  const forget = async () => {
    await services.forgetSession();
    say('The session is forgotten.');
  };
  return (
    <>
      <h3>Until you close the browser</h3>
      <p className="note">
        In the browser's memory, never on the disk. It also goes when the extension is updated, or when you take its
        permission back.
      </p>
      {here.length === 0 ? (
        <p className="gap">Nothing about a patient is kept now.</p>
      ) : (
        <ul className="pairs inset">
          {here.map(({ what, how }) => (
            <li key={what}>
              <span>{what}</span>
              <span className="dim">{how}</span>
            </li>
          ))}
        </ul>
      )}
      {here.length > 0 && (
        <div className="btns gap">
          <Confirm
            label="Forget this session"
            question={`Forget ${here.map(({ how }) => how).join(', ')}? The pages can be read again; what you answered and the record cannot.`}
            does="Forget all of it"
            onConfirm={() => void forget()}
          />
        </div>
      )}
      <DoneNote done={done} onUndo={undo} />
    </>
  );
}

/** One kind of thing that is kept beyond the session: how much, and how it is forgotten and put back. */
interface Lasting {
  what: string;
  how: string;
  none: boolean;
  forget: () => Promise<void>;
  undo: NonNullable<Done['undo']>;
}

const each = async <T,>(all: readonly T[], act: (one: T, i: number) => Promise<unknown>): Promise<void> => {
  for (const [i, one] of all.entries()) await act(one, i);
};

const lastingOf = ({ mirror, services }: PrivacySectionProps, mappings: readonly KeptMapping[]): Lasting[] => {
  const { settings, payerLists: lists, payerLimits, aliases, payers, policy } = mirror;
  const { payerLists } = services;
  const { own } = policy;
  const rules = Object.keys(own.checks).length + Object.keys(own.margins).length;
  const listed = lists.reduce((sum, list) => sum + list.entries.length, 0);
  const isDefault = JSON.stringify(settings) === JSON.stringify(DEFAULT_SETTINGS);
  return [
    {
      what: 'Settings of the panel',
      how: isDefault ? 'as they came' : 'changed by you',
      none: isDefault,
      forget: () => services.saveSettings(DEFAULT_SETTINGS),
      undo: () => services.saveSettings(settings),
    },
    {
      what: 'Payer lists',
      how: `${count(lists.length, 'list')}, ${count(listed, 'payer')}`,
      none: lists.length === 0,
      forget: () => each(lists, ({ id }) => payerLists.remove(id)),
      undo: () => each(lists, (list, at) => payerLists.restore(list, at)),
    },
    {
      what: 'Columns you chose for lists',
      how: count(mappings.length, 'kind of file', 'kinds of file'),
      none: mappings.length === 0,
      forget: () => payerLists.setMappings([]),
      undo: () => payerLists.setMappings(mappings),
    },
    {
      what: 'Times to file you entered',
      how: count(payerLimits.length, 'payer'),
      none: payerLimits.length === 0,
      forget: () => each(payerLimits, ({ payer }) => payerLists.removeLimit(payer)),
      undo: () => each(payerLimits, (limit) => payerLists.addLimit(limit)),
    },
    {
      what: 'Payer names you confirmed',
      how: count(aliases.length, 'name'),
      none: aliases.length === 0,
      forget: () => each(aliases, (alias) => services.forgetAlias(alias)),
      undo: () => each(aliases, (alias) => services.confirmAlias(alias)),
    },
    {
      what: 'What you said of payers',
      how: count(payers.length, 'payer'),
      none: payers.length === 0,
      forget: () => each(payers, ({ payer }) => services.forgetPayer(payer)),
      undo: () => payerLists.restoreAnswers(payers),
    },
    {
      what: 'Rules you changed',
      how: count(rules, 'change'),
      none: rules === 0,
      forget: () => services.savePolicy(NO_POLICY),
      undo: () => services.savePolicy(own),
    },
  ];
};

/** What is kept on this computer: no patient in it. */
function OnThisComputer({ mirror, services }: PrivacySectionProps) {
  const { done, say, undo } = useDone();
  const [mappings, setMappings] = useState<readonly KeptMapping[]>([]);
  const { payerLists } = services;
  // Columns are remembered with an import: that changes the lists.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is when they may have changed
  useEffect(() => void payerLists.mappings().then(setMappings), [payerLists, mirror.payerLists, done]);
  const forget = async (one: Lasting) => {
    await one.forget();
    say(`Forgotten: ${one.what}.`, one.undo);
  };
  return (
    <>
      <h3 className="gap">On this computer, until you forget it</h3>
      <p className="note">
        In this profile of the browser. No patient is in it. It goes when you remove the extension.
      </p>
      <ul className="pairs inset">
        {lastingOf({ mirror, services }, mappings).map((one) => (
          <li key={one.what}>
            <span>
              {one.what}
              <span className="src">{capital(one.how)}</span>
            </span>
            {!one.none && (
              <button type="button" className="lk" onClick={(event) => event.nativeEvent.isTrusted && void forget(one)}>
                Forget<span className="sr">: {one.what}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <DoneNote done={done} onUndo={undo} />
    </>
  );
}

/** What is kept, where and for how long; how to forget it; what never leaves the browser. */
export function PrivacySection(props: PrivacySectionProps) {
  return (
    <section className="sec" aria-labelledby="privacy">
      <h2 id="privacy" tabIndex={-1}>
        Privacy
      </h2>
      <Session {...props} />
      <OnThisComputer {...props} />
      <h3 className="gap">What never leaves this browser</h3>
      <ul className="dots">
        {NEVER.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
