export class Sessions {
  // ruleid: imprimatur.javascript.random-for-secret
  private sessionId: string = Math.random().toString(36);

  generatePassword(): string {
    // ruleid: imprimatur.javascript.random-for-secret
    return Math.random().toString(36);
  }

  colour(): number {
    // ok: imprimatur.javascript.random-for-secret
    return Math.random() * 255;
  }
}
