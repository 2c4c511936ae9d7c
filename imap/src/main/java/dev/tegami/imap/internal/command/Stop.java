package dev.tegami.imap.internal.command;

import dev.tegami.imap.ResponseCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the last command stopped, since it is about more messages than the server takes at once (RFC 9738 §3.1). */
public final class Stop {
    private static final Pattern ARGUMENTS = Pattern.compile("[0-9]{1,10}(?: ([0-9]{1,10}))?");

    private boolean isSet;
    private long lowest;

    void begin() {
        isSet = false;
        lowest = 0;
    }

    /** Learns from a code, which ends a command, or comes before that where the end has another (RFC 9738 §3.1). */
    void learn(ResponseCode code) {
        if (code.is("MESSAGELIMIT")) {
            isSet = true;
            Matcher told = ARGUMENTS.matcher(code.arguments());
            lowest = told.matches() && told.group(1) != null ? Long.parseLong(told.group(1)) : 0;
        }
    }

    /** Whether it stopped before its end. */
    public boolean isSet() {
        return isSet;
    }

    /** The lowest UID that was looked at, or 0 where the server did not say. */
    public long lowest() {
        return lowest;
    }
}
