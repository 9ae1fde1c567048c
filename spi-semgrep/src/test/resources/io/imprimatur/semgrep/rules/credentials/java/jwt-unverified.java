class Tokens {
    String userOf(String token) {
        // ruleid: imprimatur.java.jwt-unverified
        return JWT.decode(token).getSubject();
    }

    Claims claims(String token) {
        // ruleid: imprimatur.java.jwt-unverified
        return Jwts.parser().build().parseUnsecuredClaims(token).getPayload();
    }

    String checkedUserOf(String token, Algorithm algorithm) {
        // ok: imprimatur.java.jwt-unverified
        return JWT.require(algorithm).build().verify(token).getSubject();
    }

    Claims checkedClaims(String token, PublicKey key) {
        // ok: imprimatur.java.jwt-unverified
        return Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload();
    }
}
