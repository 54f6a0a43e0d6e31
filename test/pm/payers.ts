import type { Payer, PayerKind } from './truth';

const row = (id: number, name: string, ediId: string, kind: PayerKind, electronicSecondary = true): Payer => ({
  id: String(id),
  ediId,
  name,
  kind,
  electronicSecondary,
  address: `PO BOX ${14000 + id}, EL PASO TX 79998`,
});

/** The practice's payer list: fictional terms, real-looking names, several of them nearly alike. */
export const PAYERS: readonly Payer[] = [
  row(201, 'AETNA', '60054', 'commercial'),
  row(202, 'AETNA BETTER HEALTH', '38692', 'medicaid'),
  row(203, 'AETNA SENIOR SUPPLEMENTAL', '62118', 'medigap'),
  row(204, 'AARP MEDICARE SUPPLEMENT', '36273', 'medigap'),
  row(205, 'ALLEGIANCE BENEFIT PLAN', '81040', 'commercial', false),
  row(206, 'BCBS OF TENNESSEE', '00390', 'blue'),
  row(207, 'BCBS TX FEP', '84980F', 'blue'),
  row(208, 'BLUE CROSS BLUE SHIELD OF TENNESSEE', '00391', 'blue'),
  row(209, 'BLUE CROSS BLUE SHIELD OF TEXAS', '84980', 'blue'),
  row(210, 'BLUE CROSS BLUE SHIELD OF OKLAHOMA', '00840', 'blue'),
  row(211, 'BLUE SHIELD OF CALIFORNIA', '94036', 'blue'),
  row(212, 'CIGNA', '62308', 'commercial'),
  row(213, 'CIGNA BEHAVIORAL HEALTH', 'MCCBV', 'commercial'),
  row(214, 'DMERC REGION C', '18003', 'medicare', false),
  row(215, 'FIRST HEALTH NETWORK', '73159', 'commercial', false),
  row(216, 'HUMANA', '61101', 'commercial'),
  row(217, 'HUMANA GOLD PLUS', '61102', 'commercial'),
  row(218, 'LONE STAR TEAMSTERS FUND', '', 'commercial', false),
  row(219, 'MEDICAID OF TEXAS', '86916', 'medicaid'),
  row(220, 'MEDICARE PART B TEXAS', '04412', 'medicare'),
  row(221, 'MUTUAL OF OMAHA', '71412', 'medigap'),
  row(222, 'TRICARE EAST', 'TREST', 'tricare'),
  row(223, 'UNITED HEALTHCARE', '87726', 'commercial'),
  row(224, 'UNITED HEALTH CARE COMMUNITY PLAN', '87727', 'medicaid'),
  row(225, 'UNITEDHEALTHCARE SHARED SERVICES', '39026', 'commercial'),
  row(226, 'UMR', '39027', 'commercial'),
];

/** The payers by what the scenes need of them. */
export const PAYER = {
  aetna: '201',
  aarp: '204',
  paperOnly: '205',
  bcbsTexas: '209',
  cigna: '212',
  dmerc: '214',
  humana: '216',
  teamsters: '218',
  medicaid: '219',
  medicare: '220',
  omaha: '221',
  united: '223',
} as const;
