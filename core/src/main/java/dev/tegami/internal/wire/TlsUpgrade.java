package dev.tegami.internal.wire;

import dev.tegami.net.Server;
import dev.tegami.net.TlsOptions;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Makes a TLS connection over a transport and checks whom it leads to. */
public final class TlsUpgrade {
    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private final TlsOptions options;
    private final Server server;
    private final String name;

    TlsUpgrade(TlsOptions options, Server server) {
        this.options = options;
        this.server = server;
        this.name = options.serverName().orElse(server.host());
    }

    Transport over(Transport carrier) throws IOException {
        SSLContext context = context();
        Socket below = new CarrierSocket(carrier);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(below, name, server.port(), true);
        socket.setUseClientMode(true);
        socket.setSSLParameters(parameters(socket));
        shakeHands(socket);
        PeerCheck.check(name, options.pins(), socket.getSession());
        return new TlsTransport(carrier, socket);
    }

    /** Some providers have failures of their own, which are failures of TLS all the same. */
    private static void shakeHands(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
        } catch (SSLException | SocketException | EOFException e) {
            throw e;
        } catch (IOException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    /** Gives version and cipher suite, for the trace. */
    static String describe(SSLSocket socket) {
        SSLSession session = socket.getSession();
        return session.getProtocol() + " " + session.getCipherSuite();
    }

    private SSLContext context() throws SSLException {
        try {
            return options.context().isPresent() ? options.context().get() : TlsContexts.of(options);
        } catch (GeneralSecurityException e) {
            throw new SSLException("cannot prepare trust or identity: " + e.getMessage(), e);
        }
    }

    /** As octets: the other form would refuse names with an underscore, which exist. */
    private SNIHostName asked() throws IOException {
        return new SNIHostName(HostName.ascii(name).getBytes(StandardCharsets.US_ASCII));
    }

    /** What the context enables, for it may have reasons to take no newer ones; older ones are not for us. */
    private static String[] versions(SSLSocket socket) throws SSLException {
        List<String> enabled = List.of(socket.getEnabledProtocols());
        String[] versions = VERSIONS.stream().filter(enabled::contains).toArray(String[]::new);
        if (versions.length == 0) {
            throw new SSLException("the TLS context enables " + enabled + ", and neither TLS 1.3 nor TLS 1.2");
        }
        return versions;
    }

    private SSLParameters parameters(SSLSocket socket) throws IOException {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(versions(socket));
        parameters.setServerNames(HostName.isAddress(name) ? List.of() : List.of(asked()));
        if (!options.applicationProtocols().isEmpty()) {
            parameters.setApplicationProtocols(options.applicationProtocols().toArray(String[]::new));
        }
        return parameters;
    }
}
