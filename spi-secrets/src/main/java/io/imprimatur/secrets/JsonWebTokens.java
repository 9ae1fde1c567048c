package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Checks on tokens whose parts are base64url of something readable. */
final class JsonWebTokens {
    /**
     * A signed JSON Web Token (RFC 7515, compact form): its header decodes to a JSON object that names an algorithm, its
     * payload starts one, and no more parts follow, as they would in an encrypted token. The subject of the example that
     * jwt.io shows is no secret.
     */
    static final TokenCheck SIGNED = (text, token) -> {
        String[] parts = parts(text, token);
        boolean more = text.holds('.', token.end()) && text.holds(ByteClass.BASE64URL, token.end() + 1);
        String header = decoded(parts[0]);
        String payload = decoded(parts[1]);
        boolean signed = !more
                && header.startsWith("{")
                && header.endsWith("}")
                && header.contains("\"alg\"")
                && !header.contains("\"enc\"")
                && payload.startsWith("{")
                && !payload.contains("\"sub\":\"1234567890\"");
        return signed ? Grade.LIKELY : null;
    };

    /** A Discord bot's token: its first part is the bot's number in decimal. */
    static final TokenCheck DISCORD = (text, token) -> {
        String number = decoded(parts(text, token)[0]);
        boolean snowflake =
                number.length() >= 17 && number.length() <= 20 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return snowflake ? Grade.STRUCTURAL : null;
    };

    private JsonWebTokens() {}

    private static String[] parts(Text text, Span token) {
        text.walked(2L * token.length());
        return new String(text.bytes(), token.start(), token.length(), ISO_8859_1).split("\\.", -1);
    }

    private static String decoded(@Nullable String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
