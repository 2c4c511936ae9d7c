package dev.tegami.pop3;

import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.Transport;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectOptions;
import dev.tegami.pop3.internal.Opening;

/** Opens sessions over transports of tests. */
final class Sessions {
    static final Protocol POP3 = Protocol.of("pop", 110, 995);

    private Sessions() {}

    static ConnectOptions options() {
        return Pop3.at("pop.example.org").login("ada", "secret").options();
    }

    static Pop3Session over(Transport transport) {
        return over(transport, options());
    }

    static Pop3Session over(Transport transport, ConnectOptions options) {
        return new Pop3Session(Opening.over(Wire.over(transport, options, POP3), Opening.Charset.AS_IT_IS));
    }

    static Pop3Session with(FakeMaildrop drop) {
        return over(new FakeTransport(drop, Integer.MAX_VALUE));
    }
}
