package io.imprimatur.samples.gate.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.common.base.Preconditions;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.imprimatur.error.ImprimaturException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only our exceptions leave a public method. */
class ThrowingTest {
    @ParameterizedTest
    @EnumSource
    void libraryMakesNoOtherThrowable(Part part) {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "makes a Throwable that is not an ImprimaturException", ThrowingTest::makesForeignThrowable))
                .check(part.classes());
    }

    @ParameterizedTest
    @EnumSource
    void libraryLeavesNoArgumentCheckToOthers(Part part) {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "checks an argument with another exception", ThrowingTest::checksWithForeignThrowable))
                .check(part.classes());
    }

    @ParameterizedTest
    @EnumSource
    void publicMethodsDeclareNoOtherException(Part part) {
        codeUnits()
                .that(DescribedPredicate.describe("are public", unit -> Part.isForOthers(unit.getModifiers())))
                .should(declareNoOtherException())
                .allowEmptyShould(true) // how many classes there are, publicApi() has checked
                .check(part.publicApi());
    }

    private static boolean makesForeignThrowable(JavaAccess<?> call) {
        JavaClass made = call.getTargetOwner();
        return call.getTarget().getName().equals("<init>")
                && made.isAssignableTo(Throwable.class)
                && !isOurs(made)
                // An exception type calls its parent's constructor.
                && !call.getOriginOwner().isAssignableTo(Throwable.class)
                && !made.isEquivalentTo(InterruptedException.class)
                // The compiler adds it to a switch over all constants of an enum.
                && !made.isEquivalentTo(IncompatibleClassChangeError.class);
    }

    private static boolean checksWithForeignThrowable(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        return owner.isEquivalentTo(Preconditions.class)
                // With one parameter it is also what the compiler makes of a method reference.
                || owner.isEquivalentTo(Objects.class)
                        && call.getTarget().getName().startsWith("requireNonNull")
                        && call instanceof JavaCodeUnitAccess<?> unit
                        && unit.getTarget().getRawParameterTypes().size() > 1;
    }

    private static ArchCondition<JavaCodeUnit> declareNoOtherException() {
        return new ArchCondition<>("declare only ImprimaturException or InterruptedException") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                for (JavaClass declared : unit.getExceptionTypes()) {
                    events.add(new SimpleConditionEvent(
                            unit,
                            isOurs(declared) || declared.isEquivalentTo(InterruptedException.class),
                            unit.getDescription() + " declares " + declared.getName()));
                }
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.isAssignableTo(ImprimaturException.class);
    }
}
