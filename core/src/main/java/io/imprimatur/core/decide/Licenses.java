package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Licence expressions by SPDX 2.3, Annex D: {@code AND} binds closer than {@code OR}, {@code WITH} closer than both. Of
 * {@code A OR B} one may choose, of {@code A AND B} one has both. Operators are read without regard to case, as SPDX 3 has
 * them and as they are written.
 */
final class Licenses {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*([()]|(?i:DocumentRef)-[A-Za-z0-9.-]+:(?i:LicenseRef)-[A-Za-z0-9.-]+|[A-Za-z0-9.-]+\\+?)");
    private static final int MOST_DEPTH = 50;

    private final String text;
    private final LicenseTest test;
    private int position;
    private Optional<String> token;
    private boolean broken;

    private Licenses(String text, LicenseTest test) {
        this.text = text;
        this.test = test;
        token = next();
    }

    /** Whether a licence is one that the test asks for; unknown where it names none that can be read. */
    static Truth meets(LicenseTest test, String license) {
        Licenses parser = new Licenses(license, test);
        Truth acceptable = parser.or(0);
        if (!parser.broken && parser.token.isEmpty()) {
            return acceptable.not();
        }
        // No expression, but somebody's words. As they stand they may be listed; what they mean is not known.
        if (test.match() == Match.NOT_IN) {
            return Truth.of(!isWrittenOut(test.licenses(), license.strip()));
        }
        return isListed(test.licenses(), license.strip()) ? Truth.TRUE : Truth.UNKNOWN;
    }

    /** Whether words are accepted word for word: a pattern that matches their beginning says nothing of the rest. */
    private static boolean isWrittenOut(List<Glob> licenses, String words) {
        return licenses.stream().anyMatch(glob -> glob.pattern().equalsIgnoreCase(words));
    }

    private static boolean isListed(List<Glob> licenses, String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return licenses.stream().anyMatch(glob -> new Glob(glob.pattern().toLowerCase(Locale.ROOT)).matches(lower));
    }

    private Truth or(int depth) {
        Truth any = and(depth);
        while (take("or")) {
            any = any.or(and(depth));
        }
        return any;
    }

    private Truth and(int depth) {
        Truth all = simple(depth);
        while (take("and")) {
            all = all.and(simple(depth));
        }
        return all;
    }

    private Truth simple(int depth) {
        if (depth < MOST_DEPTH && take("(")) {
            Truth inner = or(depth + 1);
            broken |= !take(")");
            return inner;
        }
        String id = id();
        return isAcceptable(id, take("with") ? id + " WITH " + exception() : id);
    }

    private String exception() {
        String id = id();
        broken |= id.endsWith("+");
        return id;
    }

    /** Whether one may take the code under a licence, with its exception if there is one. */
    private Truth isAcceptable(String id, String whole) {
        if (withoutOrLater(id).equalsIgnoreCase("NOASSERTION")) {
            return Truth.UNKNOWN;
        }
        boolean listed = isListed(test.licenses(), whole);
        if (test.match() == Match.NOT_IN) {
            return Truth.of(id.equals(whole) ? listed : isListed(withExceptions(test.licenses()), whole));
        }
        // Whoever refuses a licence refuses it with an exception and "or any later version" too, unless they say so.
        return Truth.of(!listed && !isListed(test.licenses(), id) && !isListed(test.licenses(), withoutOrLater(id)));
    }

    /** Those that speak of exceptions: whoever accepts {@code BSD-*} has said nothing of one that takes away. */
    private static List<Glob> withExceptions(List<Glob> licenses) {
        return licenses.stream()
                .filter(glob -> glob.pattern().toLowerCase(Locale.ROOT).contains(" with "))
                .toList();
    }

    private static String withoutOrLater(String id) {
        return id.endsWith("+") ? id.substring(0, id.length() - 1) : id;
    }

    private String id() {
        String id = token.orElse("");
        boolean word = List.of("", "(", ")", "and", "or", "with")
                .contains(withoutOrLater(id).toLowerCase(Locale.ROOT));
        broken |= word;
        token = next();
        return id;
    }

    private boolean take(String expected) {
        if (token.isEmpty() || !token.get().equalsIgnoreCase(expected)) {
            return false;
        }
        token = next();
        return true;
    }

    private Optional<String> next() {
        Matcher matcher = TOKEN.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            broken |= !text.substring(position).isBlank();
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.group(1));
    }
}
