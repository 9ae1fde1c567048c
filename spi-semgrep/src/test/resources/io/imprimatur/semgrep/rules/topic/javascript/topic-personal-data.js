// ruleid: imprimatur.javascript.topic-personal-data
import { parsePhoneNumber } from "libphonenumber-js";

// ruleid: imprimatur.javascript.topic-personal-data
const person = { dateOfBirth: "1970-01-01" };
// ok: imprimatur.javascript.topic-personal-data
const item = { dateOfSale: "1970-01-01" };
