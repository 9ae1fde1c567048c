package io.imprimatur.core.json.codec;

import io.imprimatur.change.Person;
import io.imprimatur.core.json.value.JsonValue.JsonObject;

/** A person. */
public final class PersonJson {
    private PersonJson() {}

    public static JsonObject write(Person person) {
        return JsonObject.builder()
                .put("name", person.name())
                .put("email", person.email())
                .build();
    }

    public static Person read(Fields in) {
        return new Person(in.text("name"), in.text("email"));
    }
}
