/** Programs that run what they are given, as alternatives of a pattern. */
export const SHELL =
  '(?:ba|z|da|k|c|fi|a)?sh|python[23]?(?:\\.\\d+)?|perl|ruby|node|deno|bun|php|lua|pwsh|powershell|iex|invoke-expression|osascript|source|sudo|xargs|tclsh|cmd';
/** Programs that fetch from a host. */
export const FETCH =
  'curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod|fetch|aria2c|http|lynx|ncat|nc|certutil|bitsadmin|lwp-request|scp|ftp';
