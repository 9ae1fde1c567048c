package io.imprimatur.secrets;

/** Where a word starts in source text. */
final class Words {
    private Words() {}

    /** Whether a word can start at {@code at}: no letter, digit, underscore or point stands before it, or an escape does. */
    static boolean startAt(Text text, int at) {
        boolean continues = text.holds(ByteClass.WORD, at - 1) || text.holds('.', at - 1);
        return !continues || escapeBefore(text, at);
    }

    /** Whether an escape ends just before: a backslash and a letter, a percent sign and two digits, or a Unicode escape. */
    static boolean escapeBefore(Text text, int at) {
        boolean control = text.holds('n', at - 1) || text.holds('r', at - 1) || text.holds('t', at - 1);
        return (control && text.holds('\\', at - 2))
                || (text.holds('%', at - 3) && text.runBefore(ByteClass.XDIGIT, at, 2) == 2)
                || (text.holds('u', at - 5)
                        && text.holds('\\', at - 6)
                        && text.runBefore(ByteClass.XDIGIT, at, 4) == 4);
    }
}
