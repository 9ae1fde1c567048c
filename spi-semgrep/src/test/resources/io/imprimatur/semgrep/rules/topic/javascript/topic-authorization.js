// ruleid: imprimatur.javascript.topic-authorization
import { AbilityBuilder } from "@casl/ability";

// ruleid: imprimatur.javascript.topic-authorization
function requireRole(role) {
  return role;
}

// ok: imprimatur.javascript.topic-authorization
function authorOf(book) {
  return book.author;
}
