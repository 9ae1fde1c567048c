package io.imprimatur.core.draft;

import io.imprimatur.error.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** The constraints that stand on drafts, by Hibernate Validator, whose loading takes a while. Thread-safe. */
final class Constraints implements AutoCloseable {
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> String.valueOf(problem.field()))
            .thenComparing(Problem::message);

    /** Fields whose text may hold what a scanner found. */
    private static final Set<String> NEVER_SHOWN = Set.of("message", "identity", "fix");

    private final ValidatorFactory factory;

    Constraints() {
        // One language, no XML file, no service lookup: the same draft gives the same problems on every machine.
        factory = Validation.byProvider(HibernateValidator.class)
                .providerResolver(() -> List.of(new HibernateValidator()))
                .configure()
                .ignoreXmlConfiguration()
                .externalClassLoader(Constraints.class.getClassLoader())
                .defaultLocale(Locale.ROOT)
                .messageInterpolator(
                        new ParameterMessageInterpolator(Set.of(Locale.ROOT), Locale.ROOT, any -> Locale.ROOT, false))
                .buildValidatorFactory();
    }

    /** Every constraint that the draft breaks, ordered by field. */
    List<Problem> violations(Object draft) {
        return factory.getValidator().validate(draft).stream()
                .map(Constraints::problem)
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    @Override
    public void close() {
        factory.close();
    }

    private static Problem problem(ConstraintViolation<Object> violation) {
        String field = violation.getPropertyPath().toString().replace(".<list element>", "");
        return Problem.of(violation.getMessage()).field(field).value(shown(field, violation.getInvalidValue()));
    }

    private static @Nullable Object shown(String field, @Nullable Object value) {
        if (value instanceof String text && (NEVER_SHOWN.contains(field) || text.length() > Problem.MAX_VALUE)) {
            return text.length() + " characters";
        }
        return value;
    }
}
