import { useEffect, useState } from 'react';
import { AccessSection } from './AccessSection';
import { AliasSection } from './AliasSection';
import { count } from './models/text';
import { PayerAnswerSection } from './PayerAnswerSection';
import { PayersSection } from './PayersSection';
import { RulesSection } from './RulesSection';
import { Setting } from './Setting';
import type { Access, Mirror, Services, Settings } from './services';
import { ThemeSetting } from './ThemeSetting';
import { useTheme } from './use-theme';

const SWITCHES: { name: 'marks' | 'singleKeys' | 'holdSubmit'; label: string; says: string }[] = [
  {
    name: 'marks',
    label: 'Marks in Claim History',
    says: 'A colored edge and a word at the start of each claim that was checked. They are not printed.',
  },
  {
    name: 'singleKeys',
    label: 'Single keys in the panel',
    says: '1 to 4, J, K, R, S, / and ? work while the panel has the focus.',
  },
  {
    name: 'holdSubmit',
    label: 'Hold the first Submit',
    says: 'While something would be refused, the first press of Submit is held and the panel says why. The second goes through.',
  },
];

/** What is kept of this session, in numbers, and the button that forgets it. */
function Stored({ mirror, services }: { mirror: Mirror; services: Services }) {
  const [forgotten, setForgotten] = useState(false);
  const patients = Object.values(mirror.patients);
  const claims = patients.reduce((sum, file) => sum + file.claims.length, 0);
  const forget = async () => {
    await services.forgetSession();
    setForgotten(true);
  };
  return (
    <section className="sec">
      <h2>What is kept</h2>
      <p>
        {patients.length === 0
          ? 'Nothing about a patient is kept now.'
          : `${count(patients.length, 'patient')}, ${count(claims, 'claim')}, ${count(mirror.lookups.length, 'lookup')}, until you close the browser.`}
      </p>
      <p className="note">
        What the pages say stays in this browser session only. Kept longer: these options, the payer names you
        confirmed, what you said of payers and the payer lists. Nothing is sent anywhere.
      </p>
      <div className="btns gap">
        <button type="button" className="btn" onClick={(event) => event.nativeEvent.isTrusted && void forget()}>
          Forget this session
        </button>
      </div>
      <output>{forgotten ? 'The session is forgotten.' : ''}</output>
    </section>
  );
}

/** The options page. Each change is kept at once. */
export function Options({ services }: { services: Services }) {
  const [mirror, setMirror] = useState<Mirror>();
  const [access, setAccess] = useState<Access>();
  useEffect(() => services.watchMirror(setMirror), [services]);
  useEffect(() => services.watchAccess(setAccess), [services]);
  useTheme(mirror?.settings.theme);
  if (!mirror) return null;
  const save = (change: Partial<Settings>) => void services.saveSettings({ ...mirror.settings, ...change });
  return (
    <main className="page">
      <section className="sec">
        <h1>Options</h1>
      </section>
      <section className="sec">
        <h2>Look</h2>
        <ThemeSetting theme={mirror.settings.theme} onChange={(theme) => save({ theme })} />
      </section>
      <section className="sec">
        <h2>At work</h2>
        {SWITCHES.map(({ name, label, says }) => (
          <Setting
            key={name}
            label={label}
            says={says}
            on={mirror.settings[name]}
            onChange={(on) => save({ [name]: on })}
          />
        ))}
      </section>
      <RulesSection mirror={mirror} services={services} />
      <PayersSection mirror={mirror} services={services} />
      <AliasSection aliases={mirror.aliases} onRemove={(alias) => void services.forgetAlias(alias)} />
      <PayerAnswerSection answers={mirror.payers} onRemove={({ payer }) => void services.forgetPayer(payer)} />
      <AccessSection access={access} onAsk={() => void services.askAccess()} />
      <Stored mirror={mirror} services={services} />
    </main>
  );
}
