package dev.tegami.imap.internal.response;

import dev.tegami.imap.ResponseCode;

/** The end of a command. */
public record Tagged(String tag, Verdict verdict, ResponseCode code, String text) implements Response {
    /** How it went. */
    public enum Verdict {
        OK,
        NO,
        BAD
    }
}
