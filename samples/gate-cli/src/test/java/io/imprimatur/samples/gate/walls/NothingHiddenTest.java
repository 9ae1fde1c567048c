package io.imprimatur.samples.gate.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import io.imprimatur.core.tool.ToolRunner;
import java.io.ByteArrayOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Formatter;
import java.util.Locale;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Library code is told everything that it knows: it neither asks the machine nor prints on it. */
class NothingHiddenTest {
    @ParameterizedTest
    @EnumSource
    void printsNothing(Part part) {
        noClasses()
                .should()
                .accessFieldWhere(describe(
                        "is a standard stream",
                        access -> isOf(access, System.class)
                                && Set.of("out", "err", "in").contains(access.getName())))
                .check(part.classes());
    }

    @ParameterizedTest
    @EnumSource
    void printsNoStackTrace(Part part) {
        noCall(
                part,
                "prints a stack trace",
                call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                        && call.getName().equals("printStackTrace"));
    }

    @ParameterizedTest
    @EnumSource
    void readsNoEnvironment(Part part) {
        noCall(
                part,
                "reads or changes the environment",
                call -> isOf(call, System.class)
                                && Set.of(
                                                "getenv",
                                                "getProperty",
                                                "getProperties",
                                                "setProperty",
                                                "setProperties",
                                                "clearProperty",
                                                "lineSeparator",
                                                "exit")
                                        .contains(call.getName())
                        || isOf(call, Integer.class) && call.getName().equals("getInteger")
                        || isOf(call, Long.class) && call.getName().equals("getLong")
                        || isOf(call, Boolean.class) && call.getName().equals("getBoolean")
                        || isOf(call, Runtime.class)
                                && Set.of("exec", "exit", "halt").contains(call.getName()));
    }

    /** Where a program starts, its environment is emptied. */
    @ParameterizedTest
    @EnumSource
    void startsProgramsInOnePlaceAlone(Part part) {
        noCall(
                part,
                "starts a program",
                call -> isOf(call, ProcessBuilder.class)
                        && !call.getOriginOwner().isEquivalentTo(ToolRunner.class));
    }

    @ParameterizedTest
    @EnumSource
    void asksNoClock(Part part) {
        noCall(
                part,
                "asks the system clock",
                call -> isOf(call, System.class) && call.getName().equals("currentTimeMillis")
                        || isOf(call, Clock.class)
                                && (call.getName().startsWith("system")
                                        || call.getName().startsWith("tick"))
                                && !takes(call, Clock.class)
                        || call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")
                                && !takes(call, Clock.class)
                        || isNew(call, Date.class) && parameters(call) == 0
                        || isOf(call, Calendar.class) && call.getName().equals("getInstance")
                        || isOf(call, ZoneId.class) && call.getName().equals("systemDefault")
                        || isOf(call, TimeZone.class) && call.getName().equals("getDefault"));
    }

    @ParameterizedTest
    @EnumSource
    void rollsNoDice(Part part) {
        noCall(
                part,
                "is random",
                call -> isOf(call, Math.class) && call.getName().equals("random")
                        || isNew(call, Random.class) && parameters(call) == 0
                        || isOf(call, SecureRandom.class)
                        || isOf(call, ThreadLocalRandom.class)
                        || isOf(call, UUID.class) && call.getName().equals("randomUUID"));
    }

    @ParameterizedTest
    @EnumSource
    void usesNoDefaultCharset(Part part) {
        noCall(
                part,
                "uses the default charset",
                call -> isOf(call, Charset.class) && call.getName().equals("defaultCharset")
                        || !takes(call, Charset.class)
                                && (isOf(call, String.class)
                                                && call.getName().equals("getBytes")
                                                && !takes(call, String.class)
                                        || isNew(call, String.class)
                                                && takes(call, byte[].class)
                                                && !takes(call, String.class)
                                        || isNew(call, FileReader.class)
                                        || isNew(call, FileWriter.class)
                                        || isNew(call, InputStreamReader.class)
                                        || isNew(call, OutputStreamWriter.class)
                                        || isNew(call, PrintStream.class)
                                        || isNew(call, Scanner.class) && !takes(call, String.class)
                                        || isNew(call, PrintWriter.class) && !takes(call, Writer.class)
                                        || isOf(call, ByteArrayOutputStream.class)
                                                && call.getName().equals("toString")));
    }

    @ParameterizedTest
    @EnumSource
    void usesNoDefaultLocale(Part part) {
        noCall(
                part,
                "uses the default locale",
                call -> isOf(call, Locale.class) && call.getName().equals("getDefault")
                        || !takes(call, Locale.class)
                                && (isOf(call, String.class)
                                                && Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                                                        .contains(call.getName())
                                        || isNew(call, Formatter.class)));
    }

    @ParameterizedTest
    @EnumSource
    void borrowsNoThread(Part part) {
        noCall(
                part,
                "runs on threads that nobody passed in",
                call -> isOf(call, ForkJoinPool.class) && call.getName().equals("commonPool")
                        || isOf(call, CompletableFuture.class)
                                && (Set.of("supplyAsync", "runAsync").contains(call.getName()) && parameters(call) == 1)
                        || call.getTargetOwner().isAssignableTo(Collection.class)
                                && call.getName().equals("parallelStream")
                        || call.getName().equals("parallel")
                                && call.getTargetOwner().getPackageName().equals("java.util.stream"));
    }

    /** No call, and no method reference either. */
    private static void noCall(Part part, String what, Predicate<JavaCodeUnitAccess<?>> predicate) {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        what, access -> access instanceof JavaCodeUnitAccess<?> unit && predicate.test(unit)))
                .check(part.classes());
    }

    private static boolean isOf(JavaAccess<?> access, Class<?> owner) {
        return access.getTargetOwner().isEquivalentTo(owner);
    }

    private static boolean isNew(JavaCodeUnitAccess<?> call, Class<?> owner) {
        return isOf(call, owner) && call.getName().equals("<init>");
    }

    private static boolean takes(JavaCodeUnitAccess<?> call, Class<?> type) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static int parameters(JavaCodeUnitAccess<?> call) {
        return call.getTarget().getRawParameterTypes().size();
    }
}
