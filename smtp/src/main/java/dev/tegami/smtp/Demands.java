package dev.tegami.smtp;

import dev.tegami.internal.wire.Wire;

/** What an envelope demands of the server, so that the message does not go to one that cannot do it. */
record Demands(Wire wire, Extensions extensions) {
    void check(Envelope envelope) {
        if (envelope.tls() == TlsDemand.REQUIRED && !(wire.isSecure() && extensions.has("REQUIRETLS"))) {
            throw missing(
                    "REQUIRETLS",
                    "the envelope demands TLS on the whole way",
                    "send it without the demand, or encrypt the message itself");
        }
        if (envelope.handling().deliverBy().isPresent()) {
            need("DELIVERBY", "the envelope sets a time for delivery", "send it without deliverBy(…)");
        }
        if (envelope.handling().release().isPresent()) {
            need("FUTURERELEASE", "the message is to be held until later", "send it when it is time");
        }
    }

    private void need(String extension, String why, String advice) {
        if (!extensions.has(extension)) {
            throw missing(extension, why, advice);
        }
    }

    private ExtensionMissing missing(String extension, String why, String advice) {
        return new ExtensionMissing(wire.server(), extension, why, advice);
    }
}
