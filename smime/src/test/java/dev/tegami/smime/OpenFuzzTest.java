package dev.tegami.smime;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.LimitExceeded;
import dev.tegami.mime.Content;
import dev.tegami.mime.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Opening octets that nobody thought of: there is always an answer or a limit, and nothing is trusted that was not
 * signed. With {@code JAZZER_FUZZ=1} it looks for more.
 */
class OpenFuzzTest {
    private static final Identity ADA = Small.ada("P-256");
    private static final Encryption BOB = Smime.encrypt(Small.CURVE.certificate());
    private static final byte[] PART =
            "Content-Type: text/plain\r\n\r\npay Bob\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final List<Message> GOOD = List.of(
            Small.NOTE.with(Smime.sign(ADA)),
            Small.NOTE.with(Smime.sign(ADA).opaque()),
            Small.NOTE.with(Smime.sign(ADA).opaque()).with(BOB),
            Small.NOTE.with(Smime.sign(ADA).opaque()).with(BOB.compatible()),
            Small.NOTE.with(Smime.sign(ADA)).with(Smime.encrypt(People.BOB.certificate())),
            Small.NOTE.with(BOB).with(Smime.sign(Small.ada("Ed25519"))));

    @FuzzTest(maxDuration = "10m")
    void anyMessageIsOpenedOrOverALimit(byte[] octets) {
        if (octets != null) {
            untrusted(Message.parse(octets));
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyStructureIsOpenedOrOverALimit(byte[] octets) {
        if (octets != null) {
            untrusted(Raw.opaque("ada@example.org", octets));
            untrusted(Raw.detached("ada@example.org", PART, octets));
        }
    }

    private static void untrusted(Message message) {
        try {
            Opened opened = Small.open(message, ADA);
            opened.message().text();
            if (opened.isTrusted()) {
                throw new AssertionError("trusted, and nobody signed it");
            }
        } catch (LimitExceeded e) {
            e.limit();
        }
    }

    /** Good messages with pieces of their structure changed, left out, doubled, and moved. */
    @FuzzTest(maxDuration = "10m")
    void whatIsTrustedAfterAChangeIsWhatWasSigned(FuzzedDataProvider data) {
        Message good = data.pickValue(GOOD);
        Small.Shown shown = Small.Shown.of(Small.open(good, ADA));
        Message changed = good.root().content().isPresent() && data.consumeBoolean()
                ? Small.around(good, edited(good.root().content().orElseThrow().bytes(), data))
                : Message.parse(edited(good.toBytes(), data));
        try {
            Opened opened = Small.open(changed, ADA);
            opened.message().text();
            if (opened.isTrusted()
                    && !shown.equals(
                            opened.message().root().content().map(Content::text).isPresent()
                                    ? Small.Shown.of(opened)
                                    : null)) {
                throw new AssertionError("trusted, and not what was signed");
            }
        } catch (LimitExceeded e) {
            e.limit();
        }
    }

    private static byte[] edited(byte[] octets, FuzzedDataProvider data) {
        byte[] now = octets;
        while (data.remainingBytes() > 0) {
            int at = data.consumeInt(0, now.length);
            int length = Math.min(data.consumeInt(0, 64), now.length - at);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(now, 0, at);
            switch (data.consumeInt(0, 3)) {
                case 0 -> out.writeBytes(data.consumeBytes(length));
                case 1 -> out.write(now, at, length);
                case 2 -> out.write(now, data.consumeInt(0, now.length - length), length);
                default -> length = 0;
            }
            int rest = data.consumeBoolean() ? at + length : at;
            out.write(now, rest, now.length - rest);
            now = out.toByteArray();
        }
        return now;
    }
}
