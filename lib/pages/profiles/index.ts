import type { Profile } from '../profile';
import { nextgenOffice } from './nextgen-office';

/** Every practice-management system that the product reads. */
export const profiles: readonly Profile[] = [nextgenOffice];
