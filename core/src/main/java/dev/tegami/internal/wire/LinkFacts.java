package dev.tegami.internal.wire;

import dev.tegami.net.Security;
import dev.tegami.net.TlsBinding;
import dev.tegami.net.TlsFailed;
import dev.tegami.sasl.ChannelBinding;
import dev.tegami.sasl.Link;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** What SASL may know of a wire. */
final class LinkFacts {
    private LinkFacts() {}

    static Link of(Wire wire) {
        boolean byChoice = wire.options().server().security() == Security.INSECURE_PLAINTEXT;
        Link.Privacy clear = byChoice ? Link.Privacy.CLEAR_BY_CHOICE : Link.Privacy.CLEAR;
        return new Link(
                wire.protocol().name(),
                wire.server().host(),
                wire.server().port(),
                wire.isPrivate() ? Link.Privacy.PRIVATE : clear,
                wire.tlsSocket().map(socket -> bindings(wire, socket)).orElse(List.of()));
    }

    private static List<ChannelBinding> bindings(Wire wire, SSLSocket socket) {
        SSLSession session = socket.getSession();
        List<ChannelBinding> bindings = new ArrayList<>();
        connection(wire, socket).ifPresent(bindings::add);
        try {
            if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
                ChannelBinding.serverEndPoint(certificate).ifPresent(bindings::add);
            }
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a checked peer has a certificate", e);
        }
        return bindings;
    }

    /** Whoever says how to bind counts on it: that it breaks is no reason to go on unbound. */
    private static Optional<ChannelBinding> connection(Wire wire, SSLSocket socket) {
        Optional<TlsBinding> own = wire.options().tls().binding();
        if (own.isEmpty()) {
            return KeyExporter.channelBinding(socket.getSession()).map(ChannelBinding::exporter);
        }
        try {
            String suits = socket.getSession().getProtocol().equals("TLSv1.3") ? "tls-exporter" : "tls-unique";
            return own.get().of(socket).filter(binding -> binding.type().equals(suits));
        } catch (SSLException | RuntimeException e) {
            throw wire.broke(new TlsFailed(
                    wire.server(),
                    "channel binding",
                    "the binding of the TLS options fails: " + e.getMessage(),
                    "see what TlsOptions.context was given",
                    e));
        }
    }
}
