package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.ModifiedUtf7;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What FETCH tells of a message by X-GM-EXT-1. */
record GmailData(Optional<Long> messageId, Optional<Long> threadId, List<String> labels) {
    static final GmailData NONE = new GmailData(Optional.empty(), Optional.empty(), List.of());

    GmailData with(String item, Tokens in) throws BadSyntax {
        return switch (item) {
            case "X-GM-MSGID" -> new GmailData(Optional.of(id(in)), threadId, labels);
            case "X-GM-THRID" -> new GmailData(messageId, Optional.of(id(in)), labels);
            default -> new GmailData(messageId, threadId, labels(in));
        };
    }

    /** Ids are unsigned numbers of 64 bits. */
    private static long id(Tokens in) throws BadSyntax {
        String word = in.word();
        try {
            return Long.parseUnsignedLong(word);
        } catch (NumberFormatException e) {
            throw in.bad("not an id");
        }
    }

    private static List<String> labels(Tokens in) throws BadSyntax {
        List<String> labels = new ArrayList<>();
        in.expect('(');
        while (!in.next(')')) {
            labels.add(ModifiedUtf7.decode(in.astring()));
            in.blanks();
        }
        return List.copyOf(labels);
    }
}
