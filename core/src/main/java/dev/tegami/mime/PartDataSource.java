package dev.tegami.mime;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A part's decoded content for code that wants a {@link DataSource}. */
final class PartDataSource implements DataSource {
    private final Part part;
    private final Content content;

    PartDataSource(Part part, Content content) {
        this.part = part;
        this.content = content;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return content.decoded().open();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("a part is not written to; compose a new one");
    }

    @Override
    public String getContentType() {
        return part.contentType().toString();
    }

    @Override
    public String getName() {
        return part.fileName().orElse("");
    }
}
