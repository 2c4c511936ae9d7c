package dev.tegami.mime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Other ways than MIME's in which files stand in messages. */
public enum Packed {
    /** Inside of a {@code winmail.dat}, as {@link Tnef} reads it. */
    TNEF,
    /** Uuencoded or in yEnc, inside of plain text, as {@link TextFiles} finds them. */
    TEXT;

    /** The attachments of a message, and those that are packed in one of these ways. */
    static List<Part> attachments(Message message, Packed[] ways) {
        Set<Packed> wanted = EnumSet.noneOf(Packed.class);
        wanted.addAll(List.of(ways));
        List<Part> found = new ArrayList<>();
        if (wanted.contains(TEXT)) {
            for (Part part : message.textBody()) {
                boolean isPlain = part.contentType().is("text/plain");
                found.addAll(isPlain ? TextFiles.in(part).files() : List.of());
            }
        }
        for (Part part : message.attachments()) {
            if (wanted.contains(TNEF) && Tnef.isTnef(part)) {
                Part root = Tnef.read(part).message().root();
                found.addAll(isNothing(root) ? List.of(part) : Message.of(root).attachments());
            } else {
                found.add(part);
            }
        }
        return found;
    }

    /** Whether nothing could be read, so that the part itself is all there is. */
    private static boolean isNothing(Part root) {
        return root.content().filter(content -> content.plain().size() == 0).isPresent();
    }
}
