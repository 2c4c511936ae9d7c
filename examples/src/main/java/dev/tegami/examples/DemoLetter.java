package dev.tegami.examples;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** The letter that makes the trip: text and HTML in Japanese, a picture in the HTML, two attachments. */
final class DemoLetter {
    static final String SUBJECT = "第三回会議の議事録";

    /** What is in the letter beside its words: the picture by its Content-ID, the attachments by their file names. */
    static final Set<String> FILES = Set.of("seal", "minutes.pdf", "agenda.docx");

    private DemoLetter() {}

    static Message from(String sender, String recipient) throws IOException {
        return Message.compose()
                .from("Ada <" + sender + ">")
                .to("Bob <" + recipient + ">")
                .subject(SUBJECT)
                .text("ボブ様\n\n先日の会議の議事録をお送りします。次回の議題も添付しました。\n\nエイダ\n")
                .html("<p>ボブ様</p><p>先日の会議の議事録をお送りします。次回の議題も添付しました。</p>" + "<p>エイダ <img src=\"cid:seal\" alt=\"印\"></p>")
                .inline("seal", ContentType.parse("image/png"), Source.of(original("seal.png")))
                .attach("minutes.pdf", original("minutes.pdf"))
                .attach("agenda.docx", original("agenda.docx"))
                .build();
    }

    /** Tells whether a file of the letter has the very octets that were sent. */
    static boolean isOriginal(String name, byte[] octets) throws IOException {
        return FILES.contains(name) && Arrays.equals(octets, original(name.equals("seal") ? "seal.png" : name));
    }

    private static byte[] original(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DemoLetter.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
