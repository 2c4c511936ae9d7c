package dev.tegami.internal.wire;

import dev.tegami.net.Server;
import dev.tegami.sasl.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks a SOCKS 5 proxy for a connection (RFC 1928, RFC 1929). The proxy resolves the name. */
final class Socks5 {
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final List<String> REPLIES = List.of(
            "granted",
            "general failure",
            "not allowed by the rules",
            "network unreachable",
            "host unreachable",
            "connection refused",
            "time to live expired",
            "command not supported",
            "kind of address not supported");

    private final DataInputStream in;
    private final OutputStream out;
    private final Optional<Credentials> login;

    Socks5(Transport proxy, Optional<Credentials> login) {
        this.in = new DataInputStream(proxy.input());
        this.out = proxy.output();
        this.login = login;
    }

    void connect(Server server) throws IOException {
        out.write(login.isPresent() ? new byte[] {5, 2, NO_LOGIN, PASSWORD} : new byte[] {5, 1, NO_LOGIN});
        expect(5, "version");
        int method = in.readUnsignedByte();
        if (method == PASSWORD && login.isPresent()) {
            logIn(login.get());
        } else if (method != NO_LOGIN) {
            throw new ConnectException("the SOCKS proxy wants a login of another kind or refuses ours");
        }
        request(server);
    }

    private void logIn(Credentials credentials) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        counted(message, credentials.user().getBytes(StandardCharsets.UTF_8));
        counted(message, credentials.password().orElse("").getBytes(StandardCharsets.UTF_8));
        out.write(message.toByteArray());
        expect(1, "version of the login");
        if (in.readUnsignedByte() != 0) {
            throw new ConnectException("the SOCKS proxy refuses user name or password");
        }
    }

    private void request(Server server) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {5, 1, 0});
        if (HostName.isAddress(server.host())) {
            byte[] address = InetAddress.getByName(server.host()).getAddress();
            message.write(address.length == 4 ? 1 : 4);
            message.writeBytes(address);
        } else {
            message.write(3);
            counted(message, HostName.ascii(server.host()).getBytes(StandardCharsets.US_ASCII));
        }
        message.write(server.port() >> 8);
        message.write(server.port() & 0xFF);
        out.write(message.toByteArray());
        expect(5, "version");
        int reply = in.readUnsignedByte();
        if (reply != 0) {
            throw new ConnectException(
                    "the SOCKS proxy says: " + (reply < REPLIES.size() ? REPLIES.get(reply) : "reply " + reply));
        }
        in.readUnsignedByte();
        skipAddress(in.readUnsignedByte());
    }

    private void skipAddress(int kind) throws IOException {
        int length =
                switch (kind) {
                    case 1 -> 4;
                    case 3 -> in.readUnsignedByte();
                    case 4 -> 16;
                    default -> throw new ProtocolException("the SOCKS proxy names an address of unknown kind " + kind);
                };
        in.readFully(new byte[length + 2]);
    }

    private static void counted(ByteArrayOutputStream message, byte[] octets) throws IOException {
        if (octets.length == 0 || octets.length > 255) {
            throw new ConnectException("a SOCKS proxy takes names and passwords of 1 to 255 octets");
        }
        message.write(octets.length);
        message.writeBytes(octets);
    }

    private void expect(int octet, String what) throws IOException {
        int got = in.readUnsignedByte();
        if (got != octet) {
            throw new ProtocolException("not a SOCKS 5 proxy: " + what + " " + got);
        }
    }
}
