package dev.tegami.pop3;

import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.Transport;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectOptions;
import dev.tegami.pop3.internal.Opening;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.Transcript;

/** Opens sessions over transports and transcripts of tests. */
final class Sessions {
    static final Protocol POP3 = Protocol.of("pop", 110, 995);

    private Sessions() {}

    static ConnectOptions options() {
        return Pop3.at("pop.example.org").login("ada", "secret").options();
    }

    static Pop3Session over(Transport transport) {
        return over(Wire.over(transport, options(), POP3));
    }

    static Pop3Session over(Wire wire) {
        return new Pop3Session(Opening.over(wire, Opening.Charset.AS_IT_IS));
    }

    static Pop3Session with(FakeMaildrop drop) {
        return over(new FakeTransport(drop, Integer.MAX_VALUE));
    }

    /** A dialogue after a greeting and the capabilities, without login. */
    static Replay dialogue(String capabilities, String... lines) {
        String capa = "C: CAPA\nS: +OK\n"
                + capabilities.lines().map(line -> "S: " + line + "\n").reduce("", String::concat) + "S: .\n";
        return raw("S: +OK ready <1.2@x>\n" + capa + String.join("\n", lines));
    }

    /** A dialogue from its first line. */
    static Replay raw(String lines) {
        return Replay.of(Transcript.parse("dialogue", "provenance: RFC 1939 section 10\n" + lines), POP3);
    }
}
