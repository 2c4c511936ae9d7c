package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import dev.tegami.smime.internal.CanonicalLines;
import dev.tegami.smime.internal.CmsCompressed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Compresses messages (RFC 8551 section 3.6). */
final class Compressing {
    /** What is compressed is copied up to here; beyond, a change of it is noticed whenever it is read. */
    private static final int COPIED = 1 << 20;

    private Compressing() {}

    static Message compressed(Message message) {
        try {
            Source octets = Message.of(Inner.part(message))
                    .fitFor(TransferEncoding.EIGHT_BIT)
                    .root()
                    .raw();
            Source lines = CanonicalLines.needed(octets) ? CanonicalLines.of(octets) : octets;
            Source cms = CmsCompressed.of(Measured.of(lines, List.of(), COPIED).source());
            return Cms.message(Inner.outside(message), Cms.part(cms, "pkcs7-mime", "compressed-data", "smime.p7z"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
