package io.imprimatur.samples.gate;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** What standard output leads to. */
@SuppressWarnings("SystemConsoleNull") // asked in isTerminal(Console)
final class Terminal {
    private Terminal() {}

    /** Whether it is a terminal, and nobody asked for no colour (no-color.org). */
    static boolean wantsColour() {
        Console console = System.console();
        return console != null && isTerminal(console) && isUnset(System.getenv("NO_COLOR"));
    }

    private static boolean isUnset(@Nullable String variable) {
        return variable == null || variable.isEmpty();
    }

    /** Until JDK 21 there is a console only on a terminal; since JDK 22 there always is one, and it can say. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException cannotSay) {
            return false;
        }
    }
}
