package dev.tegami.mime;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.EncodedWords;
import dev.tegami.internal.mime.Flowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The scanner and every view of a message, on octets nobody thought of. */
class MessageFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyOctetsAreAMessageThatIsWrittenBack(byte[] octets) throws Exception {
        if (octets == null) {
            return;
        }
        Message message = Message.parse(octets);
        if (!Arrays.equals(CorpusIdentityTest.rebuilt(message), octets)) {
            throw new AssertionError("not written back");
        }
        String shape = Outline.json(message);
        Message streamed = Message.parse(Source.of(() -> Variants.oneByOne(octets)));
        if (!Outline.json(streamed).equals(shape)) {
            throw new AssertionError("another shape from a stream");
        }
        views(message);
    }

    private static void views(Message message) throws IOException {
        message.text();
        message.html();
        message.findings();
        message.from();
        message.to();
        message.date();
        message.needs();
        for (Part part : message.attachments()) {
            part.fileName();
            part.content().ifPresent(Content::bytes);
            part.content().ifPresent(Content::text);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyAddressesAreReadAndCompleteOnesWrittenAgain(byte[] octets) {
        if (octets == null) {
            return;
        }
        String text = new String(octets, StandardCharsets.ISO_8859_1).replaceAll("[\r\n\0]", " ");
        for (Address address : AddressReader.latin1(text)) {
            for (Mailbox mailbox : address.mailboxes()) {
                try {
                    Mailbox same = Mailbox.of(mailbox.displayName(), mailbox.localPart(), mailbox.domain());
                    Field field = Field.addresses("To", List.of(same));
                    if (!AddressReader.latin1(field.unfolded()).equals(List.of(same))) {
                        throw new AssertionError(same + " reads back as " + field);
                    }
                } catch (MimeException refused) {
                    mailbox.address();
                }
            }
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyParametersAreReadAndWrittenAgain(byte[] octets) {
        if (octets == null) {
            return;
        }
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        ContentType.parse(text);
        Disposition read = Disposition.received(text);
        Disposition again = Disposition.attachment();
        for (var entry : read.parameters().entrySet()) {
            try {
                again = again.with(entry.getKey(), entry.getValue());
            } catch (MimeException refused) {
                continue;
            }
            Disposition back = Disposition.received(again.field().unfolded());
            if (!back.parameters().equals(again.parameters())) {
                throw new AssertionError(again + " reads back as " + back);
            }
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyTextReadsBackFromAField(byte[] octets) {
        if (octets == null) {
            return;
        }
        Dates.parse(new String(octets, StandardCharsets.ISO_8859_1));
        EncodedWords.decode(new String(octets, StandardCharsets.ISO_8859_1));
        Flowed.decode(new String(octets, StandardCharsets.ISO_8859_1), true);
        String text = new String(octets, StandardCharsets.UTF_8);
        try {
            Field field = Field.of("Subject", text);
            if (!field.value().equals(text)) {
                throw new AssertionError("reads back as " + field.value());
            }
        } catch (MimeException refused) {
            return;
        }
    }
}
