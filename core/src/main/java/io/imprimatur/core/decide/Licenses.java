package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Licence expressions by SPDX 2.3, Annex D: {@code AND} binds closer than {@code OR}, {@code WITH} closer than both. Of
 * {@code A OR B} one may choose, of {@code A AND B} one has both. Operators are read without regard to case, as SPDX 3 has
 * them and as they are written.
 */
final class Licenses {
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9.+:-]+)");
    private static final int MOST_DEPTH = 50;

    private final String text;
    private final Predicate<String> acceptable;
    private int position;
    private Optional<String> token;
    private boolean broken;

    private Licenses(String text, Predicate<String> acceptable) {
        this.text = text;
        this.acceptable = acceptable;
        token = next();
    }

    /** Whether a licence is one that the test asks for; unknown where it names none that can be read. */
    static Truth meets(LicenseTest test, String license) {
        boolean listed = test.match() == Match.IN;
        Licenses parser = new Licenses(license, id -> isListed(test.licenses(), id) != listed);
        boolean satisfiable = parser.or(0);
        if (!parser.broken && parser.token.isEmpty()) {
            return Truth.of(!satisfiable);
        }
        // No expression, but somebody's words. As they stand they may be listed; what they mean is not known.
        boolean asItStands = isListed(test.licenses(), license.strip());
        return listed ? (asItStands ? Truth.TRUE : Truth.UNKNOWN) : Truth.of(!asItStands);
    }

    private static boolean isListed(List<Glob> licenses, String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return licenses.stream().anyMatch(glob -> new Glob(glob.pattern().toLowerCase(Locale.ROOT)).matches(lower));
    }

    private boolean or(int depth) {
        boolean any = and(depth);
        while (take("or")) {
            any |= and(depth);
        }
        return any;
    }

    private boolean and(int depth) {
        boolean all = simple(depth);
        while (take("and")) {
            all &= simple(depth);
        }
        return all;
    }

    private boolean simple(int depth) {
        if (depth < MOST_DEPTH && take("(")) {
            boolean inner = or(depth + 1);
            broken |= !take(")");
            return inner;
        }
        String id = id();
        return acceptable.test(take("with") ? id + " WITH " + id() : id);
    }

    private String id() {
        String id = token.orElse("");
        boolean word = List.of("", "(", ")", "and", "or", "with").contains(id.toLowerCase(Locale.ROOT));
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
