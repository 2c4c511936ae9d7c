package dev.tegami.internal.wire;

import dev.tegami.net.Server;
import dev.tegami.sasl.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Asks an HTTP proxy for a tunnel (RFC 9110 §9.3.6). The proxy resolves the name. */
final class HttpTunnel {
    private static final int LONGEST_HEAD = 16 * 1024;

    private HttpTunnel() {}

    static void connect(Transport proxy, Server server, Optional<Credentials> login) throws IOException {
        String host = HostName.isAddress(server.host()) ? server.host() : HostName.ascii(server.host());
        String target = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + server.port();
        StringBuilder request = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        login.ifPresent(credentials -> request.append("Proxy-Authorization: Basic ")
                .append(basic(credentials))
                .append("\r\n"));
        proxy.output().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        String status = head(proxy.input());
        if (status.startsWith("HTTP/1.") && status.length() >= 12 && status.charAt(9) == '2') {
            return;
        }
        if (!status.startsWith("HTTP/1.")) {
            throw new ProtocolException("not an HTTP proxy");
        }
        throw new ConnectException("the HTTP proxy says: " + status.substring(9));
    }

    private static String basic(Credentials credentials) {
        String pair = credentials.user() + ":" + credentials.password().orElse("");
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the head octet by octet, for what follows belongs to the server; gives the status line. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("the HTTP proxy closed the connection");
            }
            matched = octet == "\r\n\r\n".charAt(matched) ? matched + 1 : octet == '\r' ? 1 : 0;
            head.write(octet);
            if (head.size() > LONGEST_HEAD) {
                throw new ProtocolException("the HTTP proxy's answer is longer than " + LONGEST_HEAD + " octets");
            }
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        StringBuilder status = new StringBuilder();
        text.substring(0, text.indexOf('\r')).chars().limit(200).forEach(c -> status.append(c < ' ' ? '?' : (char) c));
        return status.toString();
    }
}
