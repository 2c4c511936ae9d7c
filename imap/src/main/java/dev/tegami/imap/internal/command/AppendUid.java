package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.ResponseCode;
import dev.tegami.imap.UidSet;
import java.util.Optional;

/** The code APPENDUID (RFC 4315 §3). */
final class AppendUid {
    private AppendUid() {}

    /** Where the message went; nonsense counts as nothing said. */
    static Optional<Appended> of(ResponseCode code) {
        String[] words = code.arguments().split(" ", -1);
        if (!code.is("APPENDUID") || words.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Appended(Long.parseLong(words[0]), UidSet.parse(words[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
