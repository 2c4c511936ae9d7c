package dev.tegami.imap.internal.command;

import dev.tegami.imap.Event;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code INPROGRESS (RFC 9585 §4): tag, how much is done, and of how much, each of which may be NIL. */
final class InProgressCode {
    private static final Pattern ARGUMENTS =
            Pattern.compile("\\(\\S+ (?:([0-9]{1,18})|NIL) (?:([0-9]{1,18})|NIL)\\)", Pattern.CASE_INSENSITIVE);

    private InProgressCode() {}

    static Event.InProgress of(String arguments, String text) {
        Matcher told = ARGUMENTS.matcher(arguments);
        return told.matches()
                ? new Event.InProgress(number(told, 1), number(told, 2), text)
                : new Event.InProgress(OptionalLong.empty(), OptionalLong.empty(), text);
    }

    private static OptionalLong number(Matcher told, int group) {
        return told.group(group) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(told.group(group)));
    }
}
