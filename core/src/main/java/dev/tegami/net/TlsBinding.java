package dev.tegami.net;

import dev.tegami.sasl.ChannelBinding;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Finds what a login can be bound to in a connection that a {@link TlsOptions#context context of the caller's own} has
 * made, so that SCRAM-SHA-256-PLUS serves: the Java platform itself tells it only from 25 on. Conscrypt exports keys of
 * TLS 1.3, Bouncy Castle's provider remembers the handshake of TLS 1.2:
 *
 * <pre>{@code
 * TlsBinding conscrypt = socket -> Optional.of(ChannelBinding.exporter(
 *         Conscrypt.exportKeyingMaterial(socket, ChannelBinding.EXPORTER_LABEL, new byte[0], 32)));
 * TlsBinding bouncyCastle = socket ->
 *         Optional.ofNullable(((BCSSLSocket) socket).getConnection().getChannelBinding("tls-unique"))
 *                 .map(ChannelBinding::unique);
 * TlsOptions bindable = TlsOptions.defaults().context(own, conscrypt);
 * }</pre>
 */
@FunctionalInterface
public interface TlsBinding {
    /**
     * Finds the binding of a connection. Asked on the thread of the session, before a login. {@code tls-exporter} counts
     * only for TLS 1.3, {@code tls-unique} only for TLS 1.2; one that does not suit the connection is left out.
     *
     * @param socket a connection that the context has made, after its handshake
     * @return the binding, or empty where this connection gives none
     * @throws SSLException if it should give one and does not: then the session is not opened
     */
    Optional<ChannelBinding> of(SSLSocket socket) throws SSLException;
}
