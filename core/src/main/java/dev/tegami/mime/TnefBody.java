package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.CodePages;
import dev.tegami.internal.mime.tnef.CompressedRtf;
import dev.tegami.internal.mime.tnef.Properties;
import dev.tegami.internal.mime.tnef.Property;
import dev.tegami.internal.mime.tnef.PropertyValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the tree of a TNEF message: its texts as alternatives, what HTML refers to, and files. */
final class TnefBody {
    private static final ContentType UTF_8 = ContentType.PLAIN.with("charset", "utf-8");

    private final TnefReader reader;
    private final Properties properties;

    TnefBody(TnefReader reader) {
        this.reader = reader;
        this.properties = reader.properties;
    }

    Part root(Header header) {
        Part html = html();
        Part text = alternatives(html);
        List<Part> inline = new ArrayList<>();
        List<Part> files = new ArrayList<>();
        for (TnefAttachment attachment : reader.attachments) {
            boolean isReferred = html != null && attachment.contentId().isPresent();
            (isReferred ? inline : files).add(attachment.part());
        }
        if (text != null && !inline.isEmpty()) {
            inline.add(0, text);
            text = multipart("related", inline);
        }
        if (text == null && files.isEmpty()) {
            text = text(ArrayOctets.of(new byte[0]), UTF_8);
        }
        if (text != null) {
            files.add(0, text);
        }
        Part only = files.size() == 1 ? files.get(0) : multipart("mixed", files);
        Field[] fields = only.header().fields().toArray(new Field[0]);
        return Part.of(header.plus(Field.structured("MIME-Version", "1.0")).plus(fields), only.body());
    }

    private static Part multipart(String subtype, List<Part> parts) {
        return Part.of(Header.empty(), Parts.of(ContentType.of("multipart", subtype), parts));
    }

    private @Nullable Part alternatives(@Nullable Part html) {
        List<Part> texts = new ArrayList<>();
        Part plain = plain();
        if (plain != null) {
            texts.add(plain);
        }
        Part rtf = rtf();
        if (rtf != null) {
            texts.add(rtf);
        }
        if (html != null) {
            texts.add(html);
        }
        return texts.isEmpty() ? null : texts.size() == 1 ? texts.get(0) : multipart("alternative", texts);
    }

    private @Nullable Part plain() {
        String text = properties.text(Property.BODY, reader.codePage);
        if (text == null && reader.body != null) {
            text = Properties.text(reader.body, reader.codePage);
        }
        return text == null || text.isEmpty() ? null : text(utf8(text), UTF_8);
    }

    private static ArrayOctets utf8(String text) {
        return ArrayOctets.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Part rtf() {
        PropertyValue value = properties.value(Property.RTF);
        if (value == null
                || value.type() != PropertyValue.OCTETS
                || value.data().size() == 0) {
            return null;
        }
        byte[] rtf =
                CompressedRtf.unpack(value.data(), reader.options.limits().memory(), value.offset(), reader.damage);
        ContentType type = ContentType.of("text", "rtf").with("name", "body.rtf");
        return rtf.length == 0 ? null : text(ArrayOctets.of(rtf), type);
    }

    private @Nullable Part html() {
        PropertyValue value = properties.value(Property.HTML);
        if (value == null || value.data().size() == 0 || (!value.isText() && value.type() != PropertyValue.OCTETS)) {
            return null;
        }
        ContentType html = ContentType.of("text", "html");
        if (value.isWide()) {
            String text = properties.text(Property.HTML, reader.codePage);
            return text == null ? null : text(utf8(text), html.with("charset", "utf-8"));
        }
        Charset found = CodePages.find(properties.number(Property.CODE_PAGE, 0));
        Charset charset = found == null ? reader.codePage : found;
        return text(untilNul(value.data()), html.with("charset", Ascii.lower(charset.name())));
    }

    private static ArrayOctets untilNul(ArrayOctets octets) {
        int to = octets.to();
        while (to > octets.from() && octets.array()[to - 1] == 0) {
            to--;
        }
        return new ArrayOctets(octets.array(), octets.from(), to);
    }

    private static Part text(ArrayOctets octets, ContentType type) {
        TransferEncoding encoding =
                type.subtype().equals("rtf") ? TransferEncoding.BASE64 : TransferEncoding.QUOTED_PRINTABLE;
        Content content = Content.of(OctetSource.of(octets), type, encoding);
        return Part.of(Header.of(List.of(type.field())), content);
    }
}
