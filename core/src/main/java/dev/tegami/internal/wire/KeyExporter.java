package dev.tegami.internal.wire;

import dev.tegami.sasl.ChannelBinding;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;

/**
 * Finds the key exporter of newer Java platforms (25 and later) at run time: the one place of this library that looks
 * for a method by its name.
 */
final class KeyExporter {
    private static final Optional<MethodHandle> EXPORT = find();

    private KeyExporter() {}

    private static Optional<MethodHandle> find() {
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findVirtual(
                            ExtendedSSLSession.class,
                            "exportKeyingMaterialData",
                            MethodType.methodType(byte[].class, String.class, byte[].class, int.class)));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return Optional.empty();
        }
    }

    /** Exports the octets of {@code tls-exporter} (RFC 9266), where platform, provider and version can. */
    static Optional<byte[]> channelBinding(SSLSession session) {
        if (EXPORT.isEmpty()
                || !(session instanceof ExtendedSSLSession extended)
                || !session.getProtocol().equals("TLSv1.3")) {
            return Optional.empty();
        }
        try {
            return Optional.of((byte[]) EXPORT.get().invoke(extended, ChannelBinding.EXPORTER_LABEL, new byte[0], 32));
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            WireLog.LOG.log(Level.DEBUG, "this TLS provider exports no keys", e);
            return Optional.empty();
        }
    }
}
