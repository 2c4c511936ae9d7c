package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.mime.SourceChanged;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceChangedTest {
    private static final int LONG = 20 << 20;

    /** As long as before, one octet is another. */
    private static byte[] octets(int changed) {
        byte[] octets = new byte[LONG];
        Arrays.fill(octets, (byte) 'a');
        octets[changed]++;
        return octets;
    }

    @ParameterizedTest
    @EnumSource(Layer.Form.class)
    void aSourceThatGivesOtherOctetsThanWereSignedIsNotSent(Layer.Form form) {
        AtomicInteger current = new AtomicInteger(LONG - 1);
        Source source = Source.of(() -> new ByteArrayInputStream(octets(current.get())));
        Signing signing = Smime.sign(People.ADA);
        Message signed = Message.compose()
                .from("ada@example.org")
                .subject("Film")
                .attach("film.bin", source)
                .build()
                .with(form == Layer.Form.OPAQUE ? signing.opaque() : signing);
        for (int place : new int[] {0, LONG / 2, LONG - 2}) {
            current.set(place);
            assertThatThrownBy(() -> signed.writeTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(SourceChanged.class);
        }
    }
}
