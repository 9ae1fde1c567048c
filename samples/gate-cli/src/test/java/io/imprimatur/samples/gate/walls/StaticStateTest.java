package io.imprimatur.samples.gate.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.text.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing static can change: two gates in one JVM, or one in a build daemon, do not meet. */
class StaticStateTest {
    /** What changes although the field does not. Collections and maps are looked at one by one. */
    private static final List<Class<?>> MUTABLE = List.of(
            Appendable.class,
            AtomicBoolean.class,
            AtomicReference.class,
            Calendar.class,
            Date.class,
            DoubleAdder.class,
            Executor.class,
            Format.class,
            Iterator.class,
            Lock.class,
            LongAdder.class,
            Matcher.class,
            Random.class,
            Reference.class,
            ThreadLocal.class);

    @ParameterizedTest
    @EnumSource
    void staticFieldsCannotChange(Part part) throws ReflectiveOperationException {
        List<String> mutable = new ArrayList<>();
        for (JavaField field : statics(part).toList()) {
            if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                mutable.add(field.getFullName() + " is not final");
            } else if (!isTable(field) && canChange(valueOf(field))) {
                mutable.add(field.getFullName() + " holds a value that can change: "
                        + field.getRawType().getName());
            }
        }
        assertThat(mutable).isEmpty();
    }

    private static Stream<JavaField> statics(Part part) {
        return part.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Object valueOf(JavaField field) throws ReflectiveOperationException {
        Field reflected = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
        reflected.setAccessible(true);
        return reflected.get(null);
    }

    /**
     * A private array of primitives with something in it from the start, such as the bytes of a marker. An array of
     * zeros, on the other hand, waits to be filled.
     */
    private static boolean isTable(JavaField field) throws ReflectiveOperationException {
        Object value = valueOf(field);
        return field.getModifiers().contains(JavaModifier.PRIVATE)
                && value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive()
                && IntStream.range(0, Array.getLength(value))
                        .mapToObj(index -> Array.get(value, index))
                        .anyMatch(element -> !element.equals(
                                Array.get(Array.newInstance(value.getClass().getComponentType(), 1), 0)));
    }

    private static boolean canChange(Object value) {
        if (value.getClass().isArray()) {
            return Array.getLength(value) > 0;
        }
        if (value instanceof Collection || value instanceof Map) {
            return !isImmutable(value.getClass());
        }
        return MUTABLE.stream().anyMatch(type -> type.isInstance(value))
                || value instanceof Number && value.getClass().getPackageName().endsWith(".atomic")
                || value.getClass().getName().startsWith("io.imprimatur.") && hasSetter(value.getClass());
    }

    private static boolean isImmutable(Class<?> type) {
        return type.getName().startsWith("java.util.ImmutableCollections$")
                || type.getName().startsWith("java.util.Collections$Unmodifiable")
                || type.getName().startsWith("java.util.Collections$Empty")
                || type.getName().startsWith("java.util.Collections$Singleton")
                || type.getName().startsWith("com.google.common.collect.") && isGuavaImmutable(type);
    }

    private static boolean isGuavaImmutable(Class<?> type) {
        return Stream.<Class<?>>iterate(type, parent -> parent != null, Class::getSuperclass)
                .anyMatch(parent -> parent.getSimpleName().startsWith("Immutable"));
    }

    /** One of our own objects with a field that is not final. */
    private static boolean hasSetter(Class<?> type) {
        return Stream.<Class<?>>iterate(type, parent -> parent != Object.class && parent != null, Class::getSuperclass)
                .filter(parent -> parent.getName().startsWith("io.imprimatur."))
                .flatMap(parent -> Arrays.stream(parent.getDeclaredFields()))
                .anyMatch(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()));
    }
}
