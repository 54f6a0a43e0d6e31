import type { Settings } from './services';

const THEMES: [Settings['theme'], string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function ThemeSetting({
  theme,
  onChange,
}: {
  theme: Settings['theme'];
  onChange: (to: Settings['theme']) => void;
}) {
  return (
    <fieldset>
      <legend>Theme</legend>
      {THEMES.map(([value, label]) => (
        <label key={value} className="chk">
          <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => onChange(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
