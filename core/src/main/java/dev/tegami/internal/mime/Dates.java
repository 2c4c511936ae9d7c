package dev.tegami.internal.mime;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates (RFC 5322 section 3.3 and 4.3) and their usual damage. */
public final class Dates {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MILITARY = "ABCDEFGHIKLM";

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int hour;
    private int minute;
    private int second;
    private boolean timeSeen;
    private @Nullable ZoneOffset zone;

    private Dates() {}

    /** Reads a date; null if there is none in the text. */
    public static @Nullable OffsetDateTime parse(String text) {
        String flat = text.indexOf('(') >= 0 ? Comments.strip(text) : text;
        flat = flat.indexOf(" :") >= 0 || flat.indexOf(": ") >= 0 ? closed(flat) : flat;
        Dates dates = new Dates();
        int start = 0;
        boolean colon = false;
        int n = flat.length();
        for (int i = 0; i <= n; i++) {
            char c = i < n ? flat.charAt(i) : ' ';
            colon = colon && i > start;
            boolean isDash = c == '-' && i > start && !colon && !dates.timeSeen;
            colon |= c == ':';
            if (c <= ' ' || c == ',' || isDash || c == ';') {
                if (i > start) {
                    dates.token(flat.substring(start, i));
                }
                start = i + 1;
            }
        }
        return dates.value();
    }

    /** Without the white space around colons (RFC 5322 section 4.3). */
    private static String closed(String text) {
        StringBuilder closed = new StringBuilder(text.length());
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                closed.setLength(kept);
            }
            boolean isBlankBehindColon = c <= ' ' && kept > 0 && closed.charAt(kept - 1) == ':';
            if (!isBlankBehindColon) {
                closed.append(c);
                kept = c > ' ' ? closed.length() : kept;
            }
        }
        return closed.toString();
    }

    /** Writes a date as RFC 5322 wants it. */
    public static String write(OffsetDateTime date) {
        int offset = date.getOffset().getTotalSeconds() / 60;
        return String.format(
                Locale.ROOT,
                "%s, %d %s %04d %02d:%02d:%02d %c%02d%02d",
                date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                date.getDayOfMonth(),
                Character.toUpperCase(MONTHS.charAt(date.getMonthValue() * 3 - 3))
                        + MONTHS.substring(date.getMonthValue() * 3 - 2, date.getMonthValue() * 3),
                date.getYear(),
                date.getHour(),
                date.getMinute(),
                date.getSecond(),
                offset < 0 ? '-' : '+',
                Math.abs(offset) / 60,
                Math.abs(offset) % 60);
    }

    private void token(String token) {
        char first = token.charAt(0);
        if ((first == '+' || first == '-') && token.length() > 1) {
            offset(token);
        } else if (token.indexOf(':') > 0) {
            time(token);
        } else if (first >= '0' && first <= '9') {
            number(token);
        } else {
            word(token);
        }
    }

    private void time(String token) {
        String digits = token;
        int sign = Math.max(token.indexOf('+'), token.indexOf('-'));
        if (sign > 0) {
            offset(token.substring(sign));
            digits = token.substring(0, sign);
        }
        String[] parts = digits.split(":", 4);
        hour = integer(parts[0]);
        minute = parts.length > 1 ? integer(parts[1]) : 0;
        second = parts.length > 2 ? integer(parts[2]) : 0;
        timeSeen = true;
    }

    private void offset(String token) {
        String digits = token.substring(1).replace(":", "");
        int value = integer(digits);
        if (value < 0 || digits.length() > 4) {
            return;
        }
        int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (minutes < 18 * 60) {
            zone = ZoneOffset.ofTotalSeconds((token.charAt(0) == '-' ? -minutes : minutes) * 60);
        }
    }

    private void number(String token) {
        int value = integer(token);
        if (value < 0) {
            return;
        }
        if (day < 0 && token.length() <= 2) {
            day = value;
        } else if (year < 0) {
            year = token.length() == 2
                    ? value + (value < 50 ? 2000 : 1900)
                    : token.length() == 3 ? value + 1900 : value;
        }
    }

    private void word(String token) {
        if (month < 0 && token.length() >= 3) {
            int at = MONTHS.indexOf(Ascii.lower(token.substring(0, 3)));
            if (at >= 0 && at % 3 == 0) {
                month = at / 3 + 1;
                return;
            }
        }
        if (timeSeen && zone == null) {
            zone = named(token);
        } else if (timeSeen && (token.equalsIgnoreCase("PM") || token.equalsIgnoreCase("AM"))) {
            hour = hour % 12 + (token.equalsIgnoreCase("PM") ? 12 : 0);
        }
    }

    private @Nullable ZoneOffset named(String token) {
        return switch (token.toUpperCase(Locale.ROOT)) {
            case "UT", "GMT", "UTC", "Z" -> ZoneOffset.UTC;
            case "EST", "CDT" -> ZoneOffset.ofHours(-5);
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "CST", "MDT" -> ZoneOffset.ofHours(-6);
            case "MST", "PDT" -> ZoneOffset.ofHours(-7);
            case "PST" -> ZoneOffset.ofHours(-8);
            case "JST" -> ZoneOffset.ofHours(9);
            case "CET", "MET", "BST" -> ZoneOffset.ofHours(1);
            case "CEST", "EET" -> ZoneOffset.ofHours(2);
            case "PM" -> {
                hour = hour % 12 + 12;
                yield null;
            }
            case "AM" -> {
                hour = hour % 12;
                yield null;
            }
            case "EST5EDT" -> ZoneOffset.ofHours(-5);
            case "CST6CDT" -> ZoneOffset.ofHours(-6);
            case "MST7MDT" -> ZoneOffset.ofHours(-7);
            case "PST8PDT" -> ZoneOffset.ofHours(-8);
            default ->
                // RFC 5322 section 4.3: the military letters were used both ways, so they say nothing
                token.length() == 1 && MILITARY.indexOf(token.charAt(0)) >= 0 ? ZoneOffset.UTC : null;
        };
    }

    private static int integer(String text) {
        if (text.isEmpty() || text.length() > 8) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private @Nullable OffsetDateTime value() {
        if (day < 0 || month < 0 || year < 0) {
            return null;
        }
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : zone;
        try {
            return OffsetDateTime.of(year, month, day, hour, minute, Math.min(second, 59), 0, offset);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
