package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Damage;
import dev.tegami.internal.mime.tnef.Attributes;
import dev.tegami.internal.mime.tnef.Properties;
import dev.tegami.internal.mime.tnef.Property;
import dev.tegami.internal.mime.tnef.PropertyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attachment of a TNEF message, made into a part. */
final class TnefAttachment {
    /** An object starts with the GUID of its interface. */
    private static final int GUID = 16;

    private final TnefReader reader;

    @Nullable
    ArrayOctets title;

    @Nullable
    ArrayOctets fileName;

    Properties properties = Properties.none();
    private ArrayOctets data = ArrayOctets.of(new byte[0]);
    private int offset;

    TnefAttachment(TnefReader reader) {
        this.reader = reader;
    }

    void data(ArrayOctets octets, int at) {
        data = octets;
        offset = at;
    }

    /** The content id, if HTML may refer to it. */
    Optional<String> contentId() {
        return Optional.ofNullable(properties.text(Property.CONTENT_ID, reader.codePage))
                .map(id -> PartHeader.bare(Harmless.ascii(id)))
                .filter(id -> !id.isEmpty());
    }

    Part part() {
        PropertyValue value = properties.value(Property.DATA);
        boolean isObject = value != null && value.type() == PropertyValue.OBJECT;
        if (value != null && (isObject || value.type() == PropertyValue.OCTETS)) {
            data(value.data(), value.offset());
        }
        if (isObject && data.size() >= GUID) {
            data(slice(data, GUID), offset + GUID);
        }
        if (isObject && Attributes.isTnef(data)) {
            if (reader.depth < reader.options.limits().nesting()) {
                return message(new TnefReader(reader.options, reader.damage, reader.depth + 1).read(data, offset));
            }
            reader.damage.found(Damage.NESTING_LIMIT, offset, "an attached message is kept as it is");
        }
        return file();
    }

    private static ArrayOctets slice(ArrayOctets octets, int from) {
        return new ArrayOctets(octets.array(), octets.from() + from, octets.to());
    }

    private Part message(Message message) {
        String name = name();
        Disposition disposition = name.isEmpty()
                ? Disposition.attachment()
                : Disposition.attachment().with("filename", name);
        return Part.of(Header.of(List.of(disposition.field())), Embedded.of(message));
    }

    private Part file() {
        String name = name();
        List<Field> fields = new ArrayList<>();
        ContentType type = type(name);
        fields.add(type.field());
        Disposition disposition = Disposition.attachment();
        fields.add((name.isEmpty() ? disposition : disposition.with("filename", name)).field());
        contentId().ifPresent(id -> fields.add(Field.structured("Content-ID", "<" + id + ">")));
        Octets octets = data;
        return Part.of(Header.of(fields), Content.of(OctetSource.of(octets), type, TransferEncoding.BASE64));
    }

    private ContentType type(String name) {
        ContentType byName = MediaTypes.of(name);
        String stated = properties.text(Property.MEDIA_TYPE, reader.codePage);
        if (stated == null) {
            return isComposite(byName) ? ContentType.OCTETS : byName;
        }
        ContentType type = ContentType.parse(Harmless.text(stated));
        boolean isRead = Ascii.lower(stated).startsWith(type.type() + "/" + type.subtype());
        return isRead && !isComposite(type) ? ContentType.of(type.type(), type.subtype()) : ContentType.OCTETS;
    }

    private static boolean isComposite(ContentType type) {
        return type.type().equals("multipart") || type.type().equals("message");
    }

    private String name() {
        String name = properties.text(Property.LONG_NAME, reader.codePage);
        if (name == null) {
            name = text(fileName);
        }
        if (name == null) {
            name = properties.text(Property.SHORT_NAME, reader.codePage);
        }
        if (name == null) {
            name = text(title);
        }
        if (name == null) {
            name = properties.text(Property.DISPLAY_NAME, reader.codePage);
        }
        return name == null ? "" : Harmless.text(name);
    }

    private @Nullable String text(@Nullable ArrayOctets octets) {
        String text = octets == null ? "" : Properties.text(octets, reader.codePage);
        return text.isEmpty() ? null : text;
    }
}
