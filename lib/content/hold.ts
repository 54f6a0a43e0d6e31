/** The first press of Submit is held while there are reasons to; the second goes through. */
export interface Hold {
  /** Reasons to hold the next press; none where the setting is off or nothing blocks. */
  setReasons(reasons: readonly string[]): void;
}

interface HoldEnv {
  window: Window;
  /** The control that sends the form, where the page has one. */
  submit: () => Element | undefined;
  /** Told of each press of Submit, once. */
  pressed: (held: boolean) => void;
  signal: AbortSignal;
}

const formOf = (element: Element | undefined): Element | null => element?.closest('form') ?? null;

/**
 * Watches the form's Submit. A press by the biller (a trusted event) is held once for each new reason;
 * what a script of the page sends is let through. Nothing is ever sent by this.
 */
export const holdSubmit = ({ window, submit, pressed, signal }: HoldEnv): Hold => {
  let reasons: readonly string[] = [];
  const shown = new Set<string>();
  /** The click of this very press was let through: the submit event that follows belongs to it. */
  let passing = false;

  const onPress = (event: Event): void => {
    const button = submit();
    const target = event.target instanceof Element ? event.target : undefined;
    if (!button || !target) return;
    const meant = event.type === 'click' ? button.contains(target) : formOf(button) === target;
    if (!meant || (event.type === 'submit' && (passing || !sentBy(event, button)))) return;
    const held = event.isTrusted && reasons.some((reason) => !shown.has(reason));
    if (held) {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const reason of reasons) shown.add(reason);
    } else if (event.type === 'click') {
      passing = true;
      setTimeout(() => {
        passing = false;
      });
    }
    pressed(held);
  };

  for (const type of ['click', 'submit']) window.addEventListener(type, onPress, { capture: true, signal });
  return {
    setReasons(next) {
      reasons = next;
    },
  };
};

/** A form with several buttons (Search, Cancel) is sent by others too. */
const sentBy = (event: Event, button: Element): boolean => {
  const submitter = event instanceof SubmitEvent ? event.submitter : null;
  return submitter === null || submitter === button;
};
