package dev.tegami.imap.internal.response;

import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;

/** UIDBATCHES: ranges of UIDs, the newest first. */
public record UidBatchesData(List<UidSet> batches) implements Response {
    static UidBatchesData parse(Tokens in) throws BadSyntax {
        List<UidSet> batches = new ArrayList<>();
        in.blanks();
        if (in.peek() == '(') {
            in.skip(); // which command and folder this is about
            in.blanks();
        }
        if (!in.atEnd()) {
            for (String range : in.word().split(",", -1)) {
                batches.add(UidSet.parse(range));
            }
        }
        return new UidBatchesData(List.copyOf(batches));
    }
}
