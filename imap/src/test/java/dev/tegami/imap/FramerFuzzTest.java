package dev.tegami.imap;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.LimitExceeded;
import dev.tegami.imap.internal.wire.Framer;
import dev.tegami.imap.internal.wire.Tokens;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.NetException;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.net.WireLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Any octets are cut into the same frames however they come, and end with an error that has a name. */
class FramerFuzzTest {
    private static final ConnectOptions OPTIONS = ConnectOptions.of(
                    new Server("localhost", 0, Security.INSECURE_PLAINTEXT))
            .limits(WireLimits.defaults().line(512).reply(2048).literal(1024));

    @FuzzTest(maxDuration = "10m")
    void anyOctetsAreCutTheSameWay(byte[] octets) throws IOException {
        if (octets == null) {
            return;
        }
        List<String> whole = frames(octets, Integer.MAX_VALUE);
        List<String> oneByOne = frames(octets, 1);
        if (!whole.equals(oneByOne)) {
            throw new AssertionError(whole + " and " + oneByOne);
        }
    }

    private static List<String> frames(byte[] octets, int mostAtOnce) throws IOException {
        List<String> frames = new ArrayList<>();
        Framer framer = new Framer(Wire.over(new OctetTransport(octets, mostAtOnce), OPTIONS, Sessions.IMAP));
        try {
            while (true) {
                Tokens frame = framer.next(null);
                frames.add(frame.rest());
            }
        } catch (NetException | LimitExceeded e) {
            frames.add(e.getClass().getSimpleName());
        }
        return frames;
    }
}
