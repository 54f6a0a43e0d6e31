import { useId } from 'react';

interface SettingProps {
  label: string;
  says: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** One switch of the options page. */
export function Setting({ label, says, on, onChange }: SettingProps) {
  const id = useId();
  return (
    <div className="setting">
      <label className="chk">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <p id={id} className="note">
        {says}
      </p>
    </div>
  );
}
