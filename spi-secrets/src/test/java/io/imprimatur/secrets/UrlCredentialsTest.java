package io.imprimatur.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCredentialsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://shop:%s@db.acme.example:5432/orders",
                "https://jane:%s@git.acme.example/shop.git",
                "amqp://jane:%s@localhost:5672",
                "redis://:%s@10.0.0.7:6379/0",
                "jdbc:mysql://jane:%s@[::1]:3306/shop",
                "mongodb+srv://jane:%s@cluster0.acme.example",
                "url = \"nats://jane:%s@%%s:%%d\"",
            })
    void findsAPassword(String template) {
        String text = template.replace("%s@", "Vq7" + "zLm_w@").replace("%%", "%");
        assertThat(Detections.kindsIn(text)).containsExactly("url-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://user:password@localhost/db",
                "postgres://postgres:postgres@localhost/db",
                "https://user:pass@host",
                "https://jane:${PASSWORD}@host",
                "https://jane:$PASSWORD@host",
                "https://jane:{{ password }}@host",
                "https://jane:{password}@host",
                "https://jane:%s@host",
                "https://jane:%(password)s@host",
                "https://jane:<password>@host",
                "https://jane:[password]@host",
                "https://jane:*****@host",
                "https://jane:xxxxxxxx@host",
                "https://jane:REPLACE_WITH_PASSWORD@host",
                "https://jane:your-password@host",
                "https://jane:changeme@host",
                "https://jane:@host",
                "https://jane@host",
                "https://host:8080/path@version",
                "https://host/a:b@c",
                "see http://a.example: mail me@b.example",
                "://:@",
                "git@github.com:acme/shop.git",
            })
    void aTemplateIsNoPassword(String text) {
        assertThat(Detections.in(text)).isEmpty();
    }

    @Test
    void endsBeforeTheHost() {
        Match match = Detections.in("x https://jane:" + "Vq7zLmw" + "@host").get(0);
        assertThat(match.firstColumn()).isEqualTo(3);
        assertThat(match.lastColumn()).isEqualTo(22);
    }
}
