package dev.tegami.imap;

import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.FetchSection;
import dev.tegami.imap.internal.command.PartialStream;
import dev.tegami.imap.internal.quirk.CourierMessages;
import dev.tegami.imap.internal.quirk.DovecotBinary;
import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import dev.tegami.net.Receive;
import java.util.Optional;

/** Brings the content of a part from the server to a receiver, decoded there or on the way. */
final class PartTransfer {
    private final ReadableFolder folder;
    private final Findings findings;
    private final long uid;
    private final Described part;
    private final String section;

    PartTransfer(ReadableFolder folder, Findings findings, long uid, Described part) {
        this.folder = folder;
        this.findings = findings;
        this.uid = uid;
        this.part = part;
        this.section = part.structure().section();
    }

    /** Gives nothing where the server has no such section. */
    <T> Optional<T> to(Receive<T> receive) {
        if (canDecode(part.encoding())) {
            Optional<T> received = decodedByServer(receive);
            if (received.isPresent()) {
                return received;
            }
        }
        return folder.session.guarded(() -> {
            folder.check();
            return folder.session
                    .conversation()
                    .meter()
                    .measure("UID FETCH", 1, part.structure().size(), () -> decodedHere(receive));
        });
    }

    private boolean canDecode(TransferEncoding encoding) {
        boolean isKnown = encoding.label().equals(part.structure().encoding());
        boolean isPlain = encoding == TransferEncoding.SEVEN_BIT || encoding == TransferEncoding.EIGHT_BIT;
        String greeting = folder.session.conversation().greeting();
        return isKnown && !isPlain && folder.session.offers("BINARY") && !DovecotBinary.breaks(greeting, encoding);
    }

    /** A server that cannot decode says NO [UNKNOWN-CTE] (RFC 3516 §4.3); whatever else it minds, it will say again. */
    private <T> Optional<T> decodedByServer(Receive<T> receive) {
        FetchSection<T> command = folder.section(uid, Section.part(section).binaryItem(), receive);
        try {
            return folder.received(command, receive);
        } catch (ImapRefused e) {
            if (command.isReceived()) {
                throw e;
            }
            findings.add(Discrepancy.Kind.BINARY_REFUSED, section, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private <T> Optional<T> decodedHere(Receive<T> receive) {
        Conversation conversation = folder.session.conversation();
        long declared = part.structure().size();
        try (PartialStream in = new PartialStream(conversation, uid, section, headerSection(), declared)) {
            if (in.isMissing()) {
                return Optional.empty();
            }
            TransferEncoding encoding = encoding(in.header());
            Source decoded = Content.preEncoded(Source.of(() -> in), ContentType.OCTETS, encoding)
                    .decoded();
            T received = LocalPart.pour(decoded, encoding.isIdentity() ? whole(receive) : receive);
            findings.size(section, declared, in.total());
            return Optional.of(received);
        }
    }

    private <T> Receive<T> whole(Receive<T> receive) {
        return part.hasStrayCr(folder.session.conversation().greeting()) ? CourierMessages.mended(receive) : receive;
    }

    /** The header of a part of the message, or those fields of the message's own that say what its body is. */
    private String headerSection() {
        return part.isRoot()
                ? Section.fields("CONTENT-TYPE", "CONTENT-TRANSFER-ENCODING").specification()
                : Section.mime(section).specification();
    }

    /** The part's own header counts, where the server gives it. */
    private TransferEncoding encoding(byte[] header) {
        TransferEncoding described = part.encoding();
        if (header.length == 0) {
            return described;
        }
        TransferEncoding real = Described.encoding(Message.parse(header)
                .header()
                .first("Content-Transfer-Encoding")
                .map(Field::value)
                .orElse("7bit"));
        if (real != described && !(real.isIdentity() && described.isIdentity())) {
            findings.add(Discrepancy.Kind.ENCODING_DIFFERS, section, described.label() + " told, " + real.label());
        }
        return real;
    }
}
