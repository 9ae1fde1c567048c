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
    void libraryMakesNoOtherUncheckedThrowable(Part part) {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "makes an unchecked Throwable that is not an ImprimaturException",
                        access -> makesForeignThrowable(part, access)))
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

    /** Of checked exceptions the compiler sees to it that they stay inside, as no public method declares one. */
    private static boolean makesForeignThrowable(Part part, JavaAccess<?> call) {
        JavaClass made = call.getTargetOwner();
        return call.getTarget().getName().equals("<init>")
                && (made.isAssignableTo(RuntimeException.class) || made.isAssignableTo(Error.class))
                && !isOurs(made)
                && !staysInItsPackage(part, made)
                // An exception type calls its parent's constructor.
                && !call.getOriginOwner().isAssignableTo(Throwable.class)
                // What JGit asks of those who extend it.
                && !(part == Part.GIT && made.getPackageName().equals("org.eclipse.jgit.errors"))
                // The compiler adds it to a switch over all constants of an enum.
                && !made.isEquivalentTo(IncompatibleClassChangeError.class);
    }

    /** A private signal: nobody else can name it, and its package catches it by name. */
    private static boolean staysInItsPackage(Part part, JavaClass made) {
        return part.classes().contain(made.getName())
                && !Part.isForOthers(made.getModifiers())
                && made.getPackage().getClasses().stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .flatMap(unit -> unit.getTryCatchBlocks().stream())
                        .anyMatch(block -> block.getCaughtThrowables().contains(made));
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
