package dev.tegami.smime.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BerReaderTest {
    private static final byte[] TWO_GIGABYTES_SAID = {4, (byte) 0x84, 0x7F, -1, -1, -1, 1, 2, 3};

    @Test
    void aLengthThatIsALieIsMalformedAndNotBig() {
        assertThatThrownBy(() -> reader(TWO_GIGABYTES_SAID, 1 << 20).element()).isInstanceOf(EOFException.class);
    }

    @Test
    void anElementThatIsReallyThereIsHeldToTheLimit() {
        byte[] long256 = new byte[4 + 256];
        long256[0] = 4;
        long256[1] = (byte) 0x82;
        long256[2] = 1;
        assertThatThrownBy(() -> reader(long256, 100).element()).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void anElementLongerThanTheOneAroundItIsMalformed() throws IOException {
        BerReader in = reader(new byte[] {0x30, 3, 4, 2, 7, 8}, 100);
        in.enter(BerReader.SEQUENCE);
        assertThatThrownBy(in::element).isInstanceOf(MalformedCms.class);
    }

    private static BerReader reader(byte[] octets, long budget) {
        return new BerReader(new ByteArrayInputStream(octets), budget);
    }
}
