import { DoneNote } from './DoneNote';
import { Setting } from './Setting';
import type { Services, Settings } from './services';
import { ThemeSetting } from './ThemeSetting';
import { useDone } from './use-done';

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

const THEMES: Record<Settings['theme'], string> = { system: 'as the system', light: 'light', dark: 'dark' };

interface PanelSectionProps {
  settings: Settings;
  services: Pick<Services, 'saveSettings'>;
}

/** How the panel looks and works. Each change is kept at once, and said to be. */
export function PanelSection({ settings, services }: PanelSectionProps) {
  const { done, say, undo } = useDone();
  const save = async (change: Partial<Settings>, says: string) => {
    await services.saveSettings({ ...settings, ...change });
    say(`Saved: ${says}.`);
  };
  return (
    <section className="sec" aria-labelledby="panel">
      <h2 id="panel" tabIndex={-1}>
        Panel
      </h2>
      <ThemeSetting theme={settings.theme} onChange={(theme) => void save({ theme }, `theme ${THEMES[theme]}`)} />
      <div className="gap">
        {SWITCHES.map(({ name, label, says }) => (
          <Setting
            key={name}
            label={label}
            says={says}
            on={settings[name]}
            onChange={(on) => void save({ [name]: on }, `${label} ${on ? 'on' : 'off'}`)}
          />
        ))}
      </div>
      <DoneNote done={done} onUndo={undo} />
    </section>
  );
}
