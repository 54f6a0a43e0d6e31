import { Icon } from './Icon';
import { type Group, type GroupKey, isFolded } from './models/claims';

interface ToolsProps {
  query: string;
  onQuery: (query: string) => void;
  groups: Group[];
  chip: GroupKey | 'all';
  onChip: (chip: GroupKey | 'all') => void;
  all: number;
}

/** Search and chips with counts, from 21 claims on. */
export function ListTools({ query, onQuery, groups, chip, onChip, all }: ToolsProps) {
  return (
    <div className="tools">
      <div className="search">
        <Icon name="look" />
        <label className="sr" htmlFor="search">
          Search these claims
        </label>
        <input
          id="search"
          className="field"
          type="search"
          placeholder="Date, payer, claim, amount"
          maxLength={80}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
      </div>
      <fieldset className="chips">
        <legend className="sr">Show only</legend>
        {groups
          .filter(({ key }) => !isFolded(key))
          .map(({ key, look, items }) => (
            <button
              key={key}
              type="button"
              className={`chip t-${look.tone}`}
              aria-pressed={chip === key}
              onClick={() => onChip(chip === key ? 'all' : key)}
            >
              <Icon name={look.icon} />
              {look.short} {items.length}
            </button>
          ))}
        <button type="button" className="chip" aria-pressed={chip === 'all'} onClick={() => onChip('all')}>
          All {all}
        </button>
      </fieldset>
    </div>
  );
}
