package dev.tegami.smime;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.util.List;

/** CMS structures as MIME parts (RFC 8551 section 3.2). */
final class Cms {
    private Cms() {}

    static Part part(Source cms, String subtype, String smimeType, String name) {
        ContentType type = ContentType.of("application", subtype).with("name", name);
        ContentType full = smimeType.isEmpty() ? type : type.with("smime-type", smimeType);
        Header header =
                Header.of(List.of(Field.structured("Content-Disposition", "attachment; filename=\"" + name + "\"")));
        return Part.of(header, Content.of(cms, full, TransferEncoding.BASE64));
    }

    static Message message(Header outside, Part part) {
        Header header = outside.plus(part.header().fields().toArray(new Field[0]));
        return Message.of(part.with(header));
    }
}
