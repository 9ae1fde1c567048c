package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A password in the authority of a URL, {@code scheme://user:password@host} (RFC 3986, section 3.2.1), unless a template
 * or a customary word stands where it would.
 */
final class UrlCredentials implements SecretRule {
    private static final byte[] SEPARATOR = "://".getBytes(US_ASCII);
    private static final SecretKind KIND = new SecretKind("url-password", "password in a URL", "scheme://…:…@");

    private static final int SCHEME = 32;
    private static final int USER = 128;
    private static final int PASSWORD = 256;

    /** What ends the user name or the password: the rest of a URL, white space, or the text around it. */
    private static final String DELIMITERS = "/?#@ \t\r\n\"'`<>\\^|";
    /** What templates and formats put in front of a value, or around it. */
    private static final String TEMPLATE = "${}%[](),;*";

    private static final Set<String> CUSTOMARY = Set.of(
            "password",
            "passwd",
            "passwort",
            "pass",
            "pwd",
            "pw",
            "passw0rd",
            "mypassword",
            "mypass",
            "my_password",
            "yourpassword",
            "your_password",
            "dbpassword",
            "db_password",
            "dbpass",
            "secret",
            "mysecret",
            "token",
            "apikey",
            "api_key",
            "key",
            "credential",
            "credentials",
            "changeme",
            "change_me",
            "example",
            "foo",
            "bar",
            "baz",
            "foobar",
            "test",
            "testing",
            "testpass",
            "user",
            "username",
            "guest",
            "admin",
            "root",
            "default",
            "hunter2",
            "xxx",
            "xxxx",
            "redacted",
            "hidden",
            "masked",
            "...",
            "…",
            "auth",
            "x-oauth-basic",
            "abc",
            "abcd",
            "1234",
            "12345",
            "123456",
            "p4ssw0rd",
            "pass1",
            "pwd1",
            "wrong_pass",
            "port",
            "host",
            "string",
            "null",
            "none");

    @Override
    public List<byte[]> anchors() {
        return List.of(SEPARATOR.clone());
    }

    @Override
    public @Nullable Candidate at(Text text, int anchor, int start) {
        int scheme = start - schemeLength(text, start);
        int user = start + SEPARATOR.length;
        int colon = user + partLength(text, user, USER, ':');
        if (scheme == start || !text.holds(':', colon)) {
            return null;
        }
        int password = colon + 1;
        int at = password + partLength(text, password, PASSWORD, '@');
        if (at == password || !text.holds('@', at) || !hostAt(text, at + 1)) {
            return null;
        }
        String name = latin(text, user, colon).toLowerCase(Locale.ROOT);
        String value = latin(text, password, at).toLowerCase(Locale.ROOT);
        return standsIn(name, value) ? null : new Candidate(KIND, new Span(scheme, at), Grade.LIKELY);
    }

    private static int schemeLength(Text text, int end) {
        int i = end;
        while (i > 0 && end - i < SCHEME && isSchemePart(text.at(i - 1))) {
            i--;
        }
        text.walked(end - i + 1L);
        while (i < end && !text.holds(ByteClass.ALPHA, i)) {
            i++;
        }
        return end - i;
    }

    private static boolean isSchemePart(byte b) {
        return ByteClass.ALNUM.contains(b) || b == '+' || b == '-' || b == '.';
    }

    private static int partLength(Text text, int from, int most, char until) {
        int i = from;
        while (i < text.length() && i - from <= most && text.at(i) != until && DELIMITERS.indexOf(text.at(i)) < 0) {
            i++;
        }
        text.walked(i - from + 1L);
        return i - from;
    }

    private static boolean hostAt(Text text, int index) {
        return text.holds(ByteClass.ALNUM, index)
                || text.holds('[', index)
                || text.holds('%', index)
                || text.holds('$', index)
                || text.holds('{', index);
    }

    private static boolean standsIn(String user, String password) {
        return password.length() < 3
                || TEMPLATE.indexOf(password.charAt(0)) >= 0
                || password.contains("${")
                || password.contains("{{")
                || password.contains("%s")
                || password.equals(user)
                || CUSTOMARY.contains(password)
                || Placeholders.namesPlaceholder(password)
                || password.chars().distinct().count() < 2;
    }

    private static String latin(Text text, int from, int to) {
        return new String(text.bytes(), from, to - from, ISO_8859_1);
    }
}
