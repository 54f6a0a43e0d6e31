import { html, raw } from 'hono/html';
import { usDate } from '../format';
import { fullName, type Patient, PRACTICE } from '../truth';

/** A piece of a page: hono's escaped string. */
export type Html = ReturnType<typeof html>;
export { html, raw };

export const NOTHING: Html = html``;

/** The name, chart number and birth day over every page of one patient. */
export function patientStrip(patient: Patient): Html {
  const p = patient.person;
  return html`<div id="patientInfo"><table cellpadding="0" cellspacing="0"><tr>
<td><b>Patient:</b> <a href="javascript:goto_patient_chart('${patient.id}')">${fullName(p)}</a></td>
<td><b>Chart:</b> ${patient.chart}</td>
<td><b>DOB:</b> ${usDate(p.dob)}</td>
<td><b>Sex:</b> ${p.sex}</td>
</tr></table></div>`;
}

export interface PageParts {
  title: string;
  patient?: Patient | undefined;
  body: Html;
}

/** One whole page of the PM. */
export function page({ title, patient, body }: PageParts): Html {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>NextGen Office - ${title}</title>
<link rel="stylesheet" type="text/css" href="/electronic/pm/css/pm.css">
<script type="text/javascript" src="/electronic/pm/js/pm.js"></script>
</head>
<body>
<div id="topBar"><table width="100%" cellpadding="0" cellspacing="0"><tr>
<td class="brand">NextGen Office</td><td align="center">${PRACTICE.name}</td>
<td align="right">biller | <a href="/electronic/pm/action.do?ACTION_NAME=LOGOUT">Log Out</a></td>
</tr></table></div>
<div id="menuBar"><a href="/electronic/pm/pm_dashboard.jsp">Home</a><a href="/electronic/pm/pm_dashboard.jsp">Patients</a></div>
<form name="nav_form" method="post" action="/electronic/pm/action.do"><input type="hidden" name="ACTION_NAME" value=""></form>
<div id="content">
<div id="pgTitle">${title}</div>
${patient ? patientStrip(patient) : NOTHING}
${body}
</div>
<div id="footer">Practice of a stand-in: every patient and payer answer here is fictional.</div>
</body>
</html>`;
}

/** The row classes of alternating rows. */
export const stripe = (index: number) => (index % 2 === 0 ? 'datacell' : 'datacell2');

/** A refusal: the messages at the top of the page. */
export function errorBox(messages: readonly { text: string; warning?: boolean }[]): Html {
  if (messages.length === 0) return NOTHING;
  return html`<div id="errorMessage">${messages.map(
    (m) => html`<span class="${m.warning ? 'warnText' : 'errorText'}">${m.text}</span>`,
  )}</div>`;
}

/** A small two-column table of names and values. */
export function fieldTable(rows: readonly (readonly [string, unknown])[], columns = 3): Html {
  const groups: (readonly [string, unknown])[][] = [];
  rows.forEach((row, i) => {
    if (i % columns === 0) groups.push([]);
    groups.at(-1)?.push(row);
  });
  return html`<table cellpadding="2" cellspacing="0" style="margin-bottom:8px">${groups.map(
    (group) =>
      html`<tr>${group.map(
        ([name, value]) => html`<td class="fieldName">${name}:</td><td style="padding-right:24px">${value}</td>`,
      )}</tr>`,
  )}</table>`;
}
