package dev.tegami.imap.internal.response;

import dev.tegami.imap.ResponseCode;

/** Untagged OK, NO, BAD, BYE or PREAUTH. */
public record Condition(String kind, ResponseCode code, String text) implements Response {}
