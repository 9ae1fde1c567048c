package io.imprimatur.core.policy.file;

import io.imprimatur.measure.Ratio;
import org.jspecify.annotations.Nullable;

/** A share as people write it: {@code 20%}, {@code 12.5%} or {@code 0.2}. */
public final class Percent {
    private static final int PART = Ratio.SCALE / 100;

    private Percent() {}

    /**
     * The share, to a millionth, or null where the text is none. A bare {@code 1} is none: its writer may mean 1 % or
     * 100 %.
     */
    public static @Nullable Ratio parse(String text) {
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).stripTrailing() : text;
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String fraction = point < 0 ? "" : number.substring(point + 1);
        int places = percent ? 4 : 6;
        boolean wellFormed = isDigits(whole)
                && whole.length() <= 3
                && (whole.length() == 1 || whole.charAt(0) != '0')
                && (point < 0 || (isDigits(fraction) && fraction.length() <= places));
        if (!wellFormed || text.equals("1")) {
            return null;
        }
        long millionths = Long.parseLong(whole + fraction + "0".repeat(places - fraction.length()));
        return millionths <= Ratio.SCALE ? new Ratio((int) millionths) : null;
    }

    /** The shortest text with a percent sign. */
    public static String text(Ratio ratio) {
        int whole = ratio.millionths() / PART;
        int rest = ratio.millionths() % PART;
        if (rest == 0) {
            return whole + "%";
        }
        String fraction = Integer.toString(PART + rest).substring(1);
        int end = fraction.length();
        while (fraction.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + fraction.substring(0, end) + "%";
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
