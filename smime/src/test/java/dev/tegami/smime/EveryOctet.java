package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Turns one bit of every octet, or of one in so many, another bit each time, and tells where nobody noticed. */
final class EveryOctet {
    private EveryOctet() {}

    static List<Integer> unnoticed(
            byte[] octets, int step, Function<byte[], Message> mail, Function<Message, Opened> open) {
        Opened whole = open.apply(mail.apply(octets));
        assertThat(whole.isTrusted()).as(whole.verdict().toString()).isTrue();
        Small.Shown shown = Small.Shown.of(whole);
        return IntStream.range(0, octets.length)
                .filter(at -> at % step == 0)
                .parallel()
                .filter(at -> {
                    byte[] flipped = octets.clone();
                    flipped[at] ^= (byte) (1 << at / step % 8);
                    Opened opened = open.apply(mail.apply(flipped));
                    if (opened.isTrusted()) {
                        assertThat(Small.Shown.of(opened)).as("octet " + at).isEqualTo(shown);
                    }
                    return opened.isTrusted();
                })
                .boxed()
                .toList();
    }

    /** Where something stands. */
    static int indexOf(byte[] octets, byte[] wanted) {
        for (int i = 0; i + wanted.length <= octets.length; i++) {
            if (Arrays.equals(octets, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
