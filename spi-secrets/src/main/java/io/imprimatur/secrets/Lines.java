package io.imprimatur.secrets;

/**
 * Counts lines and columns, from 1, while moving forward through a text in UTF-8. A line ends at each line feed; a column
 * is a UTF-16 code unit, so a sequence of four bytes counts twice.
 */
final class Lines {
    private final Text text;
    private int offset;
    private int line = 1;
    private int column = 1;

    Lines(Text text) {
        this.text = text;
    }

    void moveTo(int target) {
        text.walked(Math.max(0, target - offset));
        for (; offset < target; offset++) {
            byte b = text.at(offset);
            if (b == '\n') {
                line++;
                column = 1;
            } else {
                column += units(b & 0xff);
            }
        }
    }

    private static int units(int first) {
        boolean continues = (first & 0xc0) == 0x80;
        return continues ? 0 : first >= 0xf0 ? 2 : 1;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
