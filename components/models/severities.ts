import type { Severity } from '../../lib/checks/check';
import { SEVERITY_NAMES } from '../../lib/checks/rule-book';
import type { IconName } from '../Icon';

/** How a severity looks, and what it says. */
export const SEVERITIES: Readonly<Record<Severity, { says: string; icon: IconName; tone: string }>> = {
  block: { says: SEVERITY_NAMES.block, icon: 'blocked', tone: 'stop' },
  decide: { says: SEVERITY_NAMES.decide, icon: 'decide', tone: 'ask' },
  info: { says: SEVERITY_NAMES.info, icon: 'info', tone: 'info' },
};
