package dev.tegami.smime;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;

/** Messages to protect. */
final class Letters {
    static final byte[] BLOB = blob();

    private Letters() {}

    private static byte[] blob() {
        byte[] octets = new byte[3000];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (i * 7);
        }
        return octets;
    }

    static Message plain() {
        return Message.compose()
                .from("Ada <ada@example.org>")
                .to("bob@example.net")
                .subject("議事録")
                .text("Grüße, Bob\nsecond line\n")
                .build();
    }

    /** As it would arrive. */
    static Message arrived(Message sent) {
        return Message.parse(sent.toBytes());
    }

    static Message raw(String text) {
        return Message.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
