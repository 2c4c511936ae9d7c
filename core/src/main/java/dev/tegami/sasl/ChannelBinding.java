package dev.tegami.sasl;

import com.ongres.scram.common.util.TlsServerEndpoint;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** What ties a login to its TLS connection (RFC 5056): a kind and the octets both sides know. */
public final class ChannelBinding {
    private final String type;
    private final byte[] data;

    private ChannelBinding(String type, byte[] data) {
        this.type = type;
        this.data = data;
    }

    /**
     * Binds to the keys of a TLS 1.3 connection (RFC 9266).
     *
     * @param exported 32 octets exported under {@code EXPORTER-Channel-Binding}
     * @return the binding {@code tls-exporter}
     */
    public static ChannelBinding exporter(byte[] exported) {
        return new ChannelBinding("tls-exporter", exported.clone());
    }

    /**
     * Binds to the server's certificate (RFC 5929 §4).
     *
     * @param certificate the certificate the server showed
     * @return the binding {@code tls-server-end-point}, or empty for a certificate whose signature names no hash
     */
    public static Optional<ChannelBinding> serverEndPoint(X509Certificate certificate) {
        try {
            byte[] hash = TlsServerEndpoint.getChannelBindingData(certificate);
            return hash.length == 0
                    ? Optional.empty()
                    : Optional.of(new ChannelBinding(TlsServerEndpoint.TLS_SERVER_END_POINT, hash));
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Names the kind.
     *
     * @return the registered name
     */
    public String type() {
        return type;
    }

    byte[] data() {
        return data.clone();
    }

    /** Shows the kind only. */
    @Override
    public String toString() {
        return type;
    }
}
