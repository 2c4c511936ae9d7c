package dev.tegami.imap;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.ResponseParser;
import dev.tegami.imap.internal.wire.Tokens;

/** Any octets are a response, if only a malformed one; and what they say can be asked for without an error. */
class ResponseFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyOctetsAreAResponse(byte[] octets) {
        if (octets == null) {
            return;
        }
        parse(octets);
        parse(("* 1 FETCH (UID 7 " + latin1(octets) + ")").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static String latin1(byte[] octets) {
        return new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void parse(byte[] octets) {
        Response response = ResponseParser.parse(new Tokens(octets, octets.length, 20));
        if (response == null) {
            throw new AssertionError("no response");
        }
        if (response.toString().isEmpty()) {
            throw new AssertionError("nothing to show");
        }
        if (response instanceof Fetched fetched) {
            ask(fetched);
        }
    }

    private static void ask(Fetched fetched) {
        fetched.subject();
        fetched.date();
        fetched.internalDate();
        fetched.saveDate();
        fetched.messageId();
        fetched.inReplyTo();
        fetched.from();
        fetched.to();
        fetched.cc();
        fetched.flags();
        fetched.section(Section.ALL);
        fetched.structure()
                .ifPresent(structure -> structure.all().forEach(part -> {
                    part.fileName();
                    part.mediaType();
                }));
    }
}
