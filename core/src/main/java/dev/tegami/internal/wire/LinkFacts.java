package dev.tegami.internal.wire;

import dev.tegami.net.Security;
import dev.tegami.sasl.ChannelBinding;
import dev.tegami.sasl.Link;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
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
                wire.tlsSocket().map(LinkFacts::bindings).orElse(List.of()));
    }

    private static List<ChannelBinding> bindings(SSLSocket socket) {
        SSLSession session = socket.getSession();
        List<ChannelBinding> bindings = new ArrayList<>();
        KeyExporter.channelBinding(session).map(ChannelBinding::exporter).ifPresent(bindings::add);
        try {
            if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
                ChannelBinding.serverEndPoint(certificate).ifPresent(bindings::add);
            }
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a checked peer has a certificate", e);
        }
        return bindings;
    }
}
