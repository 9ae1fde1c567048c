export function names(line: string): string[] {
  const parts: string[] = line.split(",");
  // ruleid: imprimatur.javascript.imagined-array-method
  return parts.unique();
}

export function first(line: string): string | undefined {
  // ok: imprimatur.javascript.imagined-array-method
  return line.split(",").at(0);
}
