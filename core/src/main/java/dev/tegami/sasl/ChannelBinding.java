package dev.tegami.sasl;

import com.ongres.scram.common.util.TlsServerEndpoint;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** What ties a login to its TLS connection (RFC 5056): a kind and the octets both sides know. */
public final class ChannelBinding {
    /** The label under which a TLS 1.3 connection exports the octets of {@code tls-exporter} (RFC 9266 §4.2). */
    public static final String EXPORTER_LABEL = "EXPORTER-Channel-Binding";

    private static final int EXPORTED = 32;

    private final String type;
    private final byte[] data;

    private ChannelBinding(String type, byte[] data) {
        this.type = type;
        this.data = data;
    }

    /**
     * Binds to the keys of a TLS 1.3 connection (RFC 9266).
     *
     * @param exported 32 octets exported under {@link #EXPORTER_LABEL} with a context of no octets
     * @return the binding {@code tls-exporter}
     * @throws IllegalArgumentException for another number of octets
     */
    public static ChannelBinding exporter(byte[] exported) {
        if (exported.length != EXPORTED) {
            throw new IllegalArgumentException("tls-exporter is " + EXPORTED + " octets, not " + exported.length);
        }
        return new ChannelBinding("tls-exporter", exported.clone());
    }

    /**
     * Binds to the handshake of a TLS 1.2 connection (RFC 5929 §3), which must have used the extended master secret
     * (RFC 7627). Some mail servers know no other binding.
     *
     * @param finished the first Finished message of the handshake
     * @return the binding {@code tls-unique}
     * @throws IllegalArgumentException for no octets
     */
    public static ChannelBinding unique(byte[] finished) {
        if (finished.length == 0) {
            throw new IllegalArgumentException("tls-unique is the Finished message, not nothing");
        }
        return new ChannelBinding("tls-unique", finished.clone());
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

    boolean isServerEndPoint() {
        return type.equals(TlsServerEndpoint.TLS_SERVER_END_POINT);
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
