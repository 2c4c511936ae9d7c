package dev.tegami.smime;

import dev.tegami.mime.Disposition;
import dev.tegami.mime.Part;
import dev.tegami.mime.Parts;
import java.util.function.UnaryOperator;

/** The parts that are read as the message itself: the first of a multipart, each of an alternative (RFC 9787). */
final class MainBody {
    private MainBody() {}

    /** Changes its text and HTML. */
    static Part change(Part part, UnaryOperator<Part> change) {
        if (part.body() instanceof Parts parts) {
            Parts changed = changed(part, parts, change);
            return changed == parts ? part : part.with(changed);
        }
        boolean text = part.contentType().is("text/plain") || part.contentType().is("text/html");
        boolean attached = part.disposition().map(Disposition::isAttachment).orElse(false);
        return text && !attached && part.content().isPresent() ? change.apply(part) : part;
    }

    private static Parts changed(Part part, Parts parts, UnaryOperator<Part> change) {
        int most =
                part.contentType().is("multipart/alternative") ? parts.parts().size() : 1;
        Parts changed = parts;
        for (Part each : parts.parts().stream().limit(most).toList()) {
            Part after = change(each, change);
            changed = after == each ? changed : changed.replace(each, after);
        }
        return changed;
    }
}
