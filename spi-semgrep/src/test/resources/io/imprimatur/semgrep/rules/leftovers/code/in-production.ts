export function check(token: string): boolean {
  // ruleid: imprimatur.code.in-production
  // Not suitable for production.
  // ruleid: imprimatur.code.in-production
  // For real-world use, replace this with a vault.
  // ok: imprimatur.code.in-production
  // Checked against the production list.
  return token.length > 0;
}
