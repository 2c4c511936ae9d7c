package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that end too early, at every octet. */
class TruncationTest {
    private static final Identity ADA = Small.ada("P-256");

    static Stream<UnaryOperator<Message>> forms() {
        Identity rsa = Small.ada("RSA");
        Encryption encrypt = Smime.encrypt(Small.CURVE.certificate());
        return Stream.of(
                Smime.sign(ADA),
                Smime.sign(ADA).opaque(),
                Smime.sign(rsa),
                message -> message.with(Smime.sign(ADA)).with(encrypt),
                message -> message.with(Smime.sign(ADA)).with(encrypt.compatible()),
                message -> message.with(encrypt).with(Smime.sign(ADA)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aMessageCutAtAnyOctetIsNotTrusted(UnaryOperator<Message> form) {
        byte[] octets = Small.NOTE.with(form).toBytes();
        Opened whole = Small.open(Message.parse(octets), ADA);
        assertThat(whole.isTrusted()).as(whole.verdict().toString()).isTrue();
        int complete = endOfStructure(octets);
        for (int length = 0; length < octets.length; length++) {
            Opened cut = Small.open(Message.parse(Arrays.copyOf(octets, length)), ADA);
            if (length < complete) {
                assertThat(cut.isTrusted()).as("cut at " + length).isFalse();
            } else if (cut.isTrusted()) {
                assertThat(Small.Shown.of(cut)).isEqualTo(Small.Shown.of(whole));
            }
        }
    }

    /** Where the last octet of base64 is; behind it are a line end and the last delimiter only. */
    private static int endOfStructure(byte[] octets) {
        String text = new String(octets, StandardCharsets.US_ASCII);
        int end = text.endsWith("--\r\n") ? text.lastIndexOf("\r\n--") : text.length();
        while (text.charAt(end - 1) <= ' ' || text.charAt(end - 1) == '=') {
            end--;
        }
        return end;
    }
}
