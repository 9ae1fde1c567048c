// ruleid: imprimatur.javascript.imagined-date-method
const label = new Date().format("yyyy-MM-dd");
const due = new Date();
// ruleid: imprimatur.javascript.imagined-date-method
due.addDays(3);
// ruleid: imprimatur.javascript.imagined-date-method
const now = Date.today();
// ok: imprimatur.javascript.imagined-date-method
const text = due.toISOString();
// ok: imprimatur.javascript.imagined-date-method
const later = dayjs(due).add(3, "day");
