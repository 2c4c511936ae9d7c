package dev.tegami.interop;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of programs, without the number that changes with every security update. */
final class Versions {
    private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d+\\.\\d+)");

    private Versions() {}

    /** Name and version; empty if the program said nothing. */
    static String title(String name, String said) {
        Matcher version = TWO_NUMBERS.matcher(said);
        return said.isEmpty() ? "" : version.find() ? name + " " + version.group(1) : name;
    }
}
