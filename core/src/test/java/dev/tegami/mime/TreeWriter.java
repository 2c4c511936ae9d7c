package dev.tegami.mime;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a tree from its smallest pieces: header, separator, gaps, contents. */
final class TreeWriter {
    private TreeWriter() {}

    static void write(Part part, OutputStream out) throws IOException {
        out.write(part.header().octets());
        part.separator().writeTo(out);
        if (part.body() instanceof Parts parts) {
            for (int i = 0; i < parts.parts().size(); i++) {
                parts.gaps().get(i).writeTo(out);
                write(parts.parts().get(i), out);
            }
            parts.gaps().get(parts.parts().size()).writeTo(out);
        } else if (part.body() instanceof Embedded embedded
                && part.header().find("Content-Transfer-Encoding") == null) {
            write(embedded.message().root(), out);
        } else {
            part.body().encoded().writeTo(out);
        }
    }
}
