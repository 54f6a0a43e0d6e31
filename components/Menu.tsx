import { type KeyboardEvent, useRef } from 'react';
import { useAct } from './context';
import { Icon } from './Icon';
import type { Intent } from './intent';

const ITEMS: { label: string; intent: Intent }[] = [
  { label: 'Remittances', intent: { do: 'remittances' } },
  { label: 'Lookups', intent: { do: 'lookups' } },
  { label: 'Rule book', intent: { do: 'rules' } },
  { label: 'Record of this session', intent: { do: 'record' } },
  { label: 'Options', intent: { do: 'options' } },
  { label: 'Keyboard shortcuts', intent: { do: 'shortcuts' } },
  { label: 'Forget this session', intent: { do: 'forget' } },
  { label: 'About', intent: { do: 'about' } },
];

const MOVES: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
  const move = MOVES[event.key];
  if (!move) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[move(at, items.length - 1)]?.focus();
};

/** The ⋯ menu. The browser's own popover: closes on Esc and on a press elsewhere, and gives the focus back. */
export function Menu() {
  const act = useAct();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className="ib" aria-label="More" title="More" aria-haspopup="menu" popoverTarget="more">
        <Icon name="more" />
      </button>
      <div
        id="more"
        ref={menu}
        className="menu"
        popover="auto"
        role="menu"
        aria-label="More"
        tabIndex={-1}
        onKeyDown={moveFocus}
        onToggle={(event) => {
          if (event.newState === 'open') menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
        }}
      >
        {ITEMS.map(({ label, intent }) => (
          <button
            key={label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={(event) => {
              if (!event.nativeEvent.isTrusted) return;
              menu.current?.hidePopover();
              act(intent);
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
