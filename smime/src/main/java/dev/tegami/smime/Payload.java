package dev.tegami.smime;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes inside of all layers (the Cryptographic Payload of RFC 9788), and the header that stays outside. */
record Payload(Part part, Header outside) {
    static final String HP = "hp";
    static final String CLEAR = "clear";
    static final String CIPHER = "cipher";

    /** The content without the header. */
    static Payload bare(Message message, TransferEncoding transport) {
        return new Payload(fit(Inner.part(message), transport), Inner.outside(message));
    }

    /** The content with the header, which stays outside as well (section 2.1: {@code hp="clear"}). */
    static Payload clear(Message message, TransferEncoding transport) {
        refuseLayer(message);
        Part content = fit(Inner.part(message), transport);
        Header outside = Inner.outside(message).without(Fields.OUTER);
        return new Payload(with(content, CLEAR, inside(message), List.of()), outside);
    }

    /** The content with the header, of which the policy chooses what stays outside ({@code hp="cipher"}). */
    static Payload cipher(Message message, HeaderSealing sealing, TransferEncoding transport) {
        refuseLayer(message);
        List<Field> outside = new ArrayList<>();
        List<Field> recorded = new ArrayList<>();
        List<Field> hidden = new ArrayList<>();
        for (Field field : Inner.outside(message).without(Fields.OUTER).fields()) {
            if (Fields.isStructural(field) || Fields.isBlind(field)) {
                outside.add(field);
                continue;
            }
            Optional<Field> shown = Confidentialities.checked(sealing.policy(), field);
            shown.ifPresent(outside::add);
            shown.map(Fields::recorded).ifPresent(recorded::add);
            if (Fields.isUserFacing(field) && !shown.map(Field::value).equals(Optional.of(field.value()))) {
                hidden.add(field);
            }
        }
        Part content = Inner.part(message);
        Part shown = sealing.isShownToLegacy() ? LegacyDisplay.into(content, hidden) : content;
        return new Payload(
                with(fit(shown, transport), CIPHER, inside(message), recorded),
                Header.of(outside.stream().map(Fields::crlf).toList()));
    }

    /** A layer has its payload already, and nothing can be put in there. */
    private static void refuseLayer(Message message) {
        if (Media.isSigned(message.root()) || Media.isEnvelope(message.root())) {
            throw new SmimeException(
                    "the header cannot be protected any more: the message is signed, encrypted or compressed already",
                    "protect it by the innermost layer; to sign and encrypt use Encryption.signedBy");
        }
    }

    private static Part fit(Part part, TransferEncoding transport) {
        return Message.of(part).fitFor(transport).root();
    }

    /** Nobody who is Bcc is to be known to the others, also not by what they decrypt. */
    private static List<Field> inside(Message message) {
        List<Field> fields = message.header().fields().stream()
                .filter(field -> !Fields.isStructural(field) && !Fields.isBlind(field))
                .filter(field -> !field.isNamed(Fields.OUTER))
                .map(Fields::crlf)
                .toList();
        // its octets are signed or sealed as they are, so that no transport may have to mend them
        Content nothing = Content.of(Source.of(new byte[0]), ContentType.PLAIN, TransferEncoding.SEVEN_BIT);
        Message.of(Part.of(Header.of(fields), nothing)).fitFor(TransferEncoding.EIGHT_BIT);
        return fields;
    }

    private static Part with(Part content, String hp, List<Field> inside, List<Field> recorded) {
        ContentType type = content.contentType().with(HP, hp);
        Field typed = Field.structured("Content-Type", type.toString());
        Stream<Field> own = content.header().fields().stream().filter(field -> !field.isNamed("Content-Type"));
        List<Field> all = new ArrayList<>(inside);
        all.addAll(recorded);
        own.forEach(all::add);
        all.add(typed);
        return content.with(Header.of(all));
    }
}
