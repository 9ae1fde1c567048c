package io.imprimatur.core.policy.shape;

import org.jspecify.annotations.Nullable;

/**
 * A key of a mapping.
 *
 * @param name as it is written
 * @param shape what stands under it
 * @param description for whoever writes a policy: it completes the sentence that begins with the key
 * @param remedy what to write where the key must be there and is not; absent where it may be left out
 * @param positive set where no rule may negate it: the rule would act less, the more of what stands here
 */
public record Key(
        String name,
        Shape shape,
        String description,
        @Nullable String remedy,
        @Nullable String positive) {

    static Key of(String name, Shape shape, String description) {
        return new Key(name, shape, description, null, null);
    }

    Key required(String newRemedy) {
        return new Key(name, shape, description, newRemedy, positive);
    }

    Key positive(String more) {
        return new Key(name, shape, description, remedy, more);
    }
}
