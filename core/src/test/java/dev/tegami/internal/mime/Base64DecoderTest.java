package dev.tegami.internal.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.internal.bytes.ArrayOctets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class Base64DecoderTest {
    private static byte[] decode(String text) {
        ArrayOctets octets = Base64Decoder.decode(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
        return octets.toBytes();
    }

    /** Found by fuzzing: padding at the wrong place made the JDK's decoder write behind its target. */
    @Test
    void nothingIsWrittenBehindTheBlockWhateverThePadding() {
        for (int repeat = 0; repeat < 20_000; repeat++) {
            int length = 500 + repeat % 40;
            byte[] text = ("/".repeat(length) + "=".repeat(repeat % 3)).getBytes(StandardCharsets.US_ASCII);
            Base64Decoder decoder = new Base64Decoder(text.length);
            assertThat(decoder.strip(text, 0, text.length)).isEqualTo(text.length);
            int written = decoder.decode(true);
            assertThat(written).isEqualTo(length * 3 / 4);
            for (int i = written + 3; i < decoder.block.length; i++) {
                assertThat(decoder.block[i]).isZero();
            }
        }
    }

    @Test
    void textsOfEveryLengthAndPaddingDecode() {
        for (int size = 0; size < 600; size++) {
            byte[] plain = new byte[size];
            for (int i = 0; i < size; i++) {
                plain[i] = (byte) (i * 31);
            }
            String padded = Base64.getMimeEncoder().encodeToString(plain);
            assertThat(decode(padded)).isEqualTo(plain);
            assertThat(decode(padded.replace("=", ""))).isEqualTo(plain);
            assertThat(decode(padded + "=")).isEqualTo(plain);
            assertThat(decode("*" + padded)).isEqualTo(plain);
        }
    }
}
