/** A PM by the name that billers know, and where its pages are. */
export interface PmSite {
  name: string;
  /** Hosts as the browser's match patterns write them. */
  hosts: string[];
}

export const NEXTGEN_OFFICE_SITE: PmSite = {
  name: 'NextGen Office',
  hosts: ['*.healthfusionclaims.com'], // [WEB]
};

/** The PMs that the product has a profile for: their names and hosts alone, without what their pages look like. */
export const PM_SITES: readonly PmSite[] = [NEXTGEN_OFFICE_SITE];
