import { type Html, html, NOTHING } from './layout';

/** The login page, also what an expired session is answered with. */
export function loginPage(message?: string): Html {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>NextGen Office - Log In</title>
<link rel="stylesheet" type="text/css" href="/electronic/pm/css/pm.css">
</head>
<body onload="if (window.focus) document.login_form.j_username.focus()">
<div id="topBar"><span class="brand">NextGen Office</span></div>
<div id="content">
<div id="pgTitle">Log In</div>
${message ? html`<span class="errorText">${message}</span>` : NOTHING}
<form name="login_form" method="post" action="/electronic/j_security_check">
<table cellpadding="3"><tr><td class="fieldName">User Name</td><td><input type="text" name="j_username" autocomplete="off"></td></tr>
<tr><td class="fieldName">Password</td><td><input type="password" name="j_password"></td></tr>
<tr><td></td><td><input type="submit" name="LOGIN" value="Log In"></td></tr></table>
</form>
</div>
</body>
</html>`;
}
