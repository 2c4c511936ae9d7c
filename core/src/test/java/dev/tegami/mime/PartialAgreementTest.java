package dev.tegami.mime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MimeKit's messages in pieces. */
class PartialAgreementTest {
    private final Agreement agreement = new Agreement("mimekit-partial");

    @Test
    void piecesAreJoinedToTheMessageTheyAreOf() throws IOException {
        Path partial = Corpora.root().resolve("mimekit/partial");
        joined(partial, "message-partial", 3);
        joined(partial, "rfc2046", 2);
        Message photo = Message.parse(Variants.crlf(Corpora.read(partial.resolve("message-partial.eml"))));
        same("split again", photo, Partial.join(Partial.split(photo, 20_000)));
        agreement.conclude();
    }

    private void joined(Path partial, String name, int count) throws IOException {
        List<Message> pieces = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            pieces.add(Message.parse(partial.resolve(name + "." + i + ".eml")));
        }
        same(name, Message.parse(partial.resolve(name + ".eml")), Partial.join(pieces));
    }

    /** All of the body, and the fields in whatever order. */
    private void same(String what, Message original, Message joined) {
        agreement.check(what + " subject", original.subject(), joined.subject());
        agreement.check(
                what + " fields",
                new HashSet<>(original.header().fields()),
                new HashSet<>(joined.header().fields()));
        byte[] expected = OctetSource.bytes(OctetSource.octets(original.root().rawBody()));
        byte[] actual = OctetSource.bytes(OctetSource.octets(joined.root().rawBody()));
        agreement.check(what + " body", true, Arrays.equals(expected, actual));
        agreement.check(
                what + " parts",
                original.root().parts().size(),
                joined.root().parts().size());
        agreement.check(
                what + " files",
                original.attachments().stream().map(Part::fileName).toList(),
                joined.attachments().stream().map(Part::fileName).toList());
    }
}
