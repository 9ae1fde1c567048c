class Tokens {
    String make(Algorithm algorithm) {
        // ruleid: imprimatur.java.jwt-any-algorithm
        String one = JWT.create().withSubject("1").sign(Algorithm.none());
        // ruleid: imprimatur.java.jwt-any-algorithm
        String two = Jwts.builder().signWith(SignatureAlgorithm.NONE, key).compact();
        // ok: imprimatur.java.jwt-any-algorithm
        return JWT.create().withSubject("1").sign(algorithm);
    }
}
