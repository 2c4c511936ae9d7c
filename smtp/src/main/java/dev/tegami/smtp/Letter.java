package dev.tegami.smtp;

import dev.tegami.mime.Field;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import dev.tegami.net.Server;
import dev.tegami.smtp.internal.CrlfStream;
import dev.tegami.smtp.internal.LineEnds;
import dev.tegami.smtp.internal.LineGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A message made fit for one server: Bcc gone, re-encoded only as far as the server's extensions demand. */
final class Letter {
    private static final long SMALL = 64 * 1024;

    private final Message message;
    private final TransferEncoding body;
    private final boolean international;
    private final long size;

    private Letter(Message message, TransferEncoding body, boolean international, long size) {
        this.message = message;
        this.body = body;
        this.international = international;
        this.size = size;
    }

    static Letter of(Message given, Envelope envelope, Extensions extensions, Server server) {
        Message stripped = given.withoutBcc();
        Message marked = envelope.tls() == TlsDemand.OPTIONAL ? tlsOptional(stripped) : stripped;
        boolean international = envelope.needsSmtpUtf8() || marked.needsSmtpUtf8();
        if (international && !extensions.has("SMTPUTF8")) {
            throw new ExtensionMissing(
                    server,
                    "SMTPUTF8",
                    "an address or a header field is not US-ASCII",
                    "use an address in US-ASCII, or compose without utf8Header()");
        }
        TransferEncoding needs = marked.needs();
        Message fit = fit(marked, needs, extensions, server);
        TransferEncoding body = fit == marked ? needs : fit.needs();
        Letter letter = new Letter(fit, body, international, size(fit));
        extensions.size().ifPresent(limit -> letter.check(limit, server));
        return letter;
    }

    private void check(long limit, Server server) {
        if (size > limit) {
            throw new MessageTooLarge(server, size, limit);
        }
    }

    private static Message tlsOptional(Message message) {
        return message.withHeader(message.header().with(Field.structured("TLS-Required", "No")));
    }

    private static TransferEncoding transport(Extensions extensions) {
        if (extensions.has("BINARYMIME") && extensions.has("CHUNKING")) {
            return TransferEncoding.BINARY;
        }
        return extensions.has("8BITMIME") ? TransferEncoding.EIGHT_BIT : TransferEncoding.SEVEN_BIT;
    }

    private static Message fit(Message message, TransferEncoding needs, Extensions extensions, Server server) {
        TransferEncoding transport = transport(extensions);
        if (needs.compareTo(transport) <= 0 && needs != TransferEncoding.BINARY) {
            return message;
        }
        Message canonical = needs == TransferEncoding.BINARY ? canonical(message) : message;
        try {
            return canonical.fitFor(transport);
        } catch (MimeException e) {
            String extension = needs == TransferEncoding.BINARY ? "BINARYMIME" : "8BITMIME";
            throw new ExtensionMissing(server, extension, String.valueOf(e.getMessage()), e.advice(), e);
        }
    }

    /** A message in the form of a Unix file gets the line ends of the net; one with CRLF stays as it is. */
    private static Message canonical(Message message) {
        Source raw = message.raw();
        try {
            if (!LineEnds.areUnix(raw)) {
                return message;
            }
            return Message.parse(Source.of(() -> new CrlfStream(raw.open())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Message message) {
        long known = message.size();
        if (known >= 0) {
            return known;
        }
        Count count = new Count();
        try {
            message.writeTo(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count.octets;
    }

    private static final class Count extends OutputStream {
        private long octets;

        @Override
        public void write(int octet) {
            octets++;
        }

        @Override
        public void write(byte[] array, int from, int length) {
            octets += length;
        }
    }

    long size() {
        return size;
    }

    boolean isInternational() {
        return international;
    }

    boolean isBinary() {
        return body == TransferEncoding.BINARY;
    }

    /** The parameter that names the body's form; 7bit is what a server expects without it. */
    Optional<String> bodyParameter() {
        return switch (body) {
            case EIGHT_BIT -> Optional.of("BODY=8BITMIME");
            case BINARY -> Optional.of("BODY=BINARYMIME");
            default -> Optional.empty();
        };
    }

    /** Whether it may be held in memory while it is on its way. */
    boolean isSmall() {
        return size <= SMALL;
    }

    /** Gives the octets for BDAT. */
    byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream((int) size + 2);
        try {
            if (isBinary()) {
                writeTo(octets);
            } else {
                LineGuard guard = new LineGuard(octets, LineGuard.Dots.AS_THEY_ARE);
                writeTo(guard);
                guard.endLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the message could not be read to its end; it was not sent", e);
        }
        return octets.toByteArray();
    }

    void writeTo(OutputStream out) throws IOException {
        message.writeTo(out);
    }
}
