package io.imprimatur.samples.gate.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others see of us: the JDK's types and our own exported ones, and nothing else. */
class SignatureTest {
    /** Installed by a program to keep JGit away from the machine's configuration, so it must be one of JGit's types. */
    private static final Set<String> DOCUMENTED = Set.of("io.imprimatur.git.HermeticSystemReader");

    @ParameterizedTest
    @EnumSource
    void publicSignaturesNameOnlyPublicApi(Part part) {
        classes()
                .that(DescribedPredicate.describe(
                        "are no documented exception", type -> !DOCUMENTED.contains(type.getName())))
                .should(nameOnlyPublicApi())
                .allowEmptyShould(true) // how many there are, publicApi() has checked
                .check(part.publicApi());
    }

    @Test
    void allOfApiIsPublic() {
        assertThat(Part.API.exported()).isEqualTo(Part.API.packages());
    }

    private static ArchCondition<JavaClass> nameOnlyPublicApi() {
        return new ArchCondition<>("name only public API in what others see") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                visible(type)
                        .forEach(named -> named.types()
                                .flatMap(SignatureTest::raw)
                                .distinct()
                                .forEach(raw -> {
                                    boolean allowed = isPublicApi(raw);
                                    events.add(new SimpleConditionEvent(
                                            type,
                                            allowed,
                                            named.where() + " names " + raw.getName() + ", which is not public API"));
                                }));
            }
        };
    }

    /** A place in a signature and the types that stand there. */
    private record Named(String where, Stream<JavaType> types) {}

    private static Stream<Named> visible(JavaClass type) {
        Stream<Named> own = Stream.of(
                new Named(
                        type.getDescription(),
                        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())),
                new Named(type.getDescription(), bounds(type.getTypeParameters())));
        Stream<Named> fields = type.getFields().stream()
                .filter(field -> isForOthers(field.getModifiers()))
                .map(field -> new Named(field.getDescription(), fieldTypes(field)));
        Stream<Named> units = type.getCodeUnits().stream()
                .filter(unit -> isForOthers(unit.getModifiers()))
                .map(unit -> new Named(unit.getDescription(), unitTypes(unit)));
        return Stream.of(own, fields, units).flatMap(stream -> stream);
    }

    private static boolean isForOthers(Set<JavaModifier> modifiers) {
        return Part.isForOthers(modifiers) && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Stream<JavaType> fieldTypes(JavaField field) {
        return Stream.of(field.getType());
    }

    private static Stream<JavaType> unitTypes(JavaCodeUnit unit) {
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream().map(JavaType.class::cast),
                        bounds(unit.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> parameters) {
        return parameters.stream().flatMap(parameter -> parameter.getUpperBounds().stream());
    }

    private static Stream<JavaClass> raw(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    private static boolean isPublicApi(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || Arrays.stream(Part.values()).anyMatch(part -> part.exposes(type));
    }
}
