// ruleid: imprimatur.javascript.jwt-expiry-unchecked
const one: Claims = jwt.verify(token, key, { algorithms: ["RS256"], ignoreExpiration: true }) as Claims;

export class Strategy extends PassportStrategy(Base) {
  constructor() {
    // ruleid: imprimatur.javascript.jwt-expiry-unchecked
    super({ jwtFromRequest: fromHeader(), ignoreExpiration: true, secretOrKey: key });
  }
}

// ok: imprimatur.javascript.jwt-expiry-unchecked
const two: Claims = jwt.verify(token, key, { algorithms: ["RS256"], ignoreExpiration: false }) as Claims;
